import type {Reference} from "../../publication/index.ts";

/** A reference of the vocabulary with its figures. Public: its sources are published. */
export interface ReferenceTable {
  readonly reference: Reference;
  readonly licence: string;
  /** Figure by category of the key, then by column; no entry where the source has none. */
  readonly values: ReadonlyMap<string, ReadonlyMap<string, number>>;
}
