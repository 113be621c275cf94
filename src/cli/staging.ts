import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";

/** What stands ready in the staging folder and where it shall stand. */
export interface Move {
  readonly from: string;
  readonly to: string;
  /** Where what stood there is kept until all is done; in the staging folder where none is named. */
  readonly keep?: string;
}

/** A move as it is noted before it begins. */
interface NotedMove extends Required<Move> {
  /** Whether nothing stood there before. */
  readonly isNew: boolean;
}

const prefix = "building-";
const journal = "moves.json";
const partner = "partner.json";

/**
 * Opens a folder beside the outputs in which a build prepares them, after clearing up what killed builds left there.
 */
export function openStaging(parent: string): string {
  mkdirSync(parent, {recursive: true});
  clearAbandoned(parent);
  return mkdtempSync(path.join(parent, `${prefix}${process.pid}-`));
}

/**
 * Opens a second folder of the same build elsewhere, for outputs that may not even for a moment lie beside the others:
 * only its owner can enter it. The two are published and discarded together, and whichever of them a later build comes
 * upon, it puts both in order. A build that asks again is given the same folder.
 */
export function openPartner(staging: string, parent: string): string {
  const folder = path.join(parent, path.basename(staging));
  if (existsSync(folder)) return folder;
  mkdirSync(parent, {recursive: true, mode: 0o700});
  clearAbandoned(parent);
  writeFileSync(path.join(staging, partner), JSON.stringify(folder));
  mkdirSync(folder, {mode: 0o700});
  writeFileSync(path.join(folder, partner), JSON.stringify(staging));
  return folder;
}

/**
 * Moves everything into place, or nothing: what stood there before is kept aside until all is done, and is put back
 * when a move fails, or by the next build when this one is killed half way.
 */
export function publishStaging(staging: string, moves: readonly Move[]): void {
  const noted = noteMoves(staging, moves);
  for (const {keep} of noted) mkdirSync(path.dirname(keep), {recursive: true, mode: 0o700});
  writeFileSync(path.join(staging, journal), JSON.stringify(noted));
  try {
    for (const {from, to, keep, isNew} of noted) {
      mkdirSync(path.dirname(to), {recursive: true});
      if (!isNew) renameSync(to, keep);
      moveInto(from, to);
    }
  } catch (error) {
    discardStaging(staging);
    throw error;
  }
  rmSync(path.join(staging, journal));
  discardStaging(staging);
}

/** Removes a staging folder and its partner, putting back what an unfinished publication had taken away. */
export function discardStaging(staging: string): void {
  const folders = [staging, ...partnersOf(staging)];
  for (const {to, keep, isNew} of folders.flatMap(notedIn)) {
    const isKept = existsSync(keep);
    if (isKept || isNew) rmSync(to, {recursive: true, force: true});
    if (isKept) renameSync(keep, to);
  }
  for (const folder of folders) rmSync(folder, {recursive: true, force: true});
}

/** Moves a file or folder, by copying where `to` lies on another file system. */
function moveInto(from: string, to: string): void {
  try {
    renameSync(from, to);
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EXDEV")) throw error;
    cpSync(from, to, {recursive: true});
  }
}

function noteMoves(staging: string, moves: readonly Move[]): readonly NotedMove[] {
  const previous = path.join(staging, "previous");
  return moves.map(({from, to, keep}, index) => {
    return {from, to, keep: keep ?? path.join(previous, String(index)), isNew: !existsSync(to)};
  });
}

function notedIn(staging: string): readonly NotedMove[] {
  return (readRecord(path.join(staging, journal)) ?? []) as readonly NotedMove[];
}

/** The partner that a staging folder names: it bears the same name, which nothing does that could be named by mistake. */
function partnersOf(staging: string): readonly string[] {
  const named = readRecord(path.join(staging, partner));
  return typeof named === "string" && path.basename(named) === path.basename(staging) ? [named] : [];
}

/** What a build has noted; nothing where it was killed while it wrote, because what it notes begins only then. */
function readRecord(file: string): unknown {
  if (!existsSync(file)) return undefined;
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return undefined;
  }
}

function clearAbandoned(parent: string): void {
  const abandoned = readdirSync(parent).filter(
    (name) => name.startsWith(prefix) && !isRunning(Number.parseInt(name.slice(prefix.length), 10)),
  );
  for (const name of abandoned) discardStaging(path.join(parent, name));
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
