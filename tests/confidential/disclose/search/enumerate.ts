import type {CountModel} from "../../../../src/confidential/disclose/search/countModel.ts";

/**
 * Every value that a cell can have over all tables of whole counts that agree with what is published: by trying them
 * all. `most` bounds the withheld counts; small models only.
 */
export function possibleValues(
  model: CountModel,
  withheld: ReadonlySet<number>,
  {cell, most, smallest}: {cell: number; most: number; smallest: 0 | 1},
): ReadonlySet<number> {
  const values = model.cells.map(({count}) => count);
  const free = [...withheld];
  const found = new Set<number>();
  const sumsHold = (decided: ReadonlySet<number>): boolean =>
    model.equations.every(({total, parts}) => {
      const open = [total, ...parts].some((index) => withheld.has(index) && !decided.has(index));
      return open || parts.reduce((sum, part) => sum + (values[part] ?? 0), 0) === values[total];
    });
  const decide = (position: number, decided: Set<number>): void => {
    const index = free[position];
    if (index === undefined) {
      found.add(values[cell] ?? -1);
      return;
    }
    decided.add(index);
    for (let value = smallest; value <= most; value++) {
      values[index] = value;
      if (sumsHold(decided)) decide(position + 1, decided);
    }
    decided.delete(index);
  };
  decide(0, new Set());
  return found;
}
