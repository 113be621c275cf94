/**
 * An extract that cannot be used. Exit code 10. The message names the file, the line where there is one, and what to
 * do; it holds no value of a record and no count of forms.
 */
export class ExtractError extends Error {
  readonly exitCode = 10;
  readonly file: string;
  readonly line: number | undefined;
  /** How many forms have the fault, and where: confidential, and no part of the message. */
  readonly findings?: string;

  constructor({file, line}: {readonly file: string; readonly line?: number}, message: string, findings?: string) {
    super(`${file}${line === undefined ? "" : `, line ${line}`}: ${message}`);
    this.name = "ExtractError";
    this.file = file;
    this.line = line;
    if (findings !== undefined) this.findings = `${file}: ${findings}`;
  }
}
