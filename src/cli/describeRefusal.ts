import {existsSync, statSync} from "node:fs";
import path from "node:path";

/**
 * Lines on a release that was refused after the one that was last signed off, with what the analyst can change; none
 * where none was. `folder` holds what the analyst signs off.
 */
export function describeRefusal(folder: string): readonly string[] {
  const [refused, signed] = [path.join(folder, "refused.txt"), path.join(folder, "sign-off.json")];
  if (!existsSync(refused)) return [];
  if (existsSync(signed) && statSync(refused).mtimeMs < statSync(signed).mtimeMs) return [];
  return [
    `The last release was refused. Which counts could be worked out, and how, is in ${refused} (confidential).`,
    "To have it released: merge categories, ask for coarser groups, or leave out a total, a table or a sentence that it names.",
    ...(existsSync(signed) ? ["What is said above is of the release before it."] : []),
  ];
}
