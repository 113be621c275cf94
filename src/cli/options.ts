import {Option} from "commander";
import path from "node:path";
import {UsageError} from "./UsageError.ts";

/** `--root`: the project, where that is not the one in which the command is called. */
export function rootOption(): Option {
  return new Option("--root <folder>", "the project; the nearest folder upwards with reports/ when none is named");
}

/** `--today`: the day that decides what is published. */
export function todayOption(): Option {
  return new Option(
    "--today <day>",
    "the day to take for today, as 2009-04-01; by the clock in Europe/London when none",
  );
}

/** `--afresh`: what was released of a made-up edition names nobody, so that it may be forgotten, and no proof of it serves on. */
export function afreshOption(): Option {
  return new Option(
    "--afresh",
    "prove anew, and forget earlier releases of a made-up edition; refused for real records",
  );
}

/** `--show-confidential`: what only the analyst may see is printed too, for a terminal that nobody else reads. */
export function showConfidentialOption(what: string): Option {
  return new Option("--show-confidential", `also print ${what}; never where a log is kept`);
}

/** The option `--extract name=PATH`, repeatable. Paths start from `cwd`. */
export function extractOption(description: string, cwd: string): Option {
  return new Option("--extract <name=PATH>", `${description}; repeatable`).argParser(
    (given: string, before: Extracts | undefined) => parseExtractOption(given, {cwd, before: before ?? {}}),
  );
}

/** Extract name → absolute path of its file. */
export type Extracts = Readonly<Record<string, string>>;

/** Adds one `--extract name=PATH` to those given before it. Paths start from `cwd`. Throws UsageError. */
export function parseExtractOption(given: string, {cwd, before}: {cwd: string; before: Extracts}): Extracts {
  const [, name, file] = /^([\w-]+)=(.+)$/.exec(given) ?? [];
  if (name === undefined || file === undefined) {
    throw new UsageError(`--extract ${given}: write it as name=PATH, for example --extract prison=/data/prison.csv.`);
  }
  if (Object.hasOwn(before, name))
    throw new UsageError(`--extract ${name}: this extract is given twice. Give it once.`);
  return {...before, [name]: path.resolve(cwd, file)};
}
