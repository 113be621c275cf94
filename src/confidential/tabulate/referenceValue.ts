import type {FigurePlace} from "../../measures/index.ts";
import {wholeRegion} from "../dictionary/readReference.ts";
import type {Ingested} from "../ingest/ingested.ts";

/** A figure of a reference; nothing where the source has none. Without a place the region as a whole is asked. */
export function referenceValue({reference, column, at}: FigurePlace, {references}: Ingested): number | undefined {
  const table = references.get(reference);
  if (!table) throw new Error(`the reference "${reference}" was not read`);
  const place = at[table.reference.key.name] ?? wholeRegion;
  return table.values.get(place)?.get(column);
}
