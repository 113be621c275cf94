import {cellKey, type CellAddress} from "../../publication/index.ts";
import type {SignOff} from "./signOff.ts";

type Reason = SignOff["others"][string];

const advice: Readonly<Record<Reason, readonly string[]>> = {
  secondary: [
    "To print it: ask for coarser groups in the place of those that it protects, leave out a total, a table or a sentence",
    "that ties it to them, or name others to withhold in its place under remedies in policy.yaml.",
  ],
  people: [
    "To print it: ask for coarser groups in the place of the one that it protects, or leave out a total, a table or a",
    "sentence that names that group or divides it.",
  ],
  "small-group": ["It cannot be printed while its group is so small. Ask for the breakdown of a larger group."],
  "by-choice": ["To print it: take it from the remedies in policy.yaml. Others may then be withheld in its place."],
  "rests-on-withheld": [
    "To print it: see what its counts need (explain), or ask for a group whose counts are printed.",
  ],
  "too-few-for-a-mean": ["To print one: ask for that of a larger group."],
};

const adviceOnSmall = [
  "It cannot be printed. Ask for a larger group that holds it: a coarser variable, fewer variables at once, or two of its",
  "categories as one in the code list.",
];

/** What the analyst can change where a cell is withheld; nothing for a cell that is not. */
export function adviseOn(address: CellAddress, {primaries, others}: SignOff): readonly string[] {
  const key = cellKey(address);
  if (primaries.includes(key)) return adviceOnSmall;
  const reason = others[key];
  return reason === undefined ? [] : advice[reason];
}
