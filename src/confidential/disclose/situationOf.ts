import type {Disclosure, Withholding} from "./disclosure.ts";
import {groupRuleOf} from "./groups/groupRuleOf.ts";
import {countModelOf} from "./link/countModelOf.ts";
import {impossibleCells} from "./link/impossibleCells.ts";
import type {LinkedCell} from "./link/links.ts";
import type {Situation} from "./advice/situation.ts";
import type {ModelCell} from "./search/countModel.ts";
import type {ProtectionPolicy} from "./search/protectionOf.ts";

/** The counts of the publication as the search for a pattern sees them, with the keys of the cells by their place. */
export function situationOf(disclosure: Disclosure): {
  readonly situation: Situation;
  readonly keys: readonly string[];
} {
  const {policy, links, counts} = disclosure;
  const {model, keys} = countModelOf(links, counts);
  const marked = markCells(model.cells, disclosure);
  const impossible = impossibleCells(links);
  const situation: Situation = {
    model: {...model, cells: marked},
    policy: {...policy, marks: typeof policy.mark === "string" ? "one" : "two"},
    isUnsafe: (cell, under) =>
      mayBeUnsafe(links.cells.get(cell.key)) && !impossible.has(cell.key) && isUnsafe(cell, under),
    placeOf: ({key}) => {
      const address = links.cells.get(key)?.address;
      return address && {table: address.population, at: address.at};
    },
    nameOf: ({key}) => key,
  };
  return {situation, keys};
}

/** Marks what is withheld already although it is safe by itself, and what the rule for small groups says of counts. */
function markCells(cells: readonly ModelCell[], disclosure: Disclosure): readonly ModelCell[] {
  const {breakdown, bounds} = groupRuleOf(disclosure);
  const chosen: readonly (Withholding | undefined)[] = ["by-choice", "small-group"];
  return cells.map((cell) => {
    const known = bounds.get(cell.key);
    const isChosen = chosen.includes(disclosure.cells.get(cell.key)?.withheld) && cell.fixed !== true;
    return {
      ...cell,
      ...(isChosen && {chosen: true}),
      ...(known && {bounds: known}),
      ...(breakdown.has(cell.key) && {isOfSmallGroup: true}),
    };
  });
}

/** Small counts, whether or not a table shows them: those that none shows can follow from others. */
function isUnsafe({count, shown}: ModelCell, {threshold, zeros}: ProtectionPolicy): boolean {
  return (count >= 1 && count < threshold) || (zeros === "hidden" && shown && count === 0);
}

/** What was printed before, or was given up because of it, is known: there is nothing left to protect. */
function mayBeUnsafe(cell: LinkedCell | undefined): boolean {
  return cell?.isArithmetic !== true && cell?.fixed !== true && cell?.isLost !== true;
}
