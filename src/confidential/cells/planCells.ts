import {cellKey, expandQuery, restsOn, type CellAddress, type Query, type Vocabulary} from "../../publication/index.ts";

/**
 * The cells that the queries of this edition name, with the denominators and missing counts printed beside them and
 * the counts that they rest on: all that is tabulated, each once. Throws PublicationError for an unknown name.
 */
export function planCells(plan: readonly Query[], vocabulary: Vocabulary): readonly CellAddress[] {
  const cells = new Map<string, CellAddress>();
  const add = (address: CellAddress): void => {
    cells.set(cellKey(address), address);
    for (const count of restsOn(address)) cells.set(cellKey(count), count);
  };
  for (const query of plan) {
    if (query.edition !== "this") continue;
    for (const {address, denominator, missing} of expandQuery(query, vocabulary)) {
      add(address);
      if (denominator !== undefined) add(denominator);
      if (missing !== undefined) add(missing);
    }
  }
  return [...cells.values()];
}
