/** A number with its sign, and one decimal where no others are asked, as a difference is written: "+2.2", "−0.4", "0.0". */
export function signedNumber(points: number, decimals = 1): string {
  const written = Math.abs(points).toFixed(decimals);
  if (Number(written) === 0) return written;
  return `${points < 0 ? "−" : "+"}${written}`;
}
