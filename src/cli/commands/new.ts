import path from "node:path";
import {Command} from "commander";
import type {Environment} from "../environment.ts";
import {findProject} from "../findProject.ts";
import {ownVersion} from "../ownVersion.ts";
import {UsageError} from "../UsageError.ts";

const help = `
Makes the folder of a project: the shipped kinds of report with their dictionaries, code lists and maps, a small example
on made-up visits, a file for your name, logo and colour (theme.yaml), and a .gitignore that keeps records out of Git.
The folder must not be there yet, or be empty.

Examples:
  smallprint new my-observatory
  smallprint new my-observatory --publisher "South West Observatory"`;

/** `smallprint new <folder>`: makes a project. */
export function newCommand({cwd, output}: Environment): Command {
  return new Command("new")
    .description("make the folder of a new project, with an example")
    .argument("<folder>", "where it shall be; it is made")
    .option("--publisher <name>", "whose reports these are; read from the folder's name when left out")
    .addHelpText("after", help)
    .action(async (named: string, {publisher}: {readonly publisher?: string}) => {
      if (named.trim() === "") throw new UsageError("Name the folder to make, as my-observatory.");
      const folder = path.resolve(cwd, named);
      const name = publisher ?? nameOf(path.basename(folder));
      const {mayStandOnPages} = await import("../../publication/index.ts");
      if (publisher !== undefined && !mayStandOnPages(publisher)) {
        throw new UsageError(
          `--publisher "${publisher}": a name stands on every page, where each number must be a released one. Write it without digits and hidden signs.`,
        );
      }
      const {isOwnPlace} = await import("../ownPlaces.ts");
      const around = findProject(path.dirname(folder));
      if (around !== undefined && isOwnPlace(around, folder)) {
        throw new UsageError(`${named}: this is a part of the project ${around}. Name a place outside it.`);
      }
      const {makeProject} = await import("../new/makeProject.ts");
      makeProject({folder, name, version: ownVersion()});
      const here = path.relative(cwd, folder) || ".";
      output.write(`Made ${here}. Now: cd ${inShell(here)} && npm install && npm run build\n`);
    });
}

/** A path as people type it into a shell, which takes some signs for its own between double quotes. */
function inShell(place: string): string {
  return /["$`\\!]/.test(place) ? `'${place.replaceAll("'", "'\\''")}'` : `"${place}"`;
}

/** A folder's name as people would write it: "my-observatory" is "My observatory". */
function nameOf(folder: string): string {
  const words = folder
    .replaceAll(/[^\p{L}]+/gu, " ")
    .trim()
    .toLowerCase();
  return words === "" ? "Our observatory" : `${words.slice(0, 1).toUpperCase()}${words.slice(1)}`;
}
