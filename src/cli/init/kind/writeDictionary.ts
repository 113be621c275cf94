import type {ColumnContent} from "../../../confidential/index.ts";
import type {KindDraft, NamedColumn, NamedExtract} from "./kindDraft.ts";
import {capital, titleOfColumn, wordsOfTitle} from "./nameThings.ts";
import {oneLineYaml, yamlEntry} from "./yamlLines.ts";

/** The text of the dictionary of an extract. `schema` is the line by which editors know its layout. */
export function writeDictionary(extract: NamedExtract, {period}: KindDraft, schema: readonly string[]): string {
  const {dictionary, records, drafted} = extract;
  return [
    ...schema,
    "# Drafted from the columns of an extract: look every line through. docs/extracts-and-dictionaries.md explains them.",
    yamlEntry("name", dictionary),
    yamlEntry("title", capital(records)),
    `file: {delimiter: ${JSON.stringify(drafted.delimiter)}, broken-rows: 1%}`,
    "# What counts as no answer.",
    yamlEntry("blank", drafted.blank),
    yamlEntry("dates", drafted.dates),
    "# Who a record is about, and the date that must lie in the report's period.",
    yamlEntry("client", drafted.client),
    yamlEntry("period", drafted.period),
    "# The record with the latest of these dates stands for its client; of two on one day, the later line.",
    yamlEntry("stands-for-client", [drafted.period]),
    "",
    "columns:",
    ...extract.columns.map((column) => `  ${columnLine(column, extract)}`),
    ...leftOutLines(extract),
    "",
    ...variableLines(extract, period.from),
    "",
  ].join("\n");
}

function columnLine({column: {name, holds}, title, list}: NamedColumn, {drafted}: NamedExtract): string {
  const required = name === drafted.client || name === drafted.period ? {required: true} : {};
  const {century} = drafted;
  const entry = {title, ...layoutOf(holds, list), ...(holds.type === "date" && century !== undefined && {century})};
  return yamlEntry(name, {...entry, ...required}) + remarkOn(holds, name === drafted.client);
}

function layoutOf(holds: ColumnContent, list: string): object {
  switch (holds.type) {
    case "text":
    case "date":
      return {type: holds.type};
    case "number": {
      const {type, decimals, from, to} = holds;
      return {type, ...(decimals > 0 && {decimals}), from, to};
    }
    case "code":
      return {type: "code", list};
    case "codes":
      return {type: "codes", list, separator: holds.separator};
  }
}

function remarkOn(holds: ColumnContent, isClient: boolean): string {
  if (isClient) return " # never counted and never shown";
  if (holds.type === "number")
    return " # many reach so far; what lies beyond is not believed, so widen them to what can be";
  if (holds.type === "date" && holds.isDoubtful) return " # no date tells whether the day comes first: look";
  return "";
}

function leftOutLines({drafted: {leftOut}}: NamedExtract): readonly string[] {
  if (leftOut.length === 0) return [];
  return ["  # Not read, and why:", ...leftOut.map(({name, why}) => `  #   ${oneLineYaml(name)}: ${why}.`)];
}

function variableLines({columns, drafted, periods}: NamedExtract, from: string): readonly string[] {
  const year = from.slice(5) === "04-01" ? "financial" : "calendar";
  const divisions = {month: {in: "month"}, quarter: {in: "quarter", year}} as const;
  const ofPeriods = periods.map((name) =>
    yamlEntry(name, {label: capital(name), period: {of: drafted.period, ...divisions[name]}}),
  );
  const lines = [...columns.flatMap((column) => variableLine(column) ?? []), ...ofPeriods];
  if (lines.length === 0) return ["variables: {}"];
  return ["# What the report may ask.", "variables:", ...lines.map((line) => `  ${line}`)];
}

function variableLine({column: {name, holds}, title, variable}: NamedColumn): string | undefined {
  switch (holds.type) {
    case "text":
    case "date":
      return undefined;
    case "number":
      return yamlEntry(variable, {label: title, number: name, unit: wordsOfTitle(titleOfColumn(name))});
    case "code":
    case "codes":
      return yamlEntry(variable, {label: title, from: name});
  }
}
