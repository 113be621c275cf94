import type {DuckDBConnection} from "@duckdb/node-api";
import {faultProbes, type FaultProbe} from "./faultProbes.ts";
import type {FormsTable} from "./formsTable.ts";
import type {RecordFault, FaultCount} from "../RecordSource.ts";
import type {SourceLines} from "./sourceLines.ts";

/** Counts every fault of an extract, by rule and column; faults that no form has are left out. */
export async function countFaults(forms: FormsTable, connection: DuckDBConnection): Promise<readonly FaultCount[]> {
  const probes = faultProbes(forms);
  const scanned = probes.filter(({asksOtherTable}) => !asksOtherTable);
  const counts = scanned.map(({condition}) => `count(*) FILTER (${condition})`).join(",\n");
  const [row = []] = (await connection.runAndReadAll(`SELECT ${counts} FROM ${forms.table}`)).getRows();
  const found = new Map(scanned.map((probe, index) => [probe, Number(row[index])]));
  for (const probe of probes.filter(({asksOtherTable}) => asksOtherTable)) {
    const counted = await connection.runAndReadAll(`SELECT count(*) FROM ${forms.table} WHERE ${probe.condition}`);
    found.set(probe, Number(counted.getRows()[0]?.[0]));
  }
  return probes.flatMap((probe) => {
    const {rule, column, severity} = probe;
    const count = found.get(probe) ?? 0;
    return count === 0 ? [] : [{rule, column, severity, forms: count}];
  });
}

export interface FaultListing {
  readonly file: string;
  readonly lines: SourceLines;
  readonly limit: number;
}

/** The first faults of an extract by line. */
export async function listFaults(
  forms: FormsTable,
  connection: DuckDBConnection,
  {file, lines, limit}: FaultListing,
): Promise<readonly RecordFault[]> {
  const probes = faultProbes(forms);
  const selects = probes.map(
    ({condition}, index) => `SELECT rowid AS form, ${index} AS probe FROM ${forms.table} WHERE ${condition}`,
  );
  const first = `ORDER BY form, probe LIMIT ${Math.max(0, Math.trunc(limit))}`;
  const all = selects.join("\nUNION ALL ");
  // Broken records stand at the end of the table but anywhere in the file: both ends are asked.
  const asked = [`form < ${lines.whole}`, `form >= ${lines.whole}`];
  const faults: RecordFault[] = [];
  for (const part of asked) {
    const rows = (await connection.runAndReadAll(`SELECT form, probe FROM (${all}) WHERE ${part} ${first}`)).getRows();
    faults.push(
      ...rows.flatMap(([form, probe]) => describe(probes[Number(probe)], {file, line: lines.lineOf(Number(form))})),
    );
  }
  return faults.sort((one, other) => one.line - other.line).slice(0, limit);
}

function describe(probe: FaultProbe | undefined, place: {file: string; line: number}): readonly RecordFault[] {
  if (!probe) return [];
  const {column, rule, severity} = probe;
  return [{...place, column, rule, severity}];
}
