import {existsSync, statSync} from "node:fs";
import path from "node:path";
import {checkConfidentialPlace} from "./confidentialPlace.ts";
import type {ProjectEnvironment} from "./environment.ts";
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
  {root, cwd}: Pick<ProjectEnvironment, "root" | "cwd">,
): Outputs {
  const folder = outFolder(out, {root, cwd});
  const outputs = outputsOf(root, {out: folder, signOff: signOffNamed(signOff, cwd)});
  const published = [
    ...(folder === undefined ? [] : [folder]),
    outputs.site,
    path.join(root, "dist"),
    ledgerFolder(root),
  ];
  const places = [outputs.signOff, ...editions.map((edition) => signOffFolder(outputs.signOff, edition))];
  for (const place of places) checkConfidentialPlace(place, {root, published, option: "--sign-off"});
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
