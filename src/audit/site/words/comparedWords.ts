import {inPrevious} from "../../../publication/index.ts";
import {cellsOf, exactValue, type EditionInDist, type PublicCell} from "../editionInDist.ts";
import type {ComparingDirective} from "./linePattern.ts";
import {saysChange} from "./saysChange.ts";
import {sidesOfTarget, verdictOn} from "./verdict.ts";

type Of<Kind extends ComparingDirective["kind"]> = Extract<ComparingDirective, {kind: Kind}>;

/** Whether the released numbers bear out what the page says in the place of a comparison. */
export function areBorneOut(words: string, comparison: ComparingDirective, edition: EditionInDist): boolean {
  const said = words.replace(/\s+/g, " ").trim();
  if (comparison.otherwise === said) return true;
  switch (comparison.kind) {
    case "compare":
      return isComparedSo(said, comparison, edition);
    case "status":
      return isOnSide(said, comparison, edition);
    case "change": {
      const now = cellsOf(comparison.query, edition);
      return saysChange(said, now, cellsOf(inPrevious(comparison.query), edition));
    }
    case "outlying":
      return liesApart(said, comparison, edition);
    case "ranking":
      return comesFirst(said, comparison, edition);
  }
}

function isComparedSo(said: string, {left, right, words}: Of<"compare">, edition: EditionInDist): boolean {
  const [one] = cellsOf(left, edition);
  const [other] = cellsOf(right, edition);
  const verdict = one && other && verdictOn(one, other);
  if (verdict === undefined) return said.startsWith("[");
  const [greater, smaller, neither] = words;
  const sides = {"1": greater, "-1": smaller, "0": neither} as const;
  return verdict.sides.some((side) => sides[`${side}`] === said);
}

/** Whether words for above, below or neither are those of the side on which the number lies of its target. */
function isOnSide(said: string, {query, against, words}: Of<"status">, edition: EditionInDist): boolean {
  const [one] = cellsOf(query, edition);
  const [other] = cellsOf(against, edition);
  const sides = one && other && sidesOfTarget(one, other);
  if (sides === undefined) return said.startsWith("[");
  const [greater, smaller, neither] = words;
  const named = {"1": greater, "-1": smaller, "0": neither} as const;
  return sides.some((side) => named[`${side}`] === said);
}

/** Every place named lies on that side; a mark, or nothing, where none is. */
function liesApart(said: string, {query, than, side, isTarget}: Of<"outlying">, edition: EditionInDist): boolean {
  const [whole] = cellsOf(than, edition);
  const value = whole && exactValue(whole);
  const named = namedIn(said, cellsOf(query, edition));
  if (named.length === 0) return said.startsWith("[");
  return named.every((cell) => {
    if (isTarget)
      return whole !== undefined && sidesOfTarget(cell, whole)?.includes(side === "higher" ? 1 : -1) === true;
    const own = exactValue(cell);
    if (own === undefined || value === undefined) return false;
    return side === "higher" ? own > value : own < value;
  });
}

/** None that is left out comes before one that is named. */
function comesFirst(said: string, {query, order, skip, leaveOut}: Of<"ranking">, edition: EditionInDist): boolean {
  const cells = cellsOf(query, edition).filter(({asked}) =>
    asked.place.every(({category}) => category !== "total" && !leaveOut.some((role) => role === category.role)),
  );
  const named = namedIn(said, cells);
  if (named.length === 0) return said.startsWith("[");
  const values = named.map(exactValue);
  if (values.includes(undefined)) return false;
  if (order === "all" || skip > 0) return true;
  const others = cells.filter((cell) => !named.includes(cell)).flatMap((cell) => exactValue(cell) ?? []);
  const known = values.filter((value) => value !== undefined);
  return order === "highest" ? Math.max(...others) <= Math.min(...known) : Math.min(...others) >= Math.max(...known);
}

/** The cells whose places a text names; a longer name is looked for before one that it holds. */
function namedIn(said: string, cells: readonly PublicCell[]): readonly PublicCell[] {
  let left = said;
  const textOf = ({asked}: PublicCell): string =>
    asked.place.map(({category}) => (category === "total" ? "all" : category.text)).join(", ");
  return cells
    .toSorted((a, b) => textOf(b).length - textOf(a).length)
    .filter((cell) => {
      const at = left.indexOf(textOf(cell));
      if (at === -1) return false;
      left = `${left.slice(0, at)}${" ".repeat(textOf(cell).length)}${left.slice(at + textOf(cell).length)}`;
      return true;
    });
}
