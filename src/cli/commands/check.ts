import {Command} from "commander";
import {inProject, type Environment} from "../environment.ts";
import {extractOption, type Extracts} from "../options.ts";

const help = `
Reads the report, its template and its dictionaries, looks up every name, sets every page with numbers that stand in for
those to come, and prints every fault with file, line and column, all at once. Where a release answers for what the text
asks, its claims are judged on the released numbers too. No extract is read, and none need be there.

With --cost it reads the extracts then, makes the release as "release" does, proof and all, and tells what each figure,
table and text would withhold, the dearest first: "table clients-by-prison takes 40 more cells" are withheld cells that
nothing else asks. Nothing of it is kept; what it tells can be counted in the release.

Examples:
  smallprint check south-east-2007-08
  smallprint check south-east-2007-08 --cost`;

interface Options {
  readonly cost?: true;
  readonly extract?: Extracts;
}

/** `smallprint check <edition>`: every fault of the text. */
export function checkCommand(environment: Environment): Command {
  const {cwd, output} = environment;
  return new Command("check")
    .description("find every fault of a report's text")
    .argument("<edition>", "folder below reports/")
    .option("--cost", "also tell what each block would withhold: reads the extracts")
    .addOption(extractOption("with --cost, read this extract from elsewhere", cwd))
    .addHelpText("after", help)
    .action(async (edition: string, {cost, extract: extracts = {}}: Options) => {
      const place = inProject(environment);
      const {root} = place;
      const {openProject} = await import("../../publication/index.ts");
      const {requireEdition} = await import("../requireEdition.ts");
      const {checkEdition} = await import("../check/checkEdition.ts");
      requireEdition(root, edition);
      const project = openProject(root);
      const {queries, unclaimed, claimsUnjudged} = await checkEdition(project, edition);
      const claims =
        claimsUnjudged === undefined ? "Its claims hold." : `Its claims were not judged: ${claimsUnjudged}`;
      output.write(`${edition}: ${queries} queries, no fault found. ${claims}\n`);
      const {describeUnclaimed} = await import("../check/describeUnclaimed.ts");
      output.write(
        describeUnclaimed(unclaimed)
          .map((line) => `${line}\n`)
          .join(""),
      );
      if (cost === undefined) return;
      const {checkCost} = await import("../check/checkCost.ts");
      const {describeCosts} = await import("../check/describeCosts.ts");
      const lines = describeCosts(await checkCost({project, edition, extracts}, place));
      output.write(`${lines.join("\n")}\n`);
    });
}
