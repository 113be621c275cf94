import {existsSync} from "node:fs";
import {join} from "node:path";
import {readPlainText} from "../../intake/index.ts";
import {publicationFault} from "../PublicationError.ts";
import type {YamlText} from "../document/readYaml.ts";
import {refuseIn} from "./refuseIn.ts";

/**
 * The text of a file of the publication, by its path from the project's root. Throws PublicationError where it is missing,
 * cannot be read, or is no text.
 */
export function readText(root: string, file: string): string {
  if (existsSync(join(root, file))) return readPlainText(join(root, file), refuseIn(file));
  throw publicationFault("this file is missing", "Write it: see docs/writing-a-report.md", {file, line: 1, column: 1});
}

/** A YAML file of the publication. */
export function yamlFile(root: string, file: string): YamlText {
  return {file, text: readText(root, file), firstLine: 1};
}
