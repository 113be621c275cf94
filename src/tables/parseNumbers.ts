/** A whole count as a table writes it, digits and nothing else; nothing where it is none, or too large to be exact. */
export function parseCount(text: string): number | undefined {
  const count = /^[0-9]+$/.test(text) ? Number(text) : Number.NaN;
  return Number.isSafeInteger(count) ? count : undefined;
}

/** A number as a table writes it: digits, with a point before decimals and a minus where it is below zero. */
export function parseDecimal(text: string): number | undefined {
  return /^-?[0-9]+(\.[0-9]+)?$/.test(text) ? Number(text) : undefined;
}
