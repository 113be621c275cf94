import {Option} from "commander";
import {parseExtractOption, type Extracts} from "./parseExtractOption.ts";

/** The option `--extract name=PATH`, repeatable. Paths start from `cwd`. */
export function extractOption(description: string, cwd: string): Option {
  return new Option("--extract <name=PATH>", `${description}; repeatable`).argParser(
    (given: string, before: Extracts | undefined) => parseExtractOption(given, {cwd, before: before ?? {}}),
  );
}
