/**
 * Makes the error of a file that cannot be used, in the words of whoever reads it: an extract, a code list, a report.
 * The message never holds a value of the file, but for names of columns that the reader asked for.
 */
export type Refuse = (place: {readonly line?: number; readonly column?: number}, message: string) => Error;

/** What to say of a file with a zero among its letters. */
export const noText = "this is no text file. Export the table as CSV.";
