/** A whole count as a table writes it, digits and nothing else; nothing where it is none, or too large to be exact. */
export function parseCount(text: string): number | undefined {
  const count = /^[0-9]+$/.test(text) ? Number(text) : Number.NaN;
  return Number.isSafeInteger(count) ? count : undefined;
}

/** As many decimal digits as a number keeps whatever they are. Source: IEEE 754, binary64. */
const keptDigits = 15;

/**
 * A number as a table writes it: digits, with a point before decimals and a minus where it is below zero. Nothing where it
 * is none, or would not be written as it was again.
 */
export function parseDecimal(text: string): number | undefined {
  const [found, whole = "", decimals = ""] = /^-?([0-9]+)(?:\.([0-9]+))?$/.exec(text) ?? [];
  if (found === undefined) return undefined;
  const number = Number(text);
  if (/^0*$/.test(decimals)) return Number.isSafeInteger(number) ? number : undefined;
  const isKept = whole.length + decimals.length <= keptDigits || String(number) === text;
  return isKept ? number : undefined;
}
