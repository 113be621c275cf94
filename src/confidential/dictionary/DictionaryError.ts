/** Where a fault stands in a file that people wrote. Lines and columns count from 1. */
export interface FilePosition {
  readonly file: string;
  readonly line?: number;
  readonly column?: number;
}

/**
 * A dictionary, code list or reference table that cannot be used. Exit code 11: it is part of what people wrote for
 * the report, and holds no records, so that its message may quote what stands there.
 */
export class DictionaryError extends Error {
  readonly exitCode = 11;
  readonly file: string;
  readonly line: number | undefined;
  readonly column: number | undefined;

  constructor({file, line, column}: FilePosition, message: string) {
    const place = [file, line && `line ${line}`, column && `column ${column}`].filter(Boolean).join(", ");
    super(`${place}: ${message}`);
    this.name = "DictionaryError";
    this.file = file;
    this.line = line;
    this.column = column;
  }
}
