import {Command} from "commander";
import {inProject, type Environment} from "../environment.ts";
import {ownVersion} from "../ownVersion.ts";

const help = `
A project says in smallprint.yaml which version of Smallprint it is laid out for. This tells what a project of an earlier
one, or one that does not say, has to change for the version that is installed. Nothing is changed without --write, and
with it only what needs no judgement of yours. Releases that were made before are read as they are, and never rewritten.

Examples:
  smallprint upgrade
  smallprint upgrade --write`;

/** `smallprint upgrade`: what an older project has to change. */
export function upgradeCommand(environment: Environment): Command {
  const {output} = environment;
  return new Command("upgrade")
    .description("tell what an older project has to change")
    .option("--write", "change what needs no judgement, and note the version")
    .addHelpText("after", help)
    .action(async ({write = false}: {readonly write?: boolean}) => {
      const {root} = inProject(environment);
      const {tellUpgrade} = await import("../upgrade/tellUpgrade.ts");
      output.write(`${tellUpgrade({root, version: ownVersion(), mayWrite: write}).join("\n")}\n`);
    });
}
