import {z} from "zod";
import {oncePerProject} from "../project/oncePerProject.ts";
import type {Project} from "../project/openProject.ts";
import {yamlFile} from "../project/readText.ts";
import {publicationFault} from "../PublicationError.ts";
import type {SimilarBenchmark} from "../query/indicator.ts";
import {readYaml} from "../source/readYaml.ts";
import type {SourcePosition} from "../source/sourcePosition.ts";

const line = z.string().regex(/\S/, "this is blank, and a text is needed");

/** Layout of a list of similar areas, `data/reference/similar/<name>.yaml`. */
export const similarAreasSchema = z.strictObject({
  title: line.describe("What the list is: Districts like each other."),
  source: line.describe("Who says that they are alike, and by what."),
  licence: line.describe("Under which terms the list may be used."),
  synthetic: z.boolean().default(false).describe("Whether the list was made up; where it is shown, that is said."),
  similar: z
    .record(z.string(), z.array(z.string()).min(1))
    .describe("For each area, by its name in the code list, the areas that are like it."),
});

/** The areas like each area, as `data/reference/similar/<name>.yaml` lists them. Throws PublicationError. */
export const loadSimilarAreas = oncePerProject((project: Project, name: string): SimilarBenchmark => {
  const file = `data/reference/similar/${name}.yaml`;
  const {value, positionOf} = readYaml(yamlFile(project, file), similarAreasSchema);
  const place = (area: string): SourcePosition => positionOf(["similar", area]);
  for (const [area, areas] of Object.entries(value.similar)) {
    const twice = areas.find((one, index) => areas.indexOf(one) < index);
    if (twice === undefined && !areas.includes(area)) continue;
    const what = twice === undefined ? `"${area}" is similar to itself` : `"${twice}" stands twice`;
    throw publicationFault(`${what} in the areas similar to "${area}"`, "Name every other area once", place(area));
  }
  const source = value.source.trim().replace(/\.$/, "");
  const madeUp = value.synthetic ? " This list was made up." : "";
  const definition = `Similar areas: the areas that are held to be like each area, all their records together. ${value.title}: ${source}.${madeUp}`;
  return {kind: "similar", similar: value.similar, definition, positionOf: place};
});
