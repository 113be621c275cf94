import {writeFileSync} from "node:fs";
import path from "node:path";
import {Command} from "commander";
import type {Environment} from "../environment.ts";

const help = `
Reads the release alone, as any reader can, builds its own model of everything printed, and tries to work out what is
withheld, together with every edition in data/releases/ that tells of the same people. Prints a summary to sign; it says
what can be worked out, so keep it as confidential as the extracts.

Examples:
  smallprint audit south-east-2007-08
  smallprint audit south-east-2007-08 --sign-off data/extracts/sign-off/south-east-2007-08.json
  smallprint audit south-east-2007-08 --certificate /secure/certificate.json`;

interface Options {
  readonly release?: string;
  readonly signOff?: string;
  readonly certificate?: string;
}

/** `smallprint audit <edition>`: whether anything withheld can be worked out. */
export function auditCommand({root, cwd, output}: Environment): Command {
  return new Command("audit")
    .description("try to work out what a release withholds")
    .argument("<edition>", "folder below reports/")
    .option("--release <file>", "audit this release instead of the one in data/releases/")
    .option("--sign-off <file>", "the sign-off, to judge each cell that is unsafe by itself")
    .option("--certificate <file>", "write the proof that withheld cells are safe to this file")
    .addHelpText("after", help)
    .action(async (edition: string, {release, signOff, certificate}: Options) => {
      const {auditEdition} = await import("../auditEdition.ts");
      const {describeReport, DisclosureError} = await import("../../audit/index.ts");
      const audit = await auditEdition({
        root,
        edition,
        ...(release !== undefined && {release: path.resolve(cwd, release)}),
        ...(signOff !== undefined && {signOff: path.resolve(cwd, signOff)}),
      });
      if (certificate !== undefined) {
        writeFileSync(path.resolve(cwd, certificate), `${JSON.stringify(audit.certificate, null, 1)}\n`);
      }
      output.write(describeReport(audit.report));
      if (!audit.report.passes) {
        throw new DisclosureError(`${edition}: something withheld can be worked out, see the findings above.`);
      }
    });
}
