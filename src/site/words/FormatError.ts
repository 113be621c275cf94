/** A number cannot be written as the publication asks. Exit code 11. */
export class FormatError extends Error {
  readonly exitCode = 11;

  constructor(message: string) {
    super(message);
    this.name = "FormatError";
  }
}
