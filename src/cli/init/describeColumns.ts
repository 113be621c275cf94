import type {ColumnMatch} from "../../confidential/index.ts";
import type {ExtractDraft} from "./writeReportYaml.ts";

/** What the columns of an extract seem to be, as lines to read. Names of columns only. */
export function describeColumns({name, dictionary, columns, unplaced}: ExtractDraft): readonly string[] {
  if (columns.length === 0) return [];
  const width = Math.max(...columns.map(({column}) => column.length));
  return [
    `${name}, by data/dictionaries/${dictionary}.yaml:`,
    ...columns.map((match) => `  ${match.column.padEnd(width)}  ${describeMatch(match)}`),
    ...(unplaced.length === 0 ? [] : [`  Columns of the extract that were not placed: ${unplaced.join("; ")}`]),
  ];
}

function describeMatch({header, title, required, certainty, reason}: ColumnMatch): string {
  if (header === undefined) return `–  ${reason} "${title}"${required ? "; this column is required" : ""}`;
  return `${header}  (${certainty === "same name" ? reason : `${certainty}: ${reason}`})`;
}
