import type {Coordinates} from "../../publication/index.ts";
import {wholeRegion} from "../dictionary/readReference.ts";
import type {Ingested} from "../ingest/ingested.ts";

export interface ReferenceQuestion {
  readonly reference: string;
  readonly column: string;
  readonly at: Coordinates;
}

/** A figure of a reference; nothing where the source has none. Without a place the region as a whole is asked. */
export function referenceValue(
  {reference, column, at}: ReferenceQuestion,
  {references}: Ingested,
): {readonly value?: number} {
  const table = references.get(reference);
  if (!table) throw new Error(`the reference "${reference}" was not read`);
  const place = at[table.reference.key.name] ?? wholeRegion;
  const value = table.values.get(place)?.get(column);
  return value === undefined ? {} : {value};
}
