import {existsSync, readFileSync, renameSync, rmSync} from "node:fs";
import path from "node:path";
import {z} from "zod";
import {holdsReservations} from "./reservations.ts";
import {folderIdentity} from "./folderIdentity.ts";
import {syncPlace} from "./syncTree.ts";
import {writeWhole} from "./writeWhole.ts";
import {writtenPath} from "./writtenPath.ts";

const noted = z.strictObject({
  /** Absent where what stands at `to` is taken away. */
  from: z.string().optional(),
  to: z.string(),
  /** Where what stood there is kept until all is done: in the same folder, so that it can be renamed. */
  keep: z.string(),
  /** Where it is copied to first if it comes from another device: likewise. */
  aside: z.string(),
  /** What stood there before; nothing where it is new. */
  stood: z.enum(["nothing", "file", "folder"]),
  /** The uppermost folder that is made for it. */
  made: z.string().optional(),
});

const schema = z.strictObject({
  format: z.literal("smallprint-moves/1"),
  /** What tells the staging folder from its copies, see `placeOf`. */
  place: z.string(),
  moves: z.array(noted),
});

/** A move as it is noted before it begins. Paths are absolute here, and relative to the project in the file. */
export type NotedMove = Readonly<z.output<typeof noted>>;

/** What a journal says of a build's moves. */
export interface Journal {
  readonly moves: readonly NotedMove[];
  /** Whether all of them are done, and only what was kept is left over. */
  readonly isDone: boolean;
  /** Whether the folder is a copy of the one that the build had. */
  readonly isCopy: boolean;
  /** Places out of the project whose moves were left out, because the folder is a copy or does not hold their reservations. */
  readonly leftOut: readonly string[];
}

const [begun, done] = ["journal.json", "journal-done.json"];

/**
 * Notes moves before the first of them begins. `root` is the project, whose copy takes its own places for those within
 * it; what lies elsewhere belongs to the one project that wrote of it.
 */
export function writeJournal(staging: string, moves: readonly NotedMove[], root: string): void {
  const content = {
    format: "smallprint-moves/1",
    place: folderIdentity(staging),
    moves: moves.map((move) => within(move, root)),
  };
  writeWhole(path.join(staging, begun), JSON.stringify(schema.parse(content), null, 1));
}

/** Says that all moves are done: from now on they stay, for good once the folder is on the disk. */
export function finishJournal(staging: string): void {
  renameSync(path.join(staging, begun), path.join(staging, done));
}

/** Forgets moves that were undone. */
export function forgetJournal(staging: string): void {
  rmSync(path.join(staging, begun), {force: true});
  syncPlace(staging);
}

/**
 * What was noted in a staging folder; nothing where no move had begun; "unreadable" where the file is no journal. Moves
 * out of the project are left out where this staging folder is a copy, because the original has them in hand, and where
 * somebody has taken their reservations away.
 */
export function readJournal(staging: string, root: string): Journal | "unreadable" | undefined {
  const isDone = existsSync(path.join(staging, done));
  const file = path.join(staging, isDone ? done : begun);
  if (!existsSync(file)) return undefined;
  const {success, data} = schema.safeParse(parseJson(readFileSync(file, "utf8")));
  if (!success) return "unreadable";
  const isCopy = data.place !== folderIdentity(staging);
  const isLeft = isCopy || (!isDone && !holdsReservations(staging));
  const isLeftOut = ({to}: NotedMove): boolean => isLeft && path.isAbsolute(to);
  const moves = data.moves.filter((move) => !isLeftOut(move));
  return {
    moves: moves.map((move) => mapPaths(move, (place) => path.resolve(root, place))),
    isDone,
    isCopy,
    leftOut: data.moves.filter(isLeftOut).map(({to}) => to),
  };
}

function within(move: NotedMove, root: string): NotedMove {
  return mapPaths(move, (place) => writtenPath(place, root));
}

function mapPaths({from, to, keep, aside, stood, made}: NotedMove, change: (place: string) => string): NotedMove {
  return {
    ...(from !== undefined && {from: change(from)}),
    to: change(to),
    keep: change(keep),
    aside: change(aside),
    stood,
    ...(made !== undefined && {made: change(made)}),
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
