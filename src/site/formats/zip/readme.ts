import type {Mark} from "../../../publication/index.ts";
import {withheldMarks} from "../../words/marks.ts";
import {fileSize} from "../fileSize.ts";

/** What a README says of the report that its files belong to. */
export interface ReadmeWords {
  /** Identifier of the edition. */
  readonly id: string;
  readonly title: string;
  readonly region: string;
  /** "April 2007 to March 2008". */
  readonly period: string;
  readonly publisher: string;
  readonly contact: string;
  /** ISO day; absent from a draft. */
  readonly published?: string;
  /** What must be known of the numbers before anything else, as the report's pages say it. */
  readonly notices: readonly {readonly heading: string; readonly words: string}[];
  /** Whether anybody was counted for it: published figures alone are withheld from nobody. */
  readonly isOfRecords: boolean;
  /** Mark or marks of withheld cells. */
  readonly mark: Mark;
}

const columns: readonly (readonly [name: string, meaning: string])[] = [
  ["shown_in", "figure or table that shows the cell (only in the file of all data)"],
  ["edition", "edition that the cell comes from (only where there are several)"],
  ["population", "who or what is counted; for facts from elsewhere, the reference table"],
  ["<dimension>", "category as printed; All where the cell is not narrowed by it"],
  ["<dimension>_code", "official code of the category, where it has one"],
  [
    "measure",
    "count, share or rate; mean, estimated mean, median, quantile or sum with its number; value, proportion or crude rate with the columns of a reference",
  ],
  ["value", "the number; empty unless status is published"],
  ["unit", "clients, forms, percent, years, per 1,000 or as the source says"],
  [
    "status",
    "published, suppressed (withheld to protect confidentiality), unreliable (a share of too few to be useful), not-applicable or not-available",
  ],
  ["count", "of a share, a rate or a proportion: how many it counts; a share is rounded from count and denominator"],
  ["denominator", "base of a share, how many a mean, quantile or sum is of; empty where not asked or not published"],
  ["missing", "records of the base whose answer is not stated; empty where not published"],
  [
    "lower, upper",
    "95% confidence interval of a share (Wilson), a proportion or a crude rate, in its unit; bounds of an estimate as its source gives them",
  ],
  [
    "caveat",
    "provisional, break (the first period after one) or across a break, told beside the number in the report (only where some are)",
  ],
  ["synthetic", "yes where the number was made up: it describes nobody (only where some were)"],
];

const differences = [
  "The file of differences has one row for each that the text prints: left less right, each as the text asks it",
  "  difference, unit      how far the two lie apart, and in what",
  "  lower, upper          the ends of its 95% interval",
  "  answered_...          the same among those who answered; empty where everybody did",
];

/** Stands only where a policy has two marks. */
const markColumn = [
  "mark",
  "of a suppressed cell: small, or further (withheld for the sake of one, or a mean of too few)",
] as const;

/** The text of the README beside a report's data. */
export function readme(
  words: ReadmeWords,
  files: readonly {readonly path: string; readonly bytes: Uint8Array; readonly label: string}[],
): string {
  const described = typeof words.mark === "string" ? columns : [...columns, markColumn];
  const width = Math.max(...described.map(([name]) => name.length)) + 2;
  return [
    `${words.title}`,
    `${words.region}, ${words.period}`,
    words.published === undefined
      ? `A draft by ${words.publisher}, not published. Contact: ${words.contact}`
      : `Published ${words.published} by ${words.publisher}. Contact: ${words.contact}`,
    ...words.notices.flatMap(({heading, words: told}) => ["", `${heading}. ${told}`]),
    "",
    ...(words.isOfRecords ? [...describeMarks(words.mark), ""] : []),
    "Columns of the CSV files (UTF-8, comma separated, one row a cell)",
    ...described.map(([name, meaning]) => `  ${name.padEnd(width)}${meaning}`),
    "  A text that a spreadsheet would take for a formula has a tab before it, which is no part of it.",
    ...(files.some(({path}) => path.endsWith("-differences.csv")) ? ["", ...differences] : []),
    "",
    "Files",
    ...files.map(({path, label, bytes}) => `  ${path}  ${label} (${fileSize(bytes.length)})`),
    "",
  ].join("\n");
}

function describeMarks(mark: Mark): readonly string[] {
  const first = "Numbers that could identify people are withheld.";
  if (typeof mark === "string") return [`${first} They are marked ${mark} in the report and "suppressed" here.`];
  return [
    `${first} They are "suppressed" here; in the report`,
    ...withheldMarks(mark).map(({text, meaning}) => `  ${text} is ${meaning}.`),
  ];
}
