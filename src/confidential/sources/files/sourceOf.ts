import {sha256} from "../../../release/index.ts";
import {windowOf, type PopulationDeclaration} from "../../../publication/index.ts";
import type {RecordSource} from "../RecordSource.ts";
import {readAnswers} from "./answers/readAnswers.ts";
import {countByKey} from "./count/countByKey.ts";
import {countByName, type KeyCounter} from "./count/countByName.ts";
import {countFaultGroups} from "./count/countFaultGroups.ts";
import {formReaders} from "./count/variableReaders.ts";
import type {FormsTable} from "./formsTable.ts";
import type {Ingested, IngestedExtract} from "./ingested.ts";
import {sqlText} from "./sql.ts";

type Read = Pick<Ingested, "report" | "extracts" | "connection">;

/** What every source of records answers, of extracts that were read into a database. `dispose` removes the database. */
export function sourceOf({report, extracts, connection}: Read, dispose: () => PromiseLike<void>): RecordSource {
  let isOpen = true;
  const extractOf = (name: string): IngestedExtract => {
    // What asks a database that is gone waits for ever, or ends the process.
    if (!isOpen) throw new Error("these records were disposed of");
    const extract = extracts.get(name);
    if (!extract) throw new Error(`the extract "${name}" was not read`);
    return extract;
  };
  const askEach = (sqlOf: (extract: IngestedExtract) => string) =>
    askExtracts([...extracts.keys()].map(extractOf), sqlOf, connection);
  return {
    describe: () => [...extracts.values()],
    count: async (population, requests) => {
      const {extract, one} = declarationOf(population, report.populations);
      const {forms, faultCounts} = extractOf(extract);
      if (one === "fault") return countFaultGroups(faultCounts, requests);
      const counting = {forms, period: windowOf(report, extract), one};
      const byKey: KeyCounter = (keyed) => countByKey({...counting, requests: keyed}, connection);
      return countByName(requests, formReaders(forms), byKey);
    },
    faults: async (extract, limit) => extractOf(extract).faults(limit),
    unmarked: async (mark) => {
      const counts = await askEach((extract) => unmarkedSql(extract, mark));
      return [...counts].filter(([, count]) => Number(count) > 0).map(([name]) => name);
    },
    answers: async (extract, asked) => {
      const {forms} = extractOf(extract);
      return readAnswers({forms, period: windowOf(report, extract)}, asked, connection);
    },
    references: () => askEach(referencesSql),
    [Symbol.asyncDispose]: () => {
      isOpen = false;
      return dispose();
    },
  };
}

/** One answer of each extract, by name. */
async function askExtracts(
  extracts: readonly IngestedExtract[],
  sqlOf: (extract: IngestedExtract) => string,
  connection: Read["connection"],
): Promise<ReadonlyMap<string, string>> {
  const answers = new Map<string, string>();
  for (const extract of extracts) {
    const result = await connection.runAndReadAll(sqlOf(extract));
    answers.set(extract.name, String(result.getRows()[0]?.[0] ?? ""));
  }
  return answers;
}

function declarationOf(population: string, populations: readonly PopulationDeclaration[]): PopulationDeclaration {
  const declaration = populations.find(({name}) => name === population);
  if (!declaration) throw new Error(`the report has no population "${population}"`);
  return declaration;
}

function unmarkedSql({forms, key}: IngestedExtract, mark: string): string {
  if (key !== undefined) return `SELECT ${key.startsWith(mark) ? "0" : "1"}`;
  const client = clientOf(forms);
  // In a broken record any text may stand in any column.
  return `SELECT count(*) FROM ${forms.table}
    WHERE NOT broken AND coalesce(${client}, '') <> '' AND NOT starts_with(${client}, ${sqlText(mark)})`;
}

/** SHA-256 of all client references in their order; of a table of counts, whose rows have none, of its key. */
function referencesSql({forms, key}: IngestedExtract): string {
  if (key !== undefined) return `SELECT ${sqlText(sha256(key))}`;
  const client = clientOf(forms);
  return `SELECT sha256(string_agg(coalesce(${client}, ''), chr(10) ORDER BY rowid)) FROM ${forms.table}`;
}

function clientOf({model: {dictionary}, columnOf}: FormsTable): string {
  if (dictionary.client === undefined) throw new Error(`the forms of "${dictionary.name}" name no client`);
  return columnOf(dictionary.client);
}
