import type {Mark} from "../../publication/index.ts";
import type {Caveat, Cell} from "../../release/index.ts";

/** A mark in the place of a number and what it means. */
export interface MeaningfulMark {
  readonly text: string;
  readonly meaning: string;
}

/** Marks of cells that are not published for another reason than confidentiality. Source: GSS shorthand. */
const shorthand = {
  unreliable: {text: "[u]", meaning: "too few to be useful"},
  "not-applicable": {text: "[z]", meaning: "not applicable"},
  "not-available": {text: "[x]", meaning: "not available"},
} as const;

/** Marks beside a number, or beside the heading of all numbers that they are of. Source: GSS shorthand. */
const caveatMarks = {
  provisional: {text: "[p]", meaning: "provisional"},
  break: {text: "[b]", meaning: "break in the series"},
} as const satisfies Readonly<Record<string, MeaningfulMark>>;

/** The marks of what is told of a number beside it, each once; none of a number that is no one period. */
export function marksBeside(caveats: readonly Caveat[]): readonly MeaningfulMark[] {
  const all = [caveatMarks.provisional, caveatMarks.break];
  return all.filter((mark) => caveats.some(({kind}) => kind !== "mixture" && caveatMarks[kind] === mark));
}

/** The mark of a withheld cell whose release knows no second one. Source: GSS shorthand. */
const usualMark = "[c]";

const meanings = {
  one: "withheld to protect confidentiality",
  small: "a small count, part of a small group, or what rests on one, withheld to protect confidentiality",
  further: "withheld so that a small count cannot be worked out, or a mean of too few",
} as const;

/** What stands in the place of a cell that is not published, under a policy's mark or marks. */
export function markOf(cell: Exclude<Cell, {status: "published"}>, mark: Mark): MeaningfulMark {
  if (cell.status !== "suppressed") return shorthand[cell.status];
  if (typeof mark === "string") return {text: mark, meaning: meanings.one};
  // An edition compared with may have been published under one mark, which says neither.
  if (cell.mark === undefined) return {text: usualMark, meaning: meanings.one};
  return {text: mark[cell.mark], meaning: meanings[cell.mark]};
}

/** The marks of withheld cells under a policy, each with its meaning. */
export function withheldMarks(mark: Mark): readonly MeaningfulMark[] {
  if (typeof mark === "string") return [markOf({status: "suppressed"}, mark)];
  return (["small", "further"] as const).map((one) => markOf({status: "suppressed", mark: one}, mark));
}

/** Every mark that can stand in a report, each with its meaning. */
export function allMarks(mark: Mark): readonly MeaningfulMark[] {
  return [
    ...withheldMarks(mark),
    ...[shorthand.unreliable, shorthand["not-available"], shorthand["not-applicable"]],
    ...Object.values(caveatMarks),
  ];
}
