import {publicationFault} from "../PublicationError.ts";
import type {YamlText} from "../source/readYaml.ts";
import type {Project} from "./openProject.ts";
import {refuseIn} from "./refuseIn.ts";

/**
 * The text of a file of the publication, by its path from the project's root. Throws PublicationError where it is missing,
 * cannot be read, or is no text.
 */
export function readText(project: Project, file: string): string {
  if (project.has(file)) return project.text(file, refuseIn(file));
  throw publicationFault("this file is missing", "Write it: see docs/writing-a-report.md", {file, line: 1, column: 1});
}

/** A YAML file of the publication. */
export function yamlFile(project: Project, file: string): YamlText {
  return {file, text: readText(project, file), firstLine: 1};
}
