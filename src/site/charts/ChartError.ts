/** A chart that cannot be drawn as asked: an option, or data of the wrong shape. Exit code 11. */
export class ChartError extends Error {
  readonly exitCode = 11;
  readonly chart: string;
  /** The option at fault; empty where it is the data. */
  readonly option: string;

  constructor(chart: string, option: string, message: string) {
    super(option === "" ? `chart ${chart}: ${message}` : `chart ${chart}, option "${option}": ${message}`);
    this.name = "ChartError";
    this.chart = chart;
    this.option = option;
  }
}
