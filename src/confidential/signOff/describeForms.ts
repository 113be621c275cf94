import {describeCounts, faultsNamed} from "../sources/describeCounts.ts";
import type {RecordSource} from "../sources/RecordSource.ts";

/** What became of the forms of every extract, as lines for the analyst: confidential. */
export async function describeForms(source: Pick<RecordSource, "describe" | "faults">): Promise<readonly string[]> {
  const lines: string[] = [];
  for (const extract of source.describe()) {
    lines.push(...describeCounts({...extract, first: await source.faults(extract.name, faultsNamed)}));
  }
  return lines;
}
