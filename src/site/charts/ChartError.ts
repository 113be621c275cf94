/** A chart that cannot be drawn as asked: an option, or data of the wrong shape. Exit code 11. */
export class ChartError extends Error {
  readonly exitCode = 11;

  /** `option` is the option at fault; empty where it is the data. */
  constructor(option: string, message: string) {
    super(option === "" ? message : `option "${option}": ${message}`);
    this.name = "ChartError";
  }
}
