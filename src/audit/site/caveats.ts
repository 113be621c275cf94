import {variablesNamed, type Break} from "../../publication/index.ts";
import type {PublicCell} from "./editionInDist.ts";
import type {ShownFigure} from "./scope.ts";

/** What must be told of a number, and why. */
interface ToldCaveat {
  readonly kind: PublicCell["caveats"][number]["kind"];
  readonly because: string;
}

/**
 * What has to be told of a number of a figure: what its release says of its days, and, where numbers of another edition stand
 * beside it, the definitions that changed between the two by its report.
 */
export function caveatsTold(
  cell: PublicCell,
  {cells}: Pick<ShownFigure, "cells">,
  breaks: readonly Break[],
): readonly ToldCaveat[] {
  const asks = ({query}: PublicCell, name: string): boolean =>
    [...variablesNamed(query), ...query.populations].includes(name);
  const between = breaks.filter(({variable, from}) => {
    if (variable === undefined || from !== undefined || !isOwn(cell) || !asks(cell, variable)) return false;
    return cells.some((one) => !isOwn(one) && asks(one, variable));
  });
  return [...cell.caveats, ...between.map(({because}) => ({kind: "break" as const, because}))];
}

function isOwn({query: {edition}}: PublicCell): boolean {
  return edition === "this";
}

/** The marks that stand beside a number, or beside the heading of all that have them. */
export function marksFor(caveats: readonly ToldCaveat[]): readonly string[] {
  const has = (kind: ToldCaveat["kind"]): boolean => caveats.some((one) => one.kind === kind);
  return [...(has("provisional") ? ["[p]"] : []), ...(has("break") ? ["[b]"] : [])];
}

/** What a file writes of them. */
export function caveatsInFile(caveats: readonly ToldCaveat[]): readonly string[] {
  return caveats.map(({kind}) => (kind === "mixture" ? "across a break" : kind));
}
