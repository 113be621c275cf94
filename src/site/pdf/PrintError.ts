/** The print edition cannot be printed as it was built. Exit code 1: the page is ours, so the fault is ours. */
export class PrintError extends Error {
  readonly exitCode = 1;
  readonly page: string;

  constructor(page: string, message: string) {
    super(`${page}: ${message}.`);
    this.name = "PrintError";
    this.page = page;
  }
}
