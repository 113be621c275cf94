import {readTable} from "../../intake/index.ts";
import {oncePerProject} from "../project/oncePerProject.ts";
import type {Project} from "../project/openProject.ts";
import {refuseIn} from "../project/refuseIn.ts";

/** A region that a report may be about. */
export interface Region {
  readonly name: string;
  readonly label: string;
  /** As it stands in a sentence. */
  readonly text: string;
}

const file = "data/codelists/regions.csv";

/** The regions of `data/codelists/regions.csv`. Throws PublicationError for a file that is missing or cannot be used. */
export const readRegions = oncePerProject((project: Project): readonly Region[] => {
  const refuse = refuseIn(file);
  if (!project.has(file)) throw refuse({}, "this file is missing. Write it: see docs/writing-a-report.md");
  const asked = ["name", "label", "text"].map((name) => ({name}));
  const options = {asker: "the program", others: "pass over", otherwise: "refuse", refuse} as const;
  return readTable({bytes: project.bytes(file, refuse), asked, ...options}).rows.map(({fields}) => {
    return {name: fields.get("name") ?? "", label: fields.get("label") ?? "", text: fields.get("text") ?? ""};
  });
});
