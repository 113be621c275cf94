import {readdirSync} from "node:fs";
import {join} from "node:path";
import {z} from "zod";
import {readRelease, type Release} from "../release.ts";
import {ReleaseError} from "../ReleaseError.ts";
import {editionsIn, isThere, readAt} from "./editionsIn.ts";
import {readMade} from "../readMade.ts";

const provenance = z.looseObject({provenance: z.looseObject({synthetic: z.literal(true)})});

/**
 * Every release that a ledger (`data/releases/`) keeps, edition by edition: those that later ones have replaced, the
 * first of them first, then the latest. Editions `without` are passed over unread. Links are followed. Throws
 * ReleaseError where a file is no release, belongs to another edition than its folder, or cannot be read.
 */
export function readLedger(folder: string, without: readonly string[] = []): readonly Release[] {
  return editionsIn(folder)
    .filter((edition) => !without.includes(edition))
    .flatMap((edition) => readEditionOf(folder, edition));
}

/** Whether every release that a ledger keeps of an edition says that it is made up; read as far as that goes. */
export function isMadeUp(folder: string, edition: string): boolean {
  const files = [...replacedReleases(folder, edition).map(({file}) => file), latestRelease(folder, edition)];
  return files.filter(isThere).every((file) => saysSynthetic(readAt(file, () => readMade(file))));
}

/** Where a ledger keeps the latest release of an edition. */
export function latestRelease(folder: string, edition: string): string {
  return join(folder, edition, "release.json");
}

/** Where a ledger keeps a release that a later one has replaced; the first release of an edition is number 1. */
export function replacedRelease(folder: string, {edition, number}: {edition: string; number: number}): string {
  return join(folder, edition, "replaced", `${String(number)}.json`);
}

/** The releases of an edition that later ones have replaced, in their order. */
export function replacedReleases(folder: string, edition: string): readonly {file: string; number: number}[] {
  const kept = join(folder, edition, "replaced");
  if (!isThere(kept)) return [];
  return readAt(kept, () => readdirSync(kept))
    .flatMap((name) => {
      const [, digits] = /^(\d+)\.json$/.exec(name) ?? [];
      return digits === undefined ? [] : [{file: join(kept, name), number: Number(digits)}];
    })
    .toSorted((a, b) => a.number - b.number);
}

/** A file that cannot be read may be of real records: it does not say that it is made up. */
function saysSynthetic(text: string): boolean {
  try {
    return provenance.safeParse(JSON.parse(text)).success;
  } catch {
    return false;
  }
}

function readEditionOf(folder: string, edition: string): readonly Release[] {
  const read = (file: string): Release => readReleaseOf(edition, file);
  const replaced = replacedReleases(folder, edition).map(({file, number}) => ({...read(file), number}));
  const latest = latestRelease(folder, edition);
  return isThere(latest) ? [...replaced, read(latest)] : replaced;
}

/** The latest release of an edition in the first of some ledgers that has one, by its file; nothing where none has. */
export function findRelease(edition: string, ledgers: readonly string[]): string | undefined {
  return ledgers.map((folder) => latestRelease(folder, edition)).find(isThere);
}

/**
 * Reads the release of an edition; `shown` is how messages call the file. Throws ReleaseError for a file that cannot be
 * read, or is that of another edition.
 */
export function readReleaseOf(edition: string, file: string, shown = file): Release {
  const release = readRelease(
    readAt(file, () => readMade(file)),
    shown,
  );
  if (release.edition.id === edition) return release;
  throw new ReleaseError(
    shown,
    `this is the release of ${release.edition.id}, in the place of that of ${edition}. Put the right one there`,
  );
}
