import {sharedFloor, type ColumnContent} from "../../../confidential/index.ts";
import type {KindDraft, NamedColumn, NamedExtract} from "./kindDraft.ts";

/** What was made of each column, what was left out, and what the analyst has to look at. Names of columns, and no value. */
export function describeKind({extracts}: KindDraft): readonly string[] {
  return [...extracts.flatMap(describeExtract), ...describeLists(extracts)];
}

function describeExtract({name, dictionary, columns, drafted}: NamedExtract): readonly string[] {
  const {leftOut} = drafted;
  const width = Math.max(...[...columns.map(({column}) => column), ...leftOut].map((one) => one.name.length));
  const row = (column: string, says: string): string => `  ${column.padEnd(width)}  ${says}`;
  return [
    `${name}, in data/dictionaries/${dictionary}.yaml:`,
    ...columns.map((one) => row(one.column.name, describeColumn(one, drafted))),
    ...(leftOut.length === 0 ? [] : ["Columns that are not read:"]),
    ...leftOut.map((one) => row(one.name, one.why)),
  ];
}

function describeColumn({column: {name, holds}}: NamedColumn, {client, period}: NamedExtract["drafted"]): string {
  if (name === client) return "the client's reference, which is never counted or shown";
  const role = name === period ? "; by this date a record belongs to the period" : "";
  return describeContent(holds) + role;
}

function describeContent(holds: ColumnContent): string {
  switch (holds.type) {
    case "text":
      return "a text";
    case "date":
      return `dates as ${holds.formats.join(" or ")}${holds.isDoubtful ? ", or with day and month the other way round: look" : ""}`;
    case "number":
      return holds.decimals === 0 ? "whole numbers" : `numbers with ${String(holds.decimals)} decimals or fewer`;
    case "code":
      return `one of a list of codes${others(holds.hasOthers)}`;
    case "codes":
      return `several of a list of codes, parted by "${holds.separator}"${others(holds.hasOthers)}`;
  }
}

function others(hasOthers: boolean): string {
  return hasOthers ? "; rarer values are in no list and count as not stated" : "";
}

function describeLists(extracts: readonly NamedExtract[]): readonly string[] {
  const lists = extracts.flatMap(({columns}) =>
    columns.flatMap(({column: {holds}, list}) => ("codes" in holds ? [`  data/codelists/${list}.csv`] : [])),
  );
  if (lists.length === 0) return [];
  const {people, oneIn} = sharedFloor;
  return [
    `Values of the extract stand in these public files now, each shared by ${String(people)} clients or more and by one in ${oneIn.toLocaleString("en-GB")}:`,
    ...lists,
    "Read them through. Take out what is nobody's business, such as names, and give labels to what readers would not know.",
  ];
}
