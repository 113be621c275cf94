/** Records that are not as expected: nothing is written until somebody has looked. Exit code 10. */
export class ExpectationError extends Error {
  readonly exitCode = 10;
  /** The counts: confidential, and no part of the message. */
  readonly findings: string;

  constructor(message: string, findings: string) {
    super(message);
    this.name = "ExpectationError";
    this.findings = findings;
  }
}
