import {Command} from "commander";
import {checkEdition} from "../check/checkEdition.ts";
import {requireEdition} from "../editions.ts";
import type {Environment} from "../environment.ts";

const help = `
Reads the report and its template, looks up every name, and prints every fault with file, line and column. Where the
edition has a release, its claims are judged on the released numbers too. No extract is read.

Examples:
  smallprint check south-east-2007-08`;

/** `smallprint check <edition>`: every fault of the text. */
export function checkCommand(environment: Environment): Command {
  const {root, output} = environment;
  return new Command("check")
    .description("find every fault of a report's text")
    .argument("<edition>", "folder below reports/")
    .addHelpText("after", help)
    .action(async (edition: string) => {
      requireEdition(root, edition);
      const {queries, claimsUnjudged} = await checkEdition(root, edition);
      const claims =
        claimsUnjudged === undefined ? "Its claims hold." : `Its claims were not judged: ${claimsUnjudged}`;
      output.write(`${edition}: ${queries} queries, no fault found. ${claims}\n`);
    });
}
