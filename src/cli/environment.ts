import {createInterface} from "node:readline/promises";
import {findProject} from "./findProject.ts";
import {dayInLondon} from "./today.ts";
import {UsageError} from "./UsageError.ts";

/** Where a line can be written. */
export interface Stream {
  readonly write: (text: string) => unknown;
}

/** What a command may touch of the world, so that tests can hand it another one. */
export interface Environment {
  /** Folder of the project: where `reports/`, `templates/` and `data/` are. Undefined where the command is called in none. */
  readonly root: string | undefined;
  /** Folder that paths on the command line start from. */
  readonly cwd: string;
  readonly output: Stream;
  readonly errors: Stream;
  /** Whether a person watches the output. */
  readonly isTerminal: boolean;
  /** Asks that person; absent where nobody is there to answer. */
  readonly ask?: (question: string) => Promise<string>;
  /** The day that the command takes for today, ISO: what is published by then is. An input, as the extracts are. */
  readonly today: string;
  /** The day by the clock, ISO, in Europe/London: `today`, where nobody names another. */
  readonly byClock: string;
  /** What `SMALLPRINT_TODAY` says: the day to take for today where `--today` names none. */
  readonly todayNamed?: string | undefined;
}

/** The environment of a command that works in a project. */
export type ProjectEnvironment = Environment & {readonly root: string};

/** The environment of this process. npm starts scripts in the project's folder and tells in INIT_CWD where it was called. */
export function processEnvironment(): Environment {
  const isTerminal = process.stdout.isTTY && process.env.CI === undefined;
  const byClock = dayInLondon(new Date());
  return {
    root: findProject(process.cwd()),
    cwd: process.env.INIT_CWD ?? process.cwd(),
    output: process.stdout,
    errors: process.stderr,
    isTerminal,
    today: byClock,
    byClock,
    todayNamed: process.env.SMALLPRINT_TODAY,
    ...(isTerminal && process.stdin.isTTY && {ask: askOnTerminal}),
  };
}

/** The environment of a command that needs a project. Throws UsageError where it was called in none. */
export function inProject(environment: Environment): ProjectEnvironment {
  const {root, cwd} = environment;
  if (root !== undefined) return {...environment, root};
  throw new UsageError(
    `${cwd}: neither this folder nor one above it is a project, which has a folder reports/. Go to one, or name it with --root.`,
  );
}

async function askOnTerminal(question: string): Promise<string> {
  const terminal = createInterface({input: process.stdin, output: process.stdout});
  try {
    return (await terminal.question(question)).trim();
  } finally {
    terminal.close();
  }
}
