import {measureOf} from "../../measures/index.ts";
import type {Query} from "../../publication/index.ts";
import type {Release} from "../../release/index.ts";
import {referencesIn} from "./referencesIn.ts";

/** Whether the numbers of a query rest on made-up records or on made-up figures from elsewhere. */
export function restsOnMadeUp(query: Query, release: Release): boolean {
  const isOfRecords = measureOf(query).about !== "reference";
  return (isOfRecords && release.provenance.synthetic) || referencesIn(query, release).some(({synthetic}) => synthetic);
}
