/** A release that must not be published: something withheld in it can be worked out. Exit code 12. */
export class DisclosureError extends Error {
  readonly exitCode = 12;
  /** What the audit found, with how: confidential, and no part of the message. */
  readonly findings?: string;

  constructor(message: string, findings?: string) {
    super(message);
    this.name = "DisclosureError";
    if (findings !== undefined) this.findings = findings;
  }
}
