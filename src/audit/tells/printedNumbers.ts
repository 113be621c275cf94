/** A number as it stands in a text. */
export interface PrintedNumber {
  /** As written: `1,486`, `12.5%`, `−3`. */
  readonly text: string;
  /** The same number however it is written: `1486`, `12.5%`, `-3`. */
  readonly key: string;
  readonly index: number;
}

/** A sign belongs to the digits behind it: a minus sign always, a dash where it follows no other word or number. */
const sign = "(?:−|(?<=^|[\\s(\\[])[-–])?";
const digits = "(?:\\d{1,3}(?:,\\d{3})+(?!\\d)(?:\\.\\d+)?|\\d+(?:\\.\\d+)?)";
const inDigits = new RegExp(`${sign}${digits}%?`, "g");
const signOfNumber = /^[−–-]/;
/** Digits of other scripts, fractions, superscripts: no cell is ever printed in them. */
const inOtherDigits = /(?!\d)\p{N}/gu;

/** Every number in a text. Digits that are no ASCII digits are numbers of their own, which nothing ever allows. */
export function printedNumbers(text: string): readonly PrintedNumber[] {
  const plain = [...text.matchAll(inDigits)].map(({0: written, index}) => ({
    text: written,
    key: keyOf(written),
    index,
  }));
  const odd = [...text.matchAll(inOtherDigits)].map(({0: written, index}) => ({text: written, key: written, index}));
  return [...plain, ...odd];
}

/** The name of a number: `1486` for 1486, `12%` for 12 percent. */
export function numberKey(value: number, isPercent = false): string {
  return `${String(value)}${isPercent ? "%" : ""}`;
}

/** The key of a rate or ratio as it is printed: one of somebody that rounds to nought is below the least that is written. */
export function tinyNumberKey(
  {value, count = 0}: {readonly value: number; readonly count?: number | undefined},
  decimals: number,
): string {
  return numberKey(value === 0 && count > 0 ? 1 / 10 ** decimals : value);
}

function keyOf(written: string): string {
  return numberKey(numberOf(written), written.endsWith("%"));
}

/** The number that is written, with its commas, its sign and its percent sign: −1234.5 of `−1,234.5%`. */
function numberOf(written: string): number {
  return Number(written.replace(signOfNumber, "-").replace(/[,%]/g, ""));
}

/** The number that a whole text is; not a number where it is anything else besides. */
export function numberAlone(text: string): number {
  const [number, ...others] = printedNumbers(text);
  return number?.text === text && others.length === 0 ? numberOf(text) : NaN;
}
