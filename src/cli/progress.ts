import colours from "picocolors";
import type {Environment} from "./environment.ts";

/** Tells a watching person what is going on; in a log it says only what came out. */
export interface Progress {
  /** Runs a step, showing its title while it lasts and its time when it is done. */
  readonly step: <Result>(title: string, work: () => Promise<Result>) => Promise<Result>;
  /** Something that a person watching may want to know. */
  readonly note: (line: string) => void;
  /** An outcome: printed in a log too. */
  readonly outcome: (line: string) => void;
  /** An outcome that nobody may miss: it stands apart, and by its colours too where somebody is watching. */
  readonly alert: (line: string) => void;
}

/** Progress on the environment's output. */
export function createProgress({output, isTerminal}: Environment): Progress {
  const note = (line: string): void => {
    if (isTerminal) output.write(`${colours.dim(line)}\n`);
  };
  const step = async <Result>(title: string, work: () => Promise<Result>): Promise<Result> => {
    if (!isTerminal) return work();
    output.write(`${colours.dim("…")} ${title}`);
    const start = performance.now();
    try {
      const result = await work();
      output.write(`\r${colours.green("✓")} ${title} ${colours.dim(seconds(performance.now() - start))}\n`);
      return result;
    } catch (error) {
      output.write(`\r${colours.red("✗")} ${title}\n`);
      throw error;
    }
  };
  const outcome = (line: string): void => void output.write(`${line}\n`);
  const alert = (line: string): void => {
    outcome(`\n${isTerminal ? colours.inverse(colours.bold(line)) : line}\n`);
  };
  return {step, note, outcome, alert};
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(1)} s`;
}
