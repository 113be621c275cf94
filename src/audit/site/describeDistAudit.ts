import type {Checked, Findings} from "./finding.ts";

const kinds: Readonly<Record<Checked, string>> = {
  pages: "numbers in the text of pages",
  words: "comparisons in words, each against the released counts",
  tables: "numbers in tables, each against its row and column",
  drawings: "numbers in and about drawings",
  shapes: "shapes of drawings, by length, place and tint",
  CSV: "numbers in CSV files, each against the cell that its row names",
  PDF: "numbers in PDFs, against the page that each was printed from",
  archives: "files in archives, each against the file beside it",
};

/** The result of an audit of a built site, for whoever publishes it. Holds no number that is not in the site already. */
export function describeDistAudit({list, checked}: Findings, editions: readonly string[]): string {
  const counts = Object.entries(kinds).map(([kind, words]) => {
    const count = checked.get(kind as Checked) ?? 0;
    return `  ${count.toLocaleString("en-GB").padStart(9)}  ${words}`;
  });
  const findings = list.map(({file, place, what, remedy}) => `  ${file}, ${place}: ${what}. ${remedy}.`);
  return [
    `Built site of ${editions.join(", ")}`,
    "Checked",
    ...counts,
    ...(list.length === 0 ? [...conclusion] : [`Findings: ${String(list.length)}`, ...findings]),
    "",
  ].join("\n");
}

const conclusion = [
  "Nothing in it goes beyond the releases: the numbers found are a part of the released cells, so what the audit of a",
  'release ("smallprint audit <edition>") proves of all of them together holds for this site as well.',
  "Numbers in words are judged where they count people or forms; comparisons of two groups, or of two answers, by the",
  "intervals of their differences; a part against its whole and rates by their direction.",
];
