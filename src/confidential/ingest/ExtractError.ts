/**
 * An extract that cannot be used. Exit code 10. The message names the file, the line where there is one, and what to
 * do; it never holds a value of a record.
 */
export class ExtractError extends Error {
  readonly exitCode = 10;
  readonly file: string;
  readonly line: number | undefined;

  constructor({file, line}: {readonly file: string; readonly line?: number}, message: string) {
    super(`${file}${line === undefined ? "" : `, line ${line}`}: ${message}`);
    this.name = "ExtractError";
    this.file = file;
    this.line = line;
  }
}
