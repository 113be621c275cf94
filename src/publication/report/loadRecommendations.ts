import type {Recommendation, RecommendationList} from "../document/publication.ts";
import {dateInWords, monthInWords} from "../period/describePeriod.ts";
import type {Project} from "../project/openProject.ts";
import {yamlFile} from "../project/readText.ts";
import {FaultCollector} from "../PublicationError.ts";
import {readYaml, type YamlValue} from "../source/readYaml.ts";
import {countsInWords, typedCounts} from "../typedCounts.ts";
import {recommendationsSchema, type RecommendationsContent} from "./recommendationsSchema.ts";

type Yaml = YamlValue<RecommendationsContent>;
type Entry = RecommendationsContent["recommendations"][number];

/**
 * The recommendations that an edition follows in the `recommendations.yaml` of its folder; nothing where it has no such
 * file. Throws PublicationError with every fault found.
 */
export function loadRecommendations(project: Project, folder: string): RecommendationList | undefined {
  const file = `${folder}/recommendations.yaml`;
  if (!project.has(file)) return undefined;
  const yaml = readYaml(yamlFile(project, file), recommendationsSchema);
  const faults = new FaultCollector();
  checkNumbers(yaml, faults);
  const recommendations = yaml.value.recommendations.map((entry, index) => {
    checkWords(index, yaml, faults);
    return recommendationOf(entry, yaml.positionOf(["recommendations", index]));
  });
  faults.throwIfAny();
  return {asOf: yaml.value["as-of"], recommendations, position: yaml.positionOf(["as-of"])};
}

function recommendationOf({due, note, ...entry}: Entry, position: Recommendation["position"]): Recommendation {
  const isMonth = due.length === 7;
  return {
    ...entry,
    due: isMonth ? lastDayOf(due) : due,
    dueText: isMonth ? monthInWords(due) : dateInWords(due),
    ...(note !== undefined && {note}),
    position,
  };
}

/** The last day of a month, `2014-09` → `2014-09-30`. */
function lastDayOf(month: string): string {
  const [year = 0, of = 1] = month.split("-").map(Number);
  return `${month}-${String(new Date(Date.UTC(year, of, 0)).getUTCDate()).padStart(2, "0")}`;
}

function checkNumbers({value, positionOf}: Yaml, faults: FaultCollector): void {
  const numbers = value.recommendations.map(({number}) => number);
  for (const [index, number] of numbers.entries()) {
    if (numbers.indexOf(number) === index) continue;
    const what = `two recommendations are numbered "${number}"`;
    faults.add({position: positionOf(["recommendations", index, "number"]), what, remedy: "Number each once"});
  }
}

/** The list stands beside released numbers: it brings no count of its own. */
function checkWords(index: number, {value, positionOf}: Yaml, faults: FaultCollector): void {
  for (const field of ["what", "owner", "note"] as const) {
    const text = value.recommendations[index]?.[field] ?? "";
    const [typed] = [...typedCounts(text), ...countsInWords(text), ...(text.includes("{{") ? ["{{"] : [])];
    if (typed === undefined) continue;
    const position = positionOf(["recommendations", index, field]);
    const remedy = "Say it in words, and let the report show the number";
    faults.add({position, what: `"${typed}" is a typed number`, remedy});
  }
}
