import {existsSync, realpathSync, statSync} from "node:fs";
import path from "node:path";
import type {Environment} from "./environment.ts";
import {outFolder} from "./outFolder.ts";
import {ledgerFolder, outputsOf, signOffFolder, type Outputs} from "./outputs.ts";
import {UsageError} from "./UsageError.ts";

/** What `--out` and `--sign-off` name, as written, and the editions that shall be made. */
export interface OutputOptions {
  readonly out?: string | undefined;
  readonly signOff?: string | undefined;
  readonly editions: readonly string[];
}

/**
 * The outputs that options name. Throws UsageError for a folder that cannot take them, and where what the analyst signs
 * off would lie among what is published: by real path, whatever links lead there.
 */
export function namedOutputs(
  {out, signOff, editions}: OutputOptions,
  {root, cwd}: Pick<Environment, "root" | "cwd">,
): Outputs {
  const folder = outFolder(out, {root, cwd});
  const outputs = outputsOf(root, {out: folder, signOff: signOffNamed(signOff, cwd)});
  const published = [
    ...(folder === undefined ? [] : [folder]),
    outputs.site,
    path.join(root, "dist"),
    ledgerFolder(root),
  ];
  const extracts = path.join(root, "data/extracts");
  for (const place of [outputs.signOff, ...editions.map((edition) => signOffFolder(outputs.signOff, edition))]) {
    const around = published.find((one) => liesIn(place, one));
    if (around !== undefined) throw openPlace(place, `lies in ${around}, which is for others to read`);
    // Git keeps the rest of the project, and the live view serves it.
    if (liesIn(place, root) && !liesIn(place, extracts))
      throw openPlace(place, "lies in the project, outside data/extracts");
  }
  return outputs;
}

function signOffNamed(named: string | undefined, cwd: string): string | undefined {
  if (named === undefined) return undefined;
  if (named.trim() === "") throw new UsageError("--sign-off names no folder. Write its path, as --sign-off /secure.");
  const folder = path.resolve(cwd, named);
  if (existsSync(folder) && !statSync(folder).isDirectory()) {
    throw new UsageError(`--sign-off ${named}: this is a file. Name a folder; it is made where there is none.`);
  }
  return folder;
}

function openPlace(place: string, why: string): UsageError {
  return new UsageError(
    `${place}: what is signed off is as confidential as the extracts, and this folder ${why}. Name another with --sign-off, outside the project or in data/extracts.`,
  );
}

function liesIn(place: string, folder: string): boolean {
  const way = path.relative(realPlace(folder), realPlace(place));
  return way === "" || !(way === ".." || way.startsWith(`..${path.sep}`) || path.isAbsolute(way));
}

/** The real path of what exists of a path, with the rest of it. */
function realPlace(place: string): string {
  if (existsSync(place)) return realpathSync.native(place);
  return path.join(realPlace(path.dirname(place)), path.basename(place));
}
