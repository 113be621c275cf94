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
}

const prefix = "building-";
const journal = "moves.json";

/**
 * Opens a folder beside the outputs in which a build prepares them, after clearing up what killed builds left there.
 */
export function openStaging(parent: string): string {
  mkdirSync(parent, {recursive: true});
  for (const abandoned of abandonedIn(parent)) discardStaging(abandoned);
  return mkdtempSync(path.join(parent, `${prefix}${process.pid}-`));
}

/**
 * Moves everything into place, or nothing: what stood there before is kept in the staging folder until all is done, and
 * is put back when a move fails, or by the next build when this one is killed half way.
 */
export function publishStaging(staging: string, moves: readonly Move[]): void {
  const previous = path.join(staging, "previous");
  mkdirSync(previous);
  writeFileSync(path.join(staging, journal), JSON.stringify(moves));
  try {
    moves.forEach(({from, to}, index) => {
      mkdirSync(path.dirname(to), {recursive: true});
      if (existsSync(to)) renameSync(to, path.join(previous, String(index)));
      moveInto(from, to);
    });
  } catch (error) {
    discardStaging(staging);
    throw error;
  }
  rmSync(path.join(staging, journal));
  discardStaging(staging);
}

/** Removes a staging folder, putting back what an unfinished publication had taken away. */
export function discardStaging(staging: string): void {
  for (const {to, kept} of keptBy(staging)) {
    rmSync(to, {recursive: true, force: true});
    renameSync(kept, to);
  }
  rmSync(staging, {recursive: true, force: true});
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

function keptBy(staging: string): readonly {to: string; kept: string}[] {
  const file = path.join(staging, journal);
  if (!existsSync(file)) return [];
  const moves = JSON.parse(readFileSync(file, "utf8")) as readonly Move[];
  return moves
    .map(({to}, index) => ({to, kept: path.join(staging, "previous", String(index))}))
    .filter(({kept}) => existsSync(kept));
}

function abandonedIn(parent: string): readonly string[] {
  return readdirSync(parent)
    .filter((name) => name.startsWith(prefix) && !isRunning(Number.parseInt(name.slice(prefix.length), 10)))
    .map((name) => path.join(parent, name));
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
