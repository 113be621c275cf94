import {csvField} from "../../../release/index.ts";

/** Lines of values as CSV: commas, LF, quotes only where needed, inert in a spreadsheet, a newline at the end. */
export function writeCsv(lines: readonly (readonly string[])[]): string {
  return lines.map((values) => `${values.map(csvField).join(",")}\n`).join("");
}
