/**
 * Advance widths in thousandths of the font size: for every character the wider of Source Sans 3 and Arial (as
 * measured in Chromium from @fontsource-variable/source-sans-3 5.3.0 and Liberation Sans 2), so that a label that fits
 * on the page also fits in a downloaded drawing on a machine without the font.
 */
export const glyphWidths = {
  /** Characters 32 to 126, weight 400. */
  regular: [
    278, 289, 426, 556, 556, 889, 667, 249, 333, 333, 418, 584, 278, 333, 278, 350, 556, 556, 556, 556, 556, 556, 556,
    556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833,
    722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 303, 350, 303, 497, 556, 542, 556, 556, 500, 556,
    556, 292, 556, 556, 246, 247, 500, 255, 833, 556, 556, 556, 556, 347, 500, 338, 556, 500, 722, 500, 500, 500, 334,
    260, 334, 584,
  ],
  /** The same, weight 600. */
  bold: [
    278, 333, 482, 556, 556, 889, 722, 275, 333, 333, 438, 584, 278, 333, 278, 344, 556, 556, 556, 556, 556, 556, 556,
    556, 556, 556, 333, 333, 584, 584, 584, 611, 975, 722, 722, 722, 722, 667, 611, 778, 722, 282, 556, 722, 611, 833,
    722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 333, 344, 333, 584, 556, 549, 556, 611, 556, 611,
    556, 333, 611, 611, 278, 278, 556, 278, 889, 611, 611, 611, 611, 389, 556, 361, 611, 556, 778, 556, 556, 500, 389,
    280, 389, 584,
  ],
  /** Frequent characters beyond those, weight 600 for both. */
  others: {
    "\u00a0": 278,
    "\u00a3": 556,
    "\u00b7": 333,
    "\u00d7": 584,
    "\u2013": 556,
    "\u2014": 1000,
    "\u2018": 278,
    "\u2019": 278,
    "\u201c": 500,
    "\u201d": 500,
    "\u2022": 350,
    "\u2026": 1000,
    "\u2212": 584,
    "\u20ac": 556,
  } as Readonly<Record<string, number>>,
  /** Any other character: as wide as the widest letter of the alphabets that names of places use. */
  unknown: 900,
} as const;
