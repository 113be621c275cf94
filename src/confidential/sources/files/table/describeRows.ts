import type {DuckDBConnection} from "@duckdb/node-api";
import type {CodeListRow} from "../../../dictionary/codeList.ts";
import type {CountColumn} from "../../../dictionary/dictionary.ts";
import type {TablePart, TableRows} from "../../RecordSource.ts";
import {blanksOf} from "../columnSql.ts";
import type {FormsTable} from "../formsTable.ts";

/** What the rows of a table of counts look like, before they become records. */
export async function describeRows(
  forms: FormsTable,
  counts: CountColumn,
  connection: DuckDBConnection,
): Promise<TableRows> {
  const ask = async (key: string): Promise<readonly Rows[]> => {
    const found = await connection.runAndReadAll(rowsSql(key, forms.columnOf(counts.name), forms));
    return found.getRows().map((row) => {
      const [at = 0, rows = 0, fives = 0, tens = 0, records = 0] = row.map(Number);
      return {at, rows, fives, tens, records};
    });
  };
  const parts: TablePart[] = (await ask("0")).map((all) => partOf("", all));
  const unstated: TableRows["unstated"][number][] = [];
  for (const {column, codeAt} of codedColumns(forms)) {
    const rows = await ask(forms.columnOf(column));
    parts.push(...rows.flatMap((one) => codeAt(one.at).map(({name}) => partOf(`${column}=${name}`, one))));
    const isStated = ({at}: Rows): boolean => codeAt(at).some(({role}) => role === "value");
    const [without, others] = [rows.filter((one) => !isStated(one)), rows.filter(isStated)].map(recordsOf);
    unstated.push({column, without: without ?? 0, others: others ?? 0});
  }
  return {parts, unstated};
}

/** Some rows, by the number that the forms table has for their code. */
interface Rows extends Omit<TablePart, "of"> {
  readonly at: number;
  readonly records: number;
}

function rowsSql(key: string, count: string, {table}: FormsTable): string {
  const some = (condition: string): string => `count(*) FILTER (${count} > 0 AND ${condition})`;
  return `SELECT ${key} AS key, ${some("true")}, ${some(`${count} % 5 = 0`)}, ${some(`${count} % 10 = 0`)},
    coalesce(sum(${count}), 0) FROM ${table} GROUP BY key ORDER BY key`;
}

function partOf(of: string, {rows, fives, tens}: Rows): TablePart {
  return {of, rows, fives, tens};
}

function recordsOf(rows: readonly Rows[]): number {
  return rows.reduce((sum, {records}) => sum + records, 0);
}

/** Columns of one code, with the row of the list that a number of the forms table stands for; none where it is a blank. */
function codedColumns({model: {dictionary, lists}}: FormsTable): readonly {
  readonly column: string;
  readonly codeAt: (at: number) => readonly CodeListRow[];
}[] {
  return dictionary.columns.flatMap((column) => {
    const list = column.type === "code" ? lists.get(column.list) : undefined;
    if (list === undefined) return [];
    const first = blanksOf(dictionary, list).length;
    const codeAt = (at: number): readonly CodeListRow[] => list.rows.filter((_, row) => first + row === at);
    return [{column: column.name, codeAt}];
  });
}
