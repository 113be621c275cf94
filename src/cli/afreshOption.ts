import {Option} from "commander";

/** `--afresh`: what was released of a made-up edition names nobody, so that it may be forgotten. */
export function afreshOption(): Option {
  return new Option("--afresh", "forget earlier releases of a made-up edition; refused for real records");
}
