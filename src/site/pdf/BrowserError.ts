/** No browser that can print: none is installed, the one named is not there, or it does not start. Exit code 13. */
export class BrowserError extends Error {
  readonly exitCode = 13;

  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "BrowserError";
  }
}
