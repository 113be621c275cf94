import {cellKey} from "../../publication/index.ts";
import type {Release} from "../../release/index.ts";

type Cell = Release["cells"][number]["cell"];

/** Numbers that one release changed of those before it, by key: what they were and are, in words. */
export type ChangedNumbers = ReadonlyMap<string, string>;

/** What of the numbers that two releases answer is not as it was; numbers that one of them was not asked are none. */
export function changesBetween(before: Release, now: Release): ChangedNumbers {
  const was = new Map(before.cells.map(({address, cell}) => [cellKey(address), cell]));
  return new Map(
    now.cells.flatMap(({address, cell}) => {
      const key = cellKey(address);
      const old = was.get(key);
      const isAlike = old === undefined || asTold(old) === asTold(cell);
      return isAlike ? [] : [[key, `${inFigures(old)} before, ${inFigures(cell)} now`]];
    }),
  );
}

/** A number that is published, or that there is none. */
function inFigures(cell: Cell): string {
  return cell.status === "published" ? String(Number(cell.value.toPrecision(6))) : "none";
}

/** What a reader is told of a cell: its number, or its mark. An interval beside it that is new is no other number. */
function asTold(cell: Cell): string {
  if (cell.status === "published") return String(cell.value);
  return "mark" in cell ? `${cell.status} ${cell.mark ?? ""}` : cell.status;
}
