import {existsSync, lstatSync, renameSync, rmSync} from "node:fs";
import path from "node:path";
import type {NotedMove} from "./journal.ts";
import {makeFolder, removeEmpty} from "./missingFolders.ts";
import {copyWhole, moveInto} from "./moveInto.ts";
import {syncPlace} from "./syncTree.ts";

/**
 * Puts what is ready in place, after what stood there was kept aside. A file gives way to the next one at once: there is
 * no moment at which neither stands.
 */
export function makeMove({from, to, keep, aside, stood}: NotedMove): void {
  makeFolder(path.dirname(to));
  if (stood === "file" && from !== undefined) {
    copyWhole(to, aside);
    renameSync(aside, keep);
  } else if (stood !== "nothing") {
    renameSync(to, keep);
  }
  if (from !== undefined) moveInto(from, to, aside);
  syncPlace(path.dirname(to));
}

/** Undoes moves, however far they had come; doing it twice does no harm. */
export function undoMoves(moves: readonly NotedMove[]): void {
  for (const move of moves.toReversed()) undoMove(move);
}

function undoMove({to, keep, aside, stood, made}: NotedMove): void {
  const folder = path.dirname(to);
  if (!existsSync(folder)) return;
  rmSync(aside, {recursive: true, force: true});
  if (stood === "nothing") rmSync(to, {recursive: true, force: true});
  else if (isThere(keep)) {
    if (stood === "folder") rmSync(to, {recursive: true, force: true});
    renameSync(keep, to);
  }
  syncPlace(folder);
  if (made !== undefined) removeEmpty(folder, made);
}

/** Removes what moves that are done have left: what they replaced, and copies on their way. */
export function forgetKept(moves: readonly NotedMove[]): void {
  for (const place of moves.flatMap(({keep, aside}) => [keep, aside])) rmSync(place, {recursive: true, force: true});
}

function isThere(place: string): boolean {
  return lstatSync(place, {throwIfNoEntry: false}) !== undefined;
}
