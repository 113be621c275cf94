import type {Directive} from "../../publication/index.ts";
import {askCell, askCells} from "./askCells.ts";
import {isPublished} from "./compareCells.ts";
import {takeRanked} from "./printRanking.ts";
import type {Reading} from "./Reading.ts";

type OtherwiseDirective = Extract<Directive, {kind: "otherwise"}>;

/**
 * What is said in the place of a whole paragraph: its `otherwise` where a number in it that has no words of its own,
 * or a claim it rests on, meets a cell that is not published. Undefined where the paragraph stands.
 */
export function paragraphInstead(directives: readonly Directive[], reading: Reading): string | undefined {
  const otherwise = directives.find((directive): directive is OtherwiseDirective => directive.kind === "otherwise");
  if (otherwise === undefined) return undefined;
  return directives.some((directive) => lacksNumber(directive, reading)) ? otherwise.text : undefined;
}

function lacksNumber(directive: Directive, reading: Reading): boolean {
  const {releases} = reading;
  if ("otherwise" in directive && directive.otherwise !== undefined) return false;
  switch (directive.kind) {
    case "value":
      return !isPublished(askCell(directive.query, releases).cell);
    case "compare":
      return [directive.left, directive.right].some((query) => !isPublished(askCell(query, releases).cell));
    case "change":
      return ["this", "previous"].some(
        (edition) => !isPublished(askCell({...directive.query, edition}, releases).cell),
      );
    case "ranking":
      return (takeRanked(directive, reading)?.length ?? 0) === 0;
    case "claim":
      return [directive.left, directive.right].some(
        (side) => typeof side !== "number" && !isPublished(askCell(side, releases).cell),
      );
    case "claim-rank":
      return askCells(directive.query, releases).every(({cell}) => !isPublished(cell));
    default:
      return false;
  }
}
