/** One decimal with its sign, as a difference is written: "+2.2", "−0.4", "0.0". */
export function signedNumber(points: number): string {
  const written = Math.abs(points).toFixed(1);
  if (Number(written) === 0) return written;
  return `${points < 0 ? "−" : "+"}${written}`;
}
