import {stringify} from "yaml";
import type {ColumnMatch} from "../../confidential/index.ts";

/** What a new edition's `report.yaml` says. */
export interface EditionDraft {
  readonly edition: string;
  /** How editors find its layout: see `schemaLine`. */
  readonly schema: readonly string[];
  readonly template: string;
  readonly title: string;
  readonly region: string;
  readonly period: {readonly from: string; readonly to: string};
  readonly publisher: string;
  readonly contact: string;
  readonly extracts: readonly ExtractDraft[];
  /** Those of the template's references that there are for the region; absent where there are all. */
  readonly references?: readonly string[];
  /** Of the region's map; absent where the project has none. */
  readonly layout?: string;
  readonly compareWith?: string;
}

/** An extract of a new edition, with what its columns seem to be where it was looked at. */
export interface ExtractDraft {
  readonly name: string;
  readonly file: string;
  readonly dictionary: string;
  readonly columns: readonly ColumnMatch[];
  /** Columns of the extract that seem to be none of the dictionary's. */
  readonly unplaced: readonly string[];
}

/** The text of a new edition's `report.yaml`, with comments that say what to look at. */
export function writeReportYaml(draft: EditionDraft): string {
  const {template, title, region, period, publisher, contact, compareWith, references, layout} = draft;
  const comparison =
    compareWith === undefined ? '# compare-with: the edition that "previous" means' : `compare-with: ${compareWith}`;
  return [
    ...draft.schema,
    "# What this edition is: see docs/writing-a-report.md.",
    `template: ${template}`,
    line("title", title),
    line("summary", "Say in a sentence what this report tells."),
    `region: ${region} # a name of data/codelists/regions.csv`,
    `period: {from: ${period.from}, to: ${period.to}} # both days are included`,
    "# Without a day of publication this edition is a draft. With one, what is built counts as published from that day on,",
    "# for good: decide, and then write it.",
    "# published: YYYY-MM-DD",
    line("publisher", publisher),
    line("contact", contact),
    ...(draft.extracts.length === 0
      ? []
      : [
          "# true only where nobody in the extracts exists; the two kinds never mix.",
          "synthetic: false",
          "extracts:",
          ...draft.extracts.flatMap(extractLines),
        ]),
    comparison,
    ...(references === undefined
      ? []
      : [`references: [${references.join(", ")}] # those of the template that there are for the region`]),
    layout === undefined
      ? "# map: {layout: …} or {boundaries: path of a file, key: property of a place's code}"
      : `map: {layout: ${layout}} # or {boundaries: path of a file, key: property of a place's code}`,
    "",
  ].join("\n");
}

function extractLines({name, file, dictionary, columns, unplaced}: ExtractDraft): readonly string[] {
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
    ...(missing.length === 0 || unplaced.length === 0
      ? []
      : [`    # Columns of the extract that were not placed: ${unplaced.map(oneLine).join("; ")}`]),
  ];
}

function columnLine({column, header = "", certainty, reason}: ColumnMatch): string {
  const doubt = certainty === "guess" ? ` # guess: ${reason}` : "";
  return line(column, header) + doubt;
}

/** A header as a comment can hold it. */
function oneLine(header: string): string {
  return header.replace(/\s+/g, " ");
}

/** One YAML entry, quoted where it must be. */
function line(key: string, value: string): string {
  return stringify({[key]: value}, {lineWidth: 0}).trimEnd();
}
