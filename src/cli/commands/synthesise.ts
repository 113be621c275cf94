import {readdirSync} from "node:fs";
import path from "node:path";
import {Command} from "commander";
import {inProject, type Environment} from "../environment.ts";
import {createProgress} from "../progress.ts";
import {UsageError} from "../UsageError.ts";

const help = `
Makes extracts of people who do not exist, so that a report can be written by those who may not see the real ones. The
margins, data/reference/margins/<name>.yaml, hold what was published; what nobody published is made up, and listed in
the README.md beside the extracts. The same seed gives the same bytes. Without a name, all margins are used.

Examples:
  smallprint synthesise
  smallprint synthesise south-east-2007-08 --seed 7 --out /tmp/trial`;

interface Options {
  readonly seed?: string;
  readonly out?: string;
}

/** `smallprint synthesise [margins]`: extracts of invented people. */
export function synthesiseCommand(environment: Environment): Command {
  const {cwd} = environment;
  return new Command("synthesise")
    .description("make synthetic extracts from published margins")
    .argument("[margins]", "file below data/reference/margins/, without its ending; all of them when none is named")
    .option("--seed <text>", "other seeds give other people; the margins' name when none is given")
    .option("--out <folder>", "folder for the extracts; data/synthetic/<margins> when none is named")
    .addHelpText("after", help)
    .action(async (margins: string | undefined, {seed, out}: Options) => {
      const {root} = inProject(environment);
      const {openProject} = await import("../../publication/index.ts");
      const names = await chooseMargins(root, margins);
      if (out !== undefined && names.length > 1) throw new UsageError("--out takes one set of margins: name it.");
      const named = out === undefined ? undefined : path.resolve(cwd, out);
      const {refuseOwnPlace} = await import("../ownPlaces.ts");
      if (out !== undefined)
        refuseOwnPlace(root, {named: out, places: [path.resolve(cwd, out)], except: "data/synthetic"});
      const {synthesise} = await import("../../synthetic/index.ts");
      const progress = createProgress(environment);
      for (const name of names) {
        const folder = named ?? path.join(root, "data/synthetic", name);
        const made = await progress.step(`Extracts of ${name}`, () =>
          Promise.resolve(synthesise({project: openProject(root), margins: name, seed: seed ?? name, out: folder})),
        );
        for (const {path: file, forms, clients} of made) {
          progress.outcome(`${path.relative(cwd, file)}: ${forms} forms, ${clients} clients in the period`);
        }
      }
    });
}

async function chooseMargins(root: string, asked: string | undefined): Promise<readonly string[]> {
  const known = readdirSync(path.join(root, "data/reference/margins"))
    .filter((name) => name.endsWith(".yaml"))
    .map((name) => name.slice(0, -".yaml".length))
    .toSorted();
  if (asked === undefined) return known;
  if (known.includes(asked)) return [asked];
  const {nearestName} = await import("../../publication/index.ts");
  const nearest = nearestName(asked, known);
  const advice = nearest === undefined ? `There are: ${known.join(", ")}.` : `Did you mean ${nearest}?`;
  throw new UsageError(`There are no margins "${asked}" below data/reference/margins/. ${advice}`);
}
