import type {ModelCell, Protection, Range} from "./countModel.ts";

/** By how many units a cell can rise and fall before a reader would know better, once it is withheld. */
export interface Room {
  readonly rise: number;
  readonly fall: number;
}

/** The room of a cell under a policy. Of a cell that no table shows a reader knows only that it is a count. */
export function roomOf(cell: ModelCell, protection: Protection): Room {
  const {count} = cell;
  const {least, most} = cell.shown ? rangeOf(cell, protection) : within(anyCount, cell.bounds);
  return {rise: Math.max(0, most - count), fall: Math.max(0, count - least)};
}

/** Whether a cell may be withheld at all: a published zero stays a zero where no mark stands for zeros. */
export function mayBeWithheld(cell: ModelCell, protection: Protection): boolean {
  const {count, shown, fixed = false} = cell;
  const {least, most} = rangeOf(cell, protection);
  return shown && !fixed && least <= count && count <= most;
}

const anyCount: Range = {least: 0, most: Infinity};

/** The values that a reader assumes possible of a cell once it is withheld, from its mark and the group that it is in. */
function rangeOf({count, bounds, isOfSmallGroup = false}: ModelCell, {range}: Protection): Range {
  return within(isOfSmallGroup ? anyCount : range(count), bounds);
}

function within({least, most}: Range, bounds: Range = anyCount): Range {
  return {least: Math.max(least, bounds.least), most: Math.min(most, bounds.most)};
}
