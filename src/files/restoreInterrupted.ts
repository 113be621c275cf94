import {existsSync, readdirSync, renameSync, rmSync, statSync} from "node:fs";
import path from "node:path";
import {FileLock} from "./FileLock.ts";
import {giveUpReservations} from "./reservations.ts";
import {forgetJournal, readJournal, type NotedMove} from "./journal.ts";
import {owner} from "./LockedFolder.ts";
import {LockError} from "./LockError.ts";
import {forgetKept, undoMoves} from "./makeMoves.ts";
import {prefix, removePartners} from "./partners.ts";
import {systemCode, PlaceError} from "./PlaceError.ts";
import {realPlace} from "./realPlace.ts";
import {withGate} from "./withGate.ts";

/**
 * Clears up after builds that were killed: moves that were begun and not finished are undone, what is left over is
 * removed. Builds that are at work are left alone, and so is what cannot be locked or changed by whoever runs this, with
 * a line of words for each. `cache` is the folder of the project's builds. Throws PlaceError where moves cannot be undone.
 */
export function restoreInterrupted(root: string, cache: string): readonly string[] {
  if (foldersIn(cache).length === 0) return [];
  try {
    return withGate(cache, () => clearAbandoned(realPlace(root), cache));
  } catch (error) {
    if (!(error instanceof LockError)) throw error;
    return [`${cache}: what killed builds may have left here was left alone. ${error.message}`];
  }
}

/** The same where the gate is held already. */
export function clearAbandoned(root: string, cache: string): readonly string[] {
  return foldersIn(cache).flatMap((name) => {
    const staging = path.join(cache, name);
    const lock = lockOf(staging);
    if (lock === "closed") return [leftAlone(staging)];
    if (lock === "at work") return [];
    using held = lock;
    try {
      return held && clearFolder(staging, root);
    } catch (error) {
      if (systemCode(error) !== "EACCES" && systemCode(error) !== "EPERM") throw error;
      return [leftAlone(staging)];
    }
  });
}

function leftAlone(staging: string): string {
  const isOurs = statSync(staging).uid === process.getuid?.();
  return isOurs
    ? `${staging}: a build left this, and it was left alone: it cannot be locked or changed. Check who may write it, and that the disk allows locks, then call any command again.`
    : `${staging}: a build that another user ran left this, and it was left alone. Any command of that user puts it in order.`;
}

/** Undoes what a build had begun, and removes its folders. The lock of the folder is held. */
export function clearFolder(staging: string, root: string): readonly string[] {
  const journal = readJournal(staging, root);
  if (journal === "unreadable") {
    const aside = keepAside(staging, "unreadable");
    return [`${aside}: what a build noted here cannot be read, and it was left alone. Look whether outputs are whole.`];
  }
  if (journal?.isDone === true) forgetKept(journal.moves);
  else if (journal) takeBack(staging, journal.moves);
  removePartners(staging, root);
  if (journal !== undefined && journal.leftOut.length > 0) {
    const {isCopy, leftOut} = journal;
    return [`${keepAside(staging, isCopy ? "copied" : "cleared")}: ${(isCopy ? copied : cleared)(leftOut)}`];
  }
  // Reservations go after what they stand for: who finds some gone must not take the rest for cleared by somebody else.
  forgetJournal(staging);
  giveUpReservations(staging);
  rmSync(staging, {recursive: true, force: true});
  return [];
}

/** Renames a folder, so that no command looks into it again. Returns its path. */
function keepAside(staging: string, why: string): string {
  const aside = path.join(path.dirname(staging), `${why}-${path.basename(staging)}`);
  renameSync(staging, aside);
  return aside;
}

function copied(places: readonly string[]): string {
  return `this is a copy of what a build noted that was killed. What it replaced out of the project was left to the original: ${places.join(", ")}. Call any command in the original; where that is gone, look whether these are whole. Then remove this folder.`;
}

function cleared(places: readonly string[]): string {
  return `a build was killed that had begun to replace what lies out of the project, and somebody has taken its reservation away since. What stands there was left alone: ${places.join(", ")}. Look whether these are whole. Then remove this folder.`;
}

/** Undoes moves; the gate is held. Throws PlaceError where the system does not let it. */
export function takeBack(staging: string, moves: readonly NotedMove[]): void {
  try {
    undoMoves(moves);
  } catch (error) {
    const code = systemCode(error);
    if (code === undefined) throw error;
    const message = `a build was interrupted, and what it had begun to replace cannot be put back (${code}). Make room and see who may write there, then call any command again.`;
    throw new PlaceError(staging, message);
  }
}

function lockOf(staging: string): FileLock | "at work" | "closed" {
  try {
    return FileLock.take(path.join(staging, owner)) ?? "at work";
  } catch (error) {
    if (error instanceof LockError) return "closed";
    throw error;
  }
}

function foldersIn(cache: string): readonly string[] {
  return existsSync(cache) ? readdirSync(cache).filter((name) => name.startsWith(prefix)) : [];
}
