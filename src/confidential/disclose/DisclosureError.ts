/** A publication that cannot be released safely. Exit code 12. Names cells, never their values. */
export class DisclosureError extends Error {
  readonly exitCode = 12;

  constructor(message: string) {
    super(message);
    this.name = "DisclosureError";
  }

  /** Some counts can be worked out whatever else is withheld. */
  static unprotected(keys: readonly string[]): DisclosureError {
    const list = keys.map((key) => `  ${key}`).join("\n");
    return new DisclosureError(
      `These counts can be worked out from what the report prints, whatever else is withheld:\n${list}\n` +
        "Merge categories, leave a total or a sentence out, or hide zeros in the policy (zeros: hidden).",
    );
  }
}
