import type {CountModel, Move, Protection} from "../../../src/confidential/disclose/search/countModel.ts";

/** A pattern, and what a reader assumes of what it hides. */
interface Hidden {
  readonly model: CountModel;
  readonly withheld: ReadonlySet<number>;
  readonly protection: Protection;
}

/**
 * Whether a reader could take a table for the true one: checked by substitution, without the solver that found it. It
 * differs from the truth by whole counts of what is not printed, every count is one that its mark allows, and every
 * total is the sum of its parts.
 */
export function isPossibleTable(move: Move, {model, withheld, protection}: Hidden): boolean {
  const {cells, equations} = model;
  const isAllowed = [...move].every(([cell, change]) => {
    const {count = 0, shown = false} = cells[cell] ?? {};
    const {least, most} = shown ? protection.range(count) : {least: 0, most: Infinity};
    const isHidden = !shown || withheld.has(cell);
    return isHidden && Number.isInteger(change) && count + change >= least && count + change <= most;
  });
  const by = (cell: number): number => move.get(cell) ?? 0;
  return isAllowed && equations.every(({total, parts}) => parts.reduce((sum, part) => sum + by(part), 0) === by(total));
}
