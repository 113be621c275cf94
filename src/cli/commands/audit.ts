import {statSync} from "node:fs";
import path from "node:path";
import {Command} from "commander";
import type {Project} from "../../publication/index.ts";
import type {DistRequest} from "../auditDistFolder.ts";
import {inProject, type Environment, type ProjectEnvironment} from "../environment.ts";
import {ledgerFolder} from "../outputs.ts";
import {showConfidentialOption} from "../options.ts";
import {createProgress} from "../progress.ts";
import {UsageError} from "../UsageError.ts";

const help = `
Reads the release alone, as any reader can, builds its own model of everything printed, and tries to work out what is
withheld, together with every release in data/releases/ that tells of the same people, replaced ones too. Prints a
summary to sign; it says what can be worked out, so keep it as confidential as the extracts.

Where the certificate on people lies beside the sign-off (that of --sign-off, or the project's own) it is counted again,
and what is proved is told in words. A certificate that is not the release's own, or does not prove it, fails the audit.

With --dist it parses a built site back instead (pages, drawings, downloads, PDF) and finds every number and shape that
the releases do not answer for in that place, and every comparison ("fell", "higher than") that they do not bear out;
then it attacks these together with all that was published before. Run it on what is about to be published.

Examples:
  smallprint audit south-east-2007-08
  smallprint audit --dist
  smallprint audit --dist /tmp/trial/dist
  smallprint audit south-east-2007-08 --sign-off data/extracts/sign-off/south-east-2007-08/sign-off.json
  smallprint audit south-east-2007-08 --release /tmp/trial/releases/south-east-2007-08/release.json \\
    --sign-off data/extracts/sign-off-of-trials/south-east-2007-08/sign-off.json
  smallprint audit south-east-2007-08 --certificate /secure/certificate.json`;

interface Options {
  readonly dist?: string | true;
  readonly release?: string;
  readonly signOff?: string;
  readonly certificate?: string;
  readonly showConfidential?: true;
}

/** `smallprint audit <edition>`: whether anything withheld can be worked out. */
export function auditCommand(environment: Environment): Command {
  const {cwd, today} = environment;
  return new Command("audit")
    .description("try to work out what a release withholds")
    .argument("[edition]", "folder below reports/")
    .option("--dist [folder]", "audit a built site instead of a release; dist/ when no folder is named")
    .option("--release <file>", "audit this release instead of the one in data/releases/")
    .option("--sign-off <file>", "the sign-off, to judge each cell that is unsafe by itself")
    .option("--certificate <file>", "write the proof that withheld cells are safe to this file, for its owner alone")
    .addOption(showConfidentialOption("how many counts and groups the proof on people hides"))
    .addHelpText("after", help)
    .action(async (edition: string | undefined, options: Options) => {
      const {root} = inProject(environment);
      const {dist} = options;
      const {openProject} = await import("../../publication/index.ts");
      const project = openProject(root);
      if (dist === undefined) return auditOne({project, cwd, root, today, edition, options}, environment);
      return auditSite(
        {project, folder: dist === true ? path.join(root, "dist") : path.resolve(cwd, dist), today},
        environment,
      );
    });
}

/** An edition whose release is to be audited, as the command line names it. */
interface Asked extends Pick<ProjectEnvironment, "root" | "cwd" | "today"> {
  readonly project: Project;
  readonly edition: string | undefined;
  readonly options: Options;
}

/** Prints what the audit of a release finds. Throws DisclosureError where that is anything. */
async function auditOne({project, cwd, root, today, edition, options}: Asked, environment: Environment): Promise<void> {
  const {release, signOff, certificate, showConfidential = false} = options;
  const proof = certificate === undefined ? undefined : await proofFile(certificate, {root, cwd});
  if (edition === undefined) throw new UsageError("Name an edition, or audit a built site with --dist.");
  const {requireEditionName} = await import("../requireEdition.ts");
  requireEditionName(edition);
  const {auditEdition} = await import("../auditEdition.ts");
  const {describeGuarantee, describeReport, DisclosureError, writePrivately} = await import("../../audit/index.ts");
  const asked = {
    ...{project, edition, today},
    ...(release !== undefined && {release: path.resolve(cwd, release)}),
    ...(signOff !== undefined && {signOff: path.resolve(cwd, signOff)}),
  };
  const audit = await createProgress(environment).step(`Audit of ${edition}`, () => auditEdition(asked));
  if (proof !== undefined) writePrivately(proof, `${JSON.stringify(audit.certificate, null, 1)}\n`);
  const guarantee = describeGuarantee(audit.release, audit.proof, {showConfidential, isShort: false});
  environment.output.write(`${describeFaults(audit.faults)}${describeReport(audit.report)}\n${guarantee}`);
  if (audit.faults.length > 0) throw new DisclosureError(`${edition}: ${notAsMade}`);
  if (!audit.report.passes) {
    throw new DisclosureError(`${edition}: something withheld can be worked out, see the findings above.`);
  }
}

const notAsMade = "the release is not as it was made, or not the one of this report, see the findings above.";

function describeFaults(faults: readonly string[]): string {
  return faults.map((fault) => `Not as it was made: ${fault}.\n`).join("");
}

/** The absolute path of the file that `--certificate` names. Throws UsageError for one that others may read, or a folder. */
async function proofFile(named: string, {root, cwd}: Pick<ProjectEnvironment, "root" | "cwd">): Promise<string> {
  const {checkConfidentialPlace} = await import("../confidentialPlace.ts");
  const file = path.resolve(cwd, named);
  const published = [path.join(root, "dist"), ledgerFolder(root)];
  checkConfidentialPlace(file, {root, published, option: "--certificate"});
  if (statSync(path.dirname(file), {throwIfNoEntry: false})?.isDirectory() !== true) {
    throw new UsageError(
      `--certificate ${named}: there is no such folder. Make it, for yourself alone, or name another.`,
    );
  }
  if (statSync(file, {throwIfNoEntry: false})?.isDirectory() === true) {
    throw new UsageError(`--certificate ${named}: this is a folder. Name a file in it.`);
  }
  return file;
}

/** Prints what an audit of a built site found. Throws DisclosureError where the site must not be published. */
async function auditSite(request: DistRequest, environment: Environment): Promise<void> {
  const {auditDistFolder} = await import("../auditDistFolder.ts");
  const {DisclosureError} = await import("../../audit/index.ts");
  const audit = () => auditDistFolder(request);
  const {summary, passes} = await createProgress(environment).step("Audit of the site", audit);
  environment.output.write(summary);
  if (!passes) throw new DisclosureError("The built site shows what was not released, see the findings above.");
}
