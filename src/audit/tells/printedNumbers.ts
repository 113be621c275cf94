/** A number as it stands in a text. */
export interface PrintedNumber {
  /** As written: `1,486`, `12.5%`. */
  readonly text: string;
  /** The same number however it is written: `1486`, `12.5%`. */
  readonly key: string;
  readonly index: number;
}

const inDigits = /\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?%?|\d+(?:\.\d+)?%?/g;
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

function keyOf(written: string): string {
  const isPercent = written.endsWith("%");
  return numberKey(Number(written.replace(/[,%]/g, "")), isPercent);
}
