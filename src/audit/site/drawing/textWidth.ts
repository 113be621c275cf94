/** Size in px that drawings are lettered in. */
const size = 14;
/** Widths in thousandths of the size, of the wider of the two fonts that a drawing may be shown in. */
const widths: Readonly<Record<string, number>> = {",": 278, ".": 278, "%": 889, "<": 584, ">": 584, "[": 303, "]": 303};
const digit = 556;
const widest = 900;

/** The most room in px that a printed number or mark takes. */
export function textWidth(text: string): number {
  const thousandths = [...text].reduce((sum, one) => sum + (/[\da-z]/.test(one) ? digit : (widths[one] ?? widest)), 0);
  return (thousandths * size) / 1000;
}
