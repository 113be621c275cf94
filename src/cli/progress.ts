import colours from "picocolors";
import type {Environment} from "./environment.ts";

/** Tells a watching person what is going on; in a log it says only what came out. */
export interface Progress {
  /** Runs a step, showing its title, and what it is doing as it tells, while it lasts; and its time when it is done. */
  readonly step: <Result>(title: string, work: (tell: (doing: string) => void) => Promise<Result>) => Promise<Result>;
  /** Something that a person watching may want to know. */
  readonly note: (line: string) => void;
  /** An outcome: printed in a log too. */
  readonly outcome: (line: string) => void;
  /** An outcome that nobody may miss: it stands apart, and by its colours too where somebody is watching. */
  readonly alert: (line: string) => void;
}

/** Back to the begin of the line, and nothing more on it. Source: ECMA-48, erase in line. */
const lineAnew = "\r\u001b[K";

/** Progress on the environment's output. */
export function createProgress({output, isTerminal}: Environment): Progress {
  const note = (line: string): void => {
    if (isTerminal) output.write(`${colours.dim(line)}\n`);
  };
  const step: Progress["step"] = async (title, work) => {
    if (!isTerminal) return work(() => undefined);
    const show = (line: string): void => void output.write(`${lineAnew}${line}`);
    show(`${colours.dim("…")} ${title}`);
    const start = performance.now();
    try {
      const result = await work((doing) => {
        show(`${colours.dim("…")} ${title} ${colours.dim(doing)}`);
      });
      show(`${colours.green("✓")} ${title} ${colours.dim(seconds(performance.now() - start))}\n`);
      return result;
    } catch (error) {
      show(`${colours.red("✗")} ${title}\n`);
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
