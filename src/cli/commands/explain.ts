import path from "node:path";
import {Command} from "commander";
import {inProject, type Environment} from "../environment.ts";
import {outputsOf} from "../outputs.ts";
import {showConfidentialOption} from "../options.ts";

const help = `
Tells an analyst why a cell is withheld, and what can be changed. Of a group that the report does not ask it tells what
the report says of its parts and of what it is part of. Reads the sign-off that "release" leaves beside the extracts, so
it works only where the extracts are, and for the release that it was made with: of all trials of an edition, for the
last one. The cell is named as in the report; a count may name any group, by any of the edition's variables. It is told
what a reader of the release can tell of it, and whether the proof on people leaves it several values or one; which these
are only with --show-confidential.

Examples:
  smallprint explain south-east-2007-08 "count prison prison-of-contact=albany residence=kent"
  smallprint explain south-east-2007-08 "share community area-of-contact=west-sussex"
  smallprint explain south-east-2007-08 "count prison residence=kent sex=female"
  smallprint explain south-east-2007-08 "count prison sex=female" --but-not "count prison residence-in-region=in-region"`;

interface Options {
  readonly butNot?: string;
  readonly out?: string;
  readonly signOff?: string;
  readonly showConfidential?: true;
}

/** `smallprint explain <edition> <cell>`: why a cell is withheld, or what can be said of one that is not asked. */
export function explainCommand(environment: Environment): Command {
  const {cwd, output} = environment;
  return new Command("explain")
    .description("tell why a cell is withheld")
    .argument("<edition>", "folder below reports/")
    .argument("<cell>", "a query that names one cell, in quotation marks")
    .option("--but-not <cell>", "of those in a count the ones who are not in this one too")
    .option("--out <folder>", "the folder that the release was written below with --out")
    .option("--sign-off <folder>", "the folder that its sign-off was written below with --sign-off")
    .addOption(showConfidentialOption("the values that the group takes among the people of the proof"))
    .addHelpText("after", help)
    .action(async (edition: string, cell: string, {butNot, showConfidential, ...options}: Options) => {
      const {root} = inProject(environment);
      const {openProject} = await import("../../publication/index.ts");
      const {requireEdition} = await import("../requireEdition.ts");
      const {explainQuery} = await import("../explainQuery.ts");
      requireEdition(root, edition);
      const [out, signOff] = [options.out, options.signOff].map((named) => named && path.resolve(cwd, named));
      const outputs = outputsOf(root, {out, signOff});
      const told = {showConfidential: showConfidential === true, ...(butNot !== undefined && {butNot})};
      output.write(
        `${(await explainQuery({project: openProject(root), edition, cell, outputs, ...told})).join("\n")}\n`,
      );
    });
}
