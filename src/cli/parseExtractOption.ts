import path from "node:path";
import {UsageError} from "./UsageError.ts";

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
