/** Lines of values as CSV: commas, LF, quotes only where needed, a newline at the end. */
export function writeCsv(lines: readonly (readonly string[])[]): string {
  return lines.map((values) => `${values.map(quoted).join(",")}\n`).join("");
}

function quoted(value: string): string {
  return /[",\n\r]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}
