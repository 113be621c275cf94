import {Option} from "commander";

/** `--show-confidential`: what only the analyst may see is printed too, for a terminal that nobody else reads. */
export function showConfidentialOption(what: string): Option {
  return new Option("--show-confidential", `also print ${what}; never where a log is kept`);
}
