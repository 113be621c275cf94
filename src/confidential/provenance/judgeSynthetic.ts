import {publicationFault, type Report} from "../../publication/index.ts";
import type {RecordSource} from "../sources/RecordSource.ts";
import {canary} from "./canary.ts";

/**
 * Whether every client reference of every extract is a made-up one, and so is the key of every table of counts. Judged from the
 * records and not from what the report says of itself, so that real records can never be published as synthetic ones, nor the
 * other way round. A table holds no references: that its key is made up is the word of whoever wrote it. A report that counts no
 * records has none that are made up.
 *
 * Throws PublicationError where the report calls extracts synthetic whose references do not say so.
 */
export async function judgeSynthetic(source: Pick<RecordSource, "unmarked">, report: Report): Promise<boolean> {
  if (report.populations.length === 0) return false;
  const real = await source.unmarked(canary);
  if (real.length > 0 && report.synthetic) throw notSynthetic(report.id, real);
  return real.length === 0;
}

function notSynthetic(edition: string, real: readonly string[]): Error {
  const file = `reports/${edition}/report.yaml`;
  const what = `${file} says "synthetic: true", and not every client reference of ${real.join(" and ")} starts with ${canary}: that is what makes an extract synthetic (of a table of counts, which has none, its key)`;
  const remedy = `Write "synthetic: false" where the extracts are of real people; where nobody in them exists, let every reference start with ${canary}, as those of "smallprint synthesise" do`;
  return publicationFault(what, remedy);
}
