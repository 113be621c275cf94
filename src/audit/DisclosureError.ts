/** A release that must not be published: something withheld in it can be worked out. Exit code 12. */
export class DisclosureError extends Error {
  readonly exitCode = 12;

  constructor(message: string) {
    super(message);
    this.name = "DisclosureError";
  }
}
