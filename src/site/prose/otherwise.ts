import {
  directivesIn,
  type Directive,
  type FigureBlock,
  type OtherwiseDirective,
  type Query,
  type TableBlock,
} from "../../publication/index.ts";
import {askCell, askCells} from "../../release/index.ts";
import {isPublicCell} from "./compareCells.ts";
import {findOutlying} from "./printOutlying.ts";
import {takeRanked} from "./printRanking.ts";
import type {Reading} from "./Reading.ts";

/**
 * What is said in the place of a whole paragraph, title or sentence: its `otherwise` where a number in it that has no
 * words of its own, or a claim it rests on, meets a cell that is not published. An `otherwise` with `when` speaks of
 * one such cell, and goes before that for any. Undefined where the paragraph stands.
 */
export function paragraphInstead(directives: readonly Directive[], reading: Reading): string | undefined {
  const all = directives.filter((directive): directive is OtherwiseDirective => directive.kind === "otherwise");
  if (all.length === 0) return undefined;
  const own = all.find(({when}) => when !== undefined && isHidden(when, reading));
  if (own !== undefined) return own.text;
  const general = all.find(({when}) => when === undefined);
  return general !== undefined && directives.some((one) => lacksNumber(one, reading)) ? general.text : undefined;
}

/** Whether the finding of a title, or a claim that it rests on, is not published. */
export function lacksFinding({title, claims}: FigureBlock | TableBlock, reading: Reading): boolean {
  return [...directivesIn(title), ...claims].some((directive) => lacksNumber(directive, reading));
}

function lacksNumber(directive: Directive, reading: Reading): boolean {
  if ("otherwise" in directive && directive.otherwise !== undefined) return false;
  switch (directive.kind) {
    case "value":
      return isHidden(directive.query, reading);
    case "compare":
    case "difference":
      return [directive.left, directive.right].some((query) => isHidden(query, reading));
    case "status":
      return [directive.query, directive.against].some((query) => isHidden(query, reading));
    case "change":
      return ["this", "previous"].some((edition) => areHidden({...directive.query, edition}, reading));
    case "ranking":
      return (takeRanked(directive, reading)?.length ?? 0) === 0;
    case "outlying":
      return findOutlying(directive, reading).length === 0;
    case "claim":
      return [directive.left, directive.right].some((side) => typeof side !== "number" && isHidden(side, reading));
    case "claim-rank":
      return askCells(directive.query, reading.releases).every(({cell}) => !isPublicCell(cell));
    case "fact":
    case "label":
    case "otherwise":
    case "report":
    case "see":
    case "term":
    case "unclaimed":
      return false;
  }
}

function isHidden(query: Query, {releases}: Reading): boolean {
  return !isPublicCell(askCell(query, releases).cell);
}

/** Whether a number of a query that may ask several populations is not published. */
function areHidden(query: Query, {releases}: Reading): boolean {
  return askCells(query, releases).some(({cell}) => !isPublicCell(cell));
}
