import path from "node:path";
import {liesIn} from "./liesIn.ts";
import {UsageError} from "./UsageError.ts";

/** Where the project is, what others may read, and the option that names the place. */
export interface OpenPlaces {
  readonly root: string;
  /** Folders that are published or handed on, absolute. */
  readonly published: readonly string[];
  readonly option: `--${string}`;
}

/**
 * Throws UsageError where a file or folder for what is confidential lies among what is published or in a part of the
 * project that Git keeps: by real path, whatever links lead there.
 */
export function checkConfidentialPlace(place: string, {root, published, option}: OpenPlaces): void {
  const refuse = (why: string): UsageError =>
    new UsageError(
      `${place}: what is signed off is as confidential as the extracts, and this place ${why}. Name another with ${option}, outside the project or in data/extracts.`,
    );
  const around = published.find((one) => liesIn(place, one));
  if (around !== undefined) throw refuse(`lies in ${around}, which is for others to read`);
  if (liesIn(place, root) && !liesIn(place, path.join(root, "data/extracts"))) {
    throw refuse("lies in the project, outside data/extracts");
  }
}
