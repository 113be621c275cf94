import {describeCounts, faultsNamed} from "../ingest/describeCounts.ts";
import type {Ingested} from "../ingest/ingested.ts";

/** What became of the forms of every extract, as lines for the analyst: confidential. */
export async function describeForms({extracts}: Ingested): Promise<readonly string[]> {
  const lines: string[] = [];
  for (const extract of extracts.values()) {
    lines.push(...describeCounts({...extract, first: await extract.faults(faultsNamed)}));
  }
  return lines;
}
