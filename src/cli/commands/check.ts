import {Command} from "commander";
import {inProject, type Environment} from "../environment.ts";

const help = `
Reads the report, its template and its dictionaries, looks up every name, sets every page with numbers that stand in for
those to come, and prints every fault with file, line and column, all at once. Where a release answers for what the text
asks, its claims are judged on the released numbers too. No extract is read, and none need be there.

Examples:
  smallprint check south-east-2007-08`;

/** `smallprint check <edition>`: every fault of the text. */
export function checkCommand(environment: Environment): Command {
  const {output} = environment;
  return new Command("check")
    .description("find every fault of a report's text")
    .argument("<edition>", "folder below reports/")
    .addHelpText("after", help)
    .action(async (edition: string) => {
      const {root} = inProject(environment);
      const {openProject} = await import("../../publication/index.ts");
      const {requireEdition} = await import("../requireEdition.ts");
      const {checkEdition} = await import("../check/checkEdition.ts");
      requireEdition(root, edition);
      const {queries, claimsUnjudged} = await checkEdition(openProject(root), edition);
      const claims =
        claimsUnjudged === undefined ? "Its claims hold." : `Its claims were not judged: ${claimsUnjudged}`;
      output.write(`${edition}: ${queries} queries, no fault found. ${claims}\n`);
    });
}
