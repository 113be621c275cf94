import {readColumns, type Population, type Reads} from "../../publication/index.ts";
import {answerColumn} from "../dictionary/overForms.ts";
import {codesOf} from "../dictionary/readsOf.ts";
import type {ExtractModel} from "../dictionary/variableModel.ts";
import {countedAs} from "./countedAs.ts";
import type {KnownRecords} from "./knownRecords.ts";
import {readsIn} from "./readsIn.ts";

/**
 * A variable of a release that names codes which the lists of today lack: a list that was coded anew, or that lost a code,
 * whose people can no longer be told from those who gave no answer. Nothing where all are there.
 */
export function variableOfGoneCodes(population: Population, records: KnownRecords): string | undefined {
  const model = records.models.get(countedAs(population, records)?.extract ?? "");
  if (model === undefined) return undefined;
  const gone = population.variables.find((variable) => {
    const reads = variable.reads === undefined ? undefined : readsIn(variable, model);
    return (
      reads !== undefined && codesNamed(reads).some(({column, code}) => listOf(column, model)?.has(code) === false)
    );
  });
  return gone?.name;
}

function codesNamed(reads: Reads): readonly {readonly column: string; readonly code: string}[] {
  switch (reads.as) {
    case "code":
    case "codes": {
      const [column = ""] = readColumns(reads);
      return Object.values(reads.categories).flatMap((codes) => codes.map((code) => ({column, code})));
    }
    case "any-of":
      return reads.columns.flatMap(({column, yes, no}) => [...yes, ...no].map((code) => ({column, code})));
    case "answered":
    case "years":
    case "months":
    case "weeks":
    case "days":
    case "bands":
    case "number":
    case "number-bands":
    case "period":
    case "form":
      return [];
  }
}

/** The codes of a column's list; nothing where there is no such column. */
function listOf(column: string, {dictionary, lists}: ExtractModel): ReadonlySet<string> | undefined {
  const known = answerColumn(column, dictionary);
  const list = known && "list" in known ? lists.get(known.list) : undefined;
  return list && new Set(codesOf(list));
}
