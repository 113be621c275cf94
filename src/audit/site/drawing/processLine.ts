import type {PublicCell} from "../editionInDist.ts";

/**
 * Where a line of a control chart stands for each of some cells in order; nothing for a formula that nobody knows, or
 * where a cell is not published. XmR: mean and 2.66 mean moving ranges. p: the share of all, and three standard errors
 * by the base of each. Sources: Wheeler, Understanding Variation (1993); Montgomery, Statistical Quality Control.
 */
export function processLine(formula: string, rows: readonly PublicCell[]): readonly number[] | undefined {
  const [kind, side = ""] = formula.split(" ");
  const sign = {upper: 1, centre: 0, lower: -1}[side];
  if (sign === undefined || rows.length < 2) return undefined;
  const numbers = rows.flatMap(({cell}) => (cell.status === "published" ? [cell] : []));
  if (numbers.length < rows.length) return undefined;
  if (kind === "XmR")
    return ofNeighbours(
      numbers.map(({value}) => value),
      sign,
    );
  return kind === "p" ? ofShares(numbers, sign) : undefined;
}

function ofNeighbours(values: readonly number[], sign: number): readonly number[] {
  let [total, steps] = [values[0] ?? NaN, 0];
  for (let at = 1; at < values.length; at += 1) {
    const [before = NaN, now = NaN] = [values[at - 1], values[at]];
    total += now;
    steps += Math.abs(now - before);
  }
  const level = total / values.length + (sign * 2.66 * steps) / (values.length - 1);
  return values.map(() => level);
}

function ofShares(
  cells: readonly {readonly count?: number | undefined; readonly of?: number | undefined}[],
  sign: number,
): readonly number[] | undefined {
  const [counts, bases] = [cells.map(({count}) => count ?? NaN), cells.map(({of}) => of ?? NaN)];
  const p = counts.reduce((a, b) => a + b) / bases.reduce((a, b) => a + b);
  if (!(p >= 0 && p <= 1)) return undefined;
  return bases.map((n) => 100 * Math.min(1, Math.max(0, p + sign * 3 * Math.sqrt((p * (1 - p)) / n))));
}
