import {describeSummary} from "./describeSummary.ts";
import type {Extracts} from "./parseExtractOption.ts";
import type {Progress} from "./progress.ts";
import {publishedBefore} from "./publishedBefore.ts";
import {refusedRelease} from "./refusedRelease.ts";

/** What the confidential stage is asked. */
export interface ReleaseRequest {
  readonly root: string;
  readonly edition: string;
  /** Extracts that stand in for those of `report.yaml`. */
  readonly extracts: Extracts;
  /** Folder that receives `releases/<edition>/release.json`. */
  readonly out: string;
  /** Folder of what the analyst signs off: receives the findings of an audit that a release fails. */
  readonly signOff: string;
  /** The day on which it is made, ISO. */
  readonly today: string;
  /** Editions whose earlier releases the ledger forgets: made-up ones only. */
  readonly forgotten: readonly string[];
}

/**
 * Runs the confidential stage, showing its progress. Resolves with what may be told of it. The zone is loaded only
 * here, so that a site can be built where it does not exist.
 */
export async function makeStagedRelease(request: ReleaseRequest, progress: Progress): Promise<readonly string[]> {
  const {makeRelease} = await import("../confidential/index.ts");
  const published = publishedBefore(request);
  try {
    const make = () => makeRelease({...request, published});
    const {summary} = await progress.step(`Release of ${request.edition}`, make);
    return describeSummary(summary);
  } catch (error) {
    const {edition, signOff} = request;
    const mayForget = published.some((one) => one.edition.id === edition && one.provenance.synthetic);
    throw refusedRelease(error, {edition, signOff, mayForget});
  }
}
