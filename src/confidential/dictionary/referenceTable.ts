import type {Figure} from "../../measures/index.ts";
import type {Reference} from "../../publication/index.ts";

/** A reference of the vocabulary with its figures. Public: its sources are published. */
export interface ReferenceTable {
  readonly reference: Reference;
  readonly licence: string;
  /** Figure by the row's place (see `rowName`), then by column; no entry where the source has none. */
  readonly values: ReadonlyMap<string, ReadonlyMap<string, Figure>>;
}

/** The one name of a row: the categories of its keys, in the order of the keys. */
export function rowName(categories: readonly string[]): string {
  return categories.join("|");
}
