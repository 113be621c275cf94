import type {DuckDBConnection} from "@duckdb/node-api";
import {faultRules} from "../../../dictionary/faultRules.ts";
import {countColumnOf, mostOfRow, type Dictionary} from "../../../dictionary/dictionary.ts";
import {wholeRecord} from "../../../dictionary/faultVariables.ts";
import {ExtractError} from "../../ExtractError.ts";
import type {RecordFault} from "../../RecordSource.ts";
import {listFaults} from "../countFaults.ts";
import type {FormsTable} from "../formsTable.ts";
import type {SourceLines} from "../sourceLines.ts";

/** Faulty rows that are named, of which the message names the first. */
const mostNamed = 20;

/**
 * Refuses a table of counts that has any fault: where a form loses an answer, a row may be a thousand people who lose it, or a
 * total of people who are counted already.
 */
export async function refuseFaultyRows(
  forms: FormsTable,
  {file, lines}: {readonly file: string; readonly lines: SourceLines},
  connection: DuckDBConnection,
): Promise<void> {
  const faults = await listFaults(forms, connection, {file, lines, limit: mostNamed});
  const [first] = faults;
  if (first === undefined) return;
  const {dictionary} = forms.model;
  const listed = faults.map(({line, column, rule}) => `line ${String(line)}, ${column}: ${rule}`);
  throw new ExtractError(first, describeFault(first, dictionary), listed.join("; "));
}

function describeFault({column, rule}: RecordFault, dictionary: Dictionary): string {
  const {title = rule, advice = ""} = faultRules(dictionary).find(({name}) => name === rule) ?? {};
  const where = column === wholeRecord ? "" : ` in column "${column}"`;
  const what = `${title.charAt(0).toLowerCase()}${title.slice(1)}${where} (rule ${rule})`;
  const why = "A row of a table of counts may stand for many people, so that a faulty one is never passed over.";
  return [`${what}. ${why}`, ownAdvice(column, rule, dictionary) ?? advice].join(" ");
}

/** What helps in a table of counts alone; nothing where the advice for records does. */
function ownAdvice(column: string, rule: string, dictionary: Dictionary): string | undefined {
  if (rule === "unlisted-code") {
    return "Correct the code, or add it to the code list. Leave out rows of totals, as of all ages together: they are added up here.";
  }
  const counts = countColumnOf(dictionary);
  if (column !== counts?.name) return undefined;
  return rule === "beyond-limits"
    ? `Correct the count: no row stands for more than ${mostOfRow.toLocaleString("en-GB")} records.`
    : "Write a count in digits alone, nought where there is nobody. A table in which counts are hidden or replaced by a sign cannot be protected again: ask for the true ones.";
}
