import path from "node:path";

/** Where a line can be written. */
export interface Stream {
  readonly write: (text: string) => unknown;
}

/** What a command may touch of the world, so that tests can hand it another one. */
export interface Environment {
  /** Folder of the project: where `reports/`, `templates/` and `data/` are. */
  readonly root: string;
  /** Folder that paths on the command line start from. */
  readonly cwd: string;
  readonly output: Stream;
  readonly errors: Stream;
  /** Whether a person watches the output. */
  readonly isTerminal: boolean;
}

/** The environment of this process. npm starts scripts in the project's folder and tells in INIT_CWD where it was called. */
export function processEnvironment(): Environment {
  return {
    root: path.resolve(import.meta.dirname, "../.."),
    cwd: process.env.INIT_CWD ?? process.cwd(),
    output: process.stdout,
    errors: process.stderr,
    isTerminal: process.stdout.isTTY && process.env.CI === undefined,
  };
}
