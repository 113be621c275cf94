/** A release that cannot be read or does not answer for a cell. Exit code 11: the publication asks more than was released. */
export class ReleaseError extends Error {
  readonly exitCode = 11;
  readonly file: string;

  constructor(file: string, message: string) {
    super(`${file}: ${message}.`);
    this.name = "ReleaseError";
    this.file = file;
  }

  /** The publication names a cell that the release was not made for. */
  static unanswered(file: string, key: string): ReleaseError {
    return new ReleaseError(
      file,
      `the report asks for a cell that this release does not answer for (${key}). Make the release again with "smallprint release"`,
    );
  }
}
