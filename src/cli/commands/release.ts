import {Command} from "commander";
import {inProject, type Environment} from "../environment.ts";
import {afreshOption, extractOption, showConfidentialOption, type Extracts} from "../options.ts";

const help = `
Checks the report as "check" does, its pages included; then reads the extracts, counts what the report asks, and writes
only what may be published: data/releases/<edition>/release.json. This is all that has to happen where the extracts are;
the site is built from the release, there or on another machine.

data/releases/ is the ledger: what stands there is published from the day that report.yaml names, is kept when a later
release replaces it, and is reckoned with ever after. Before that day, and while report.yaml names none, a release is a
draft, which the next one replaces. The first that counts as published says so, as the last thing that is printed.

What is confidential goes to data/extracts/sign-off/<edition>/, of a trial to data/extracts/sign-off-of-trials/<edition>/,
where the owner of the files alone can read it: the sign-off, the audit, its proof, extracts.log with the counts of
forms and faults, and dossier.txt for the second person who signs. The terminal does not print these counts, because the
release may withhold them.

Examples:
  smallprint release south-east-2007-08
  smallprint release south-east-2007-08 --extract prison=/secure/prison.csv --extract community=/secure/community.csv
  smallprint release south-east-2007-08 --out /tmp/trial      writes /tmp/trial/releases/south-east-2007-08/release.json
  smallprint release south-east-2007-08 --sign-off /secure/sign-off
  smallprint release south-east-2007-08 --afresh              made-up records only: forgets its earlier releases`;

interface Options {
  readonly extract?: Extracts;
  readonly out?: string;
  readonly afresh?: true;
  readonly signOff?: string;
  readonly showConfidential?: true;
}

/** `smallprint release <edition>`: the confidential stage alone. */
export function releaseCommand(environment: Environment): Command {
  return new Command("release")
    .description("make an edition's release from its extracts, and nothing else")
    .argument("<edition>", "folder below reports/")
    .addOption(extractOption("read this extract from elsewhere", environment.cwd))
    .option("--out <folder>", "a trial: write releases/<edition>/release.json below this folder alone")
    .option("--sign-off <folder>", "where what is confidential goes: sign-off, audit, proof and log")
    .addOption(showConfidentialOption("counts that the release may withhold"))
    .addOption(afreshOption())
    .addHelpText("after", help)
    .action(async (edition: string, options: Options) => {
      const {extract: extracts = {}, afresh, showConfidential = false, ...places} = options;
      const {releaseAlone} = await import("../releaseAlone.ts");
      await releaseAlone(
        {edition, extracts, isAfresh: afresh === true, showConfidential, ...places},
        inProject(environment),
      );
    });
}
