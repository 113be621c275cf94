import {variablesNamed, type Break} from "../../publication/index.ts";
import type {Caveat} from "../../release/index.ts";
import type {FigurePart} from "./readParts.ts";

/**
 * The parts of a figure in which numbers of this edition that stand beside another's carry the breaks between the two: those
 * that are told apart by a variable, or are of a part, that was made of other answers then.
 */
export function withBreaksBetween(parts: readonly FigurePart[], breaks: readonly Break[]): readonly FigurePart[] {
  const between = breaks.filter(({variable, from}) => from === undefined && isAcross(parts, variable));
  if (between.length === 0) return parts;
  return parts.map((part) => {
    const own = between
      .filter(({variable}) => part.query.edition === "this" && isOf(part, variable))
      .map(({because}): Caveat => ({kind: "break", because}));
    return {
      ...part,
      rows: part.rows.map((read) => ({...read, row: {...read.row, caveats: [...read.row.caveats, ...own]}})),
    };
  });
}

function isAcross(parts: readonly FigurePart[], variable: string | undefined): boolean {
  const isFrom = (part: FigurePart): boolean => part.query.edition !== "this" && isOf(part, variable);
  return parts.some(isFrom) && parts.some(({query}) => query.edition === "this");
}

function isOf({query}: FigurePart, variable: string | undefined): boolean {
  return variable !== undefined && [...variablesNamed(query), ...query.populations].includes(variable);
}
