/** What spreadsheets take for the start of a formula, in full width as well, or pass over on their way to one. */
const active = /^[=+\-@＝＋－＠\t\r]/u;

const number = /^[+-]?\d+(?:\.\d+)?$/;

/**
 * A text as one field of CSV, quoted where it must be. Before what a spreadsheet would take for a formula stands a tab: it
 * shows the text, and runs nothing. A plain number stays as it is.
 */
export function csvField(text: string): string {
  const inert = active.test(text) && !number.test(text) ? `\t${text}` : text;
  return /[",\t\n\r]/.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert;
}

/** A field of CSV, without its quotation marks, as it was before {@link csvField} wrote it. */
export function textOfField(field: string): string {
  return field.startsWith("\t") && active.test(field.slice(1)) ? field.slice(1) : field;
}
