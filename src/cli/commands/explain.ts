import path from "node:path";
import {Command} from "commander";
import {expandQuery, loadReport, parseQuery} from "../../publication/index.ts";
import {requireEdition} from "../editions.ts";
import type {Environment} from "../environment.ts";
import {outputsOf, releaseFile, signOffFolder} from "../outputs.ts";
import {UsageError} from "../UsageError.ts";

const help = `
Tells an analyst why a cell is withheld. Reads the sign-off that "release" leaves beside the extracts, so it works only
where the extracts are, and for the release that it was made with: of all trials of an edition, for the last one. The
cell is named as in the report.

Examples:
  smallprint explain south-east-2007-08 "count prison prison-of-contact=albany residence=kent"
  smallprint explain south-east-2007-08 "share community area-of-contact=west-sussex"`;

interface Options {
  readonly out?: string;
  readonly signOff?: string;
}

/** `smallprint explain <edition> <cell>`: why a cell is withheld. */
export function explainCommand({root, cwd, output}: Environment): Command {
  return new Command("explain")
    .description("tell why a cell is withheld")
    .argument("<edition>", "folder below reports/")
    .argument("<cell>", "a query that names one cell, in quotation marks")
    .option("--out <folder>", "the folder that the release was written below with --out")
    .option("--sign-off <folder>", "the folder that its sign-off was written below with --sign-off")
    .addHelpText("after", help)
    .action(async (edition: string, cell: string, options: Options) => {
      requireEdition(root, edition);
      const {explainCell, readSignOff, vocabularyFor} = await import("../../confidential/index.ts");
      const [asked, ...more] = expandQuery(parseQuery(cell), vocabularyFor(root, loadReport(root, edition)));
      if (asked === undefined || more.length > 0) throw new UsageError("Name one cell: a query without by and within.");
      const [out, signOff] = [options.out, options.signOff].map((named) => named && path.resolve(cwd, named));
      const outputs = outputsOf(root, {out, signOff});
      const file = path.join(signOffFolder(outputs.signOff, edition), "sign-off.json");
      const lines = explainCell(asked.address, readSignOff(file, releaseFile(outputs.data, edition)));
      output.write(`${(lines ?? ["It is not among the cells that are withheld."]).join("\n")}\n`);
    });
}
