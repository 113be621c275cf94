import {existsSync, readFileSync} from "node:fs";
import path from "node:path";
import {Command} from "commander";
import {DisclosureError, readCertificate, type PeopleCertificate} from "../../audit/index.ts";
import {expandQuery, loadReport, parseQuery} from "../../publication/index.ts";
import {readRelease, type Release} from "../../release/index.ts";
import {describeRefusal} from "../describeRefusal.ts";
import {requireEdition} from "../editions.ts";
import type {Environment} from "../environment.ts";
import {outputsOf, releaseFile, signOffFolder} from "../outputs.ts";
import {showConfidentialOption} from "../showConfidentialOption.ts";
import {UsageError} from "../UsageError.ts";

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
  smallprint explain south-east-2007-08 "count prison residence=kent sex=female"`;

const severalCells =
  "Name one cell: a query without by, within and with totals, and of one population. Ask for the categories one by one.";

const otherEdition = 'Name the edition before the query, not in it: smallprint explain <edition> "count prison".';

interface Options {
  readonly out?: string;
  readonly signOff?: string;
  readonly showConfidential?: true;
}

/** `smallprint explain <edition> <cell>`: why a cell is withheld, or what can be said of one that is not asked. */
export function explainCommand({root, cwd, output}: Environment): Command {
  return new Command("explain")
    .description("tell why a cell is withheld")
    .argument("<edition>", "folder below reports/")
    .argument("<cell>", "a query that names one cell, in quotation marks")
    .option("--out <folder>", "the folder that the release was written below with --out")
    .option("--sign-off <folder>", "the folder that its sign-off was written below with --sign-off")
    .addOption(showConfidentialOption("the values that the group takes among the people of the proof"))
    .addHelpText("after", help)
    .action(async (edition: string, cell: string, options: Options) => {
      requireEdition(root, edition);
      const {explainAddress, explainAmong, readSignOff, vocabularyFor} = await import("../../confidential/index.ts");
      const query = parseQuery(cell);
      if (query.edition !== "this") throw new UsageError(otherEdition);
      const [asked, ...more] = expandQuery(query, vocabularyFor(root, loadReport(root, edition)));
      if (asked === undefined || more.length > 0) throw new UsageError(severalCells);
      const [out, signOff] = [options.out, options.signOff].map((named) => named && path.resolve(cwd, named));
      const outputs = outputsOf(root, {out, signOff});
      const folder = signOffFolder(outputs.signOff, edition);
      const refusal = describeRefusal(folder);
      const file = path.join(folder, "sign-off.json");
      if (!existsSync(file) && refusal.length > 0) throw new DisclosureError(refusal.join("\n"));
      const released = releaseFile(outputs.data, edition);
      const release = readReleased(released);
      const explained = explainAddress(asked.address, {signOff: readSignOff(file, released), release});
      const certificate = readProof(path.join(folder, "people.json"), release);
      const {showConfidential = false} = options;
      const among = explainAmong(asked.address, {release, showConfidential, ...(certificate && {certificate})});
      output.write(`${[...explained, ...among, ...refusal].join("\n")}\n`);
    });
}

/** The certificate that a release names, where it is at hand. Throws DisclosureError for another one. */
function readProof(file: string, {disclosure: {certificate}}: Release): PeopleCertificate | undefined {
  if (certificate === undefined || !existsSync(file)) return undefined;
  return readCertificate({file, text: readFileSync(file, "utf8")}, certificate);
}

/** Throws DisclosureError where the release is not there that the sign-off belongs to. */
function readReleased(file: string): Release {
  if (!existsSync(file))
    throw new DisclosureError(`${file}: there is no release. Make it again where the extracts are.`);
  return readRelease(readFileSync(file, "utf8"), file);
}
