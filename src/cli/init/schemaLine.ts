import {existsSync} from "node:fs";
import path from "node:path";

/** Where a project may have the JSON Schemas of its files: its own, or those of the program that it has installed. */
const places = ["docs/schemas", "node_modules/smallprint/docs/schemas"];

/**
 * The comment by which editors know the layout of a YAML file of a project, by the name of its schema; nothing where the
 * project does not hold that. `file` is the file's path from the root.
 */
export function schemaLine(root: string, file: string, schema: string): readonly string[] {
  const place = places
    .map((folder) => `${folder}/${schema}.schema.json`)
    .find((each) => existsSync(path.join(root, each)));
  if (place === undefined) return [];
  return [`# yaml-language-server: $schema=${path.posix.relative(path.posix.dirname(file), place)}`];
}
