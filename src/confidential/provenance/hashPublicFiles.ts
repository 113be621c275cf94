import {readFileSync} from "node:fs";
import {join} from "node:path";
import type {Report} from "../../publication/index.ts";
import {sha256} from "../../release/index.ts";
import {modelExtract} from "../dictionary/modelExtract.ts";

/**
 * SHA-256 of every dictionary and code list that shaped a release, by its path from the project's root: enough to tell
 * whether two releases count alike. Never of an extract, whose hash would tell whether somebody holds the same records.
 */
export function hashPublicFiles(root: string, {populations, region}: Report): Readonly<Record<string, string>> {
  const files = new Set<string>();
  for (const name of new Set(populations.map(({dictionary}) => dictionary))) {
    files.add(`data/dictionaries/${name}.yaml`);
    for (const list of modelExtract(root, name, region).lists.values()) files.add(list.file);
  }
  return Object.fromEntries([...files].sort().map((file) => [file, sha256(readFileSync(join(root, file)))]));
}
