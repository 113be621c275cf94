import {stringify} from "yaml";
import type {ColumnMatch} from "../../confidential/index.ts";

/** What a new edition's `report.yaml` says. */
export interface EditionDraft {
  readonly edition: string;
  readonly template: string;
  readonly title: string;
  readonly region: string;
  readonly period: {readonly from: string; readonly to: string};
  readonly published: string;
  readonly publisher: string;
  readonly contact: string;
  readonly extracts: readonly ExtractDraft[];
  readonly compareWith?: string;
}

/** An extract of a new edition, with what its columns seem to be where it was looked at. */
export interface ExtractDraft {
  readonly name: string;
  readonly file: string;
  readonly dictionary: string;
  readonly columns: readonly ColumnMatch[];
}

/** The text of a new edition's `report.yaml`, with comments that say what to look at. */
export function writeReportYaml(draft: EditionDraft): string {
  const {template, title, region, period, published, publisher, contact, compareWith} = draft;
  const comparison =
    compareWith === undefined ? '# compare-with: the edition that "previous" means' : `compare-with: ${compareWith}`;
  return [
    "# What this edition is: see docs/writing-a-report.md.",
    `template: ${template}`,
    line("title", title),
    line("summary", "Say in a sentence what this report tells."),
    `region: ${region} # a name of data/codelists/regions.csv`,
    `period: {from: ${period.from}, to: ${period.to}} # both days are included`,
    `published: ${published} # the day of publication`,
    line("publisher", publisher),
    line("contact", contact),
    "# true only where nobody in the extracts exists; the two kinds never mix.",
    "synthetic: false",
    "extracts:",
    ...draft.extracts.flatMap(extractLines),
    comparison,
    `map: {layout: ${region}} # or {boundaries: path of a file, key: property of a place's code}`,
    "",
  ].join("\n");
}

function extractLines({name, file, dictionary, columns}: ExtractDraft): readonly string[] {
  const renamed = columns.filter(({column, header}) => header !== undefined && header !== column);
  const missing = columns.filter(({header}) => header === undefined);
  if (renamed.length === 0 && missing.length === 0) return [`  ${line(name, file)}`];
  return [
    `  ${name}:`,
    `    ${line("file", file)}`,
    `    # Column of data/dictionaries/${dictionary}.yaml: the extract's name for it.`,
    renamed.length === 0 ? "    columns: {}" : "    columns:",
    ...renamed.map((match) => `      ${columnLine(match)}`),
    ...missing.map(({column, title}) => `      # ${column}: nothing is like "${title}"`),
  ];
}

function columnLine({column, header = "", certainty, reason}: ColumnMatch): string {
  const doubt = certainty === "guess" ? ` # guess: ${reason}` : "";
  return line(column, header) + doubt;
}

/** One YAML entry, quoted where it must be. */
function line(key: string, value: string): string {
  return stringify({[key]: value}, {lineWidth: 0}).trimEnd();
}
