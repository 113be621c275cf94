import type {ModelCell, Protection} from "./countModel.ts";

/** By how many units a cell can rise and fall before a reader would know better, once it is withheld. */
export interface Room {
  readonly rise: number;
  readonly fall: number;
}

/** The room of a cell under a policy. Of a cell that no table shows a reader knows only that it is a count. */
export function roomOf({count, shown}: ModelCell, {range}: Protection): Room {
  const {least, most} = shown ? range(count) : {least: 0, most: Infinity};
  return {rise: Math.max(0, most - count), fall: Math.max(0, count - least)};
}

/** Whether a cell may be withheld at all: a published zero stays a zero where no mark stands for zeros. */
export function mayBeWithheld({count, shown, fixed = false}: ModelCell, {range}: Protection): boolean {
  const {least, most} = range(count);
  return shown && !fixed && least <= count && count <= most;
}
