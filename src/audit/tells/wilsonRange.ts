/** 97.5th percentile of the standard normal distribution. */
const z = 1.959963984540054;

/** A published share in percent with one decimal, with its 95% interval where one is printed. */
export interface PrintedShare {
  readonly value: number;
  readonly lower?: number;
  readonly upper?: number;
}

/** Smallest and largest of some whole numbers. */
export interface WholeRange {
  readonly from: number;
  readonly to: number;
}

/** Bases beyond this are not tried: an interval of so many is too narrow to tell one base from the next. */
const largestBase = 20_000;

/**
 * The counts and bases from which a printed share and its 95% interval can come: an interval's width gives its base
 * away. Nothing where no base in the range fits.
 *
 * Source: Wilson EB, 1927, JASA 22:209–212, without continuity correction.
 */
export function wilsonRange(share: PrintedShare, base: WholeRange): {count: WholeRange; of: WholeRange} | undefined {
  const counts: number[] = [];
  const bases: number[] = [];
  const last = Math.min(base.to, largestBase);
  for (let of = Math.max(base.from, 1); of <= last; of += 1) {
    const fits = countsFor(share, of);
    if (fits.length === 0) continue;
    bases.push(of);
    counts.push(...fits);
  }
  if (bases.length === 0 || (base.to > largestBase && bases.at(-1) === largestBase)) return undefined;
  const span = (values: readonly number[]) => ({
    from: values.reduce((a, b) => Math.min(a, b), Infinity),
    to: values.reduce((a, b) => Math.max(a, b), 0),
  });
  return {count: span(counts), of: span(bases)};
}

function countsFor(share: PrintedShare, of: number): readonly number[] {
  const least = Math.max(0, Math.ceil(((share.value - 0.06) * of) / 100));
  const most = Math.min(of, Math.floor(((share.value + 0.06) * of) / 100));
  const fits: number[] = [];
  for (let count = least; count <= most; count += 1) if (isPrintedAs(share, count, of)) fits.push(count);
  return fits;
}

function isPrintedAs({value, lower, upper}: PrintedShare, count: number, of: number): boolean {
  if (Math.floor((2000 * count + of) / (2 * of)) !== Math.round(value * 10)) return false;
  const middle = 2 * count + z ** 2;
  const spread = z * Math.sqrt(z ** 2 + 4 * count * (1 - count / of));
  const scale = 2 * (of + z ** 2);
  return isNear(lower, (middle - spread) / scale) && isNear(upper, (middle + spread) / scale);
}

/** Whether a bound printed in percent to one decimal can be this proportion; a hair wider than rounding. */
function isNear(printed: number | undefined, proportion: number): boolean {
  return printed === undefined || Math.abs(printed - 100 * Math.min(1, Math.max(0, proportion))) <= 0.0501;
}
