import path from "node:path";
import {Command} from "commander";
import {expandQuery, loadReport, parseQuery} from "../../publication/index.ts";
import {requireEdition} from "../editions.ts";
import type {Environment} from "../environment.ts";
import {outputsOf, signOffFolder} from "../outputs.ts";
import {UsageError} from "../UsageError.ts";

const help = `
Tells an analyst why a cell is withheld. Reads the sign-off that "release" leaves beside the extracts, so it works only
where the extracts are. The cell is named as in the report.

Examples:
  smallprint explain south-east-2007-08 "count prison prison-of-contact=albany residence=kent"
  smallprint explain south-east-2007-08 "share community area-of-contact=west-sussex"`;

/** `smallprint explain <edition> <cell>`: why a cell is withheld. */
export function explainCommand({root, cwd, output}: Environment): Command {
  return new Command("explain")
    .description("tell why a cell is withheld")
    .argument("<edition>", "folder below reports/")
    .argument("<cell>", "a query that names one cell, in quotation marks")
    .option("--out <folder>", "the folder that the release was written below with --out")
    .addHelpText("after", help)
    .action(async (edition: string, cell: string, {out}: {readonly out?: string}) => {
      requireEdition(root, edition);
      const {explainCell, readSignOff, vocabularyFor} = await import("../../confidential/index.ts");
      const [asked, ...more] = expandQuery(parseQuery(cell), vocabularyFor(root, loadReport(root, edition)));
      if (asked === undefined || more.length > 0) throw new UsageError("Name one cell: a query without by and within.");
      const outputs = outputsOf(root, out === undefined ? undefined : path.resolve(cwd, out));
      const signOff = path.join(signOffFolder(outputs.signOff, edition), "sign-off.json");
      const lines = explainCell(asked.address, readSignOff(signOff));
      output.write(`${(lines ?? ["It is not among the cells that are withheld."]).join("\n")}\n`);
    });
}
