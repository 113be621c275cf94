import {readdirSync, statSync} from "node:fs";
import path from "node:path";
import {isReservation} from "./reservations.ts";
import type {NotedMove} from "./journal.ts";
import {uppermostMissing} from "./missingFolders.ts";
import {isMountPoint, mountsBelow} from "./mountPoints.ts";
import type {FileMove} from "./FileMove.ts";
import {PlaceError} from "./PlaceError.ts";

/**
 * What is to be noted of moves before the first begins, whose places are real ones: what stands there, and names in the same
 * folders for what comes and what goes. `name` tells them from those of other builds. A folder on which something is
 * mounted stays and its content is replaced, entry by entry. Throws PlaceError for an output with a mount within it.
 */
export function noteMoves(moves: readonly FileMove[], name: string): readonly NotedMove[] {
  return moves.flatMap(entriesOf).map(noted);

  function noted({from, to}: FileMove): NotedMove {
    const [folder, base] = [path.dirname(to), path.basename(to)];
    const made = uppermostMissing(folder);
    return {
      ...(from !== undefined && {from}),
      to,
      keep: path.join(folder, `.${base}.${name}.previous`),
      aside: path.join(folder, `.${base}.${name}.arriving`),
      stood: kindOf(to),
      ...(made !== undefined && {made}),
    };
  }
}

function entriesOf(move: FileMove): readonly FileMove[] {
  const {from, to} = move;
  const [within] = mountsBelow(to);
  if (within !== undefined) {
    throw new PlaceError(within, `something is mounted here, within ${to}, which is replaced whole. Unmount it.`);
  }
  if (from === undefined || kindOf(to) !== "folder" || !isMountPoint(to)) return [move];
  const ready = readdirSync(from);
  // Whoever formatted the disk put this there, and it is nobody's to remove.
  const isLeft = (entry: string): boolean => entry === "lost+found" || isReservation(entry) || ready.includes(entry);
  const standing = readdirSync(to).filter((entry) => !isLeft(entry));
  return [
    ...ready.map((entry) => ({from: path.join(from, entry), to: path.join(to, entry)})),
    ...standing.map((entry) => ({to: path.join(to, entry)})),
  ];
}

function kindOf(place: string): NotedMove["stood"] {
  const stat = statSync(place, {throwIfNoEntry: false});
  if (stat === undefined) return "nothing";
  return stat.isDirectory() ? "folder" : "file";
}
