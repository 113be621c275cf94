import {measureOf} from "../../measures/index.ts";
import {targetReferenceName} from "../query/indicator.ts";
import {perOf, weightsOf} from "../query/query.ts";
import {directivesOf, leafBlocks, queriesOf} from "../chapter/walk.ts";
import type {Chapter, Directive, Publication, Report} from "../document/publication.ts";
import {nameRemedy} from "../nearestName.ts";
import {FaultCollector, type Fault} from "../PublicationError.ts";
import {checkIds} from "./checkIds.ts";
import {checkFacts} from "./checkFacts.ts";
import {checkOwnWords} from "./checkOwnWords.ts";

type Names = Readonly<Record<"see" | "term" | "fact", readonly string[]>>;

/**
 * What is wrong between the parts of a publication: ids used twice, directives that name a figure, term or fact that
 * is not there, populations and references that the template does not declare, and questions to an edition that the
 * report is not compared with.
 */
export function checkPublication(publication: Omit<Publication, "plan">): readonly Fault[] {
  const faults = new FaultCollector();
  const {chapters, glossary, facts, report, indicators} = publication;
  const references = [...report.references, ...indicators.values().map(targetReferenceName)];
  const names: Names = {
    see: chapters.flatMap((chapter) => [chapter.id, ...chapter.sections.map(({id}) => id), ...blockIds(chapter)]),
    term: glossary.map(({name}) => name),
    fact: Object.keys(facts),
  };
  checkIds(publication, faults);
  checkRevisions(report, names.see, faults);
  checkOwnWords(report, faults);
  checkFacts(publication, faults);
  for (const chapter of chapters) {
    for (const directive of directivesOf(chapter)) checkTarget(directive, names, faults);
    checkQueries(chapter, {report, references}, faults);
    checkMap(chapter, report, faults);
    checkCards(chapter, faults);
  }
  checkRecommendations(publication, names.see, faults);
  return faults.faults;
}

const blockIds = ({blocks}: Chapter) => leafBlocks(blocks).flatMap((block) => ("id" in block ? block.id : []));

function checkRevisions({revisions}: Report, known: readonly string[], faults: FaultCollector): void {
  for (const {affects, position} of revisions) {
    for (const name of affects.filter((affected) => !known.includes(affected))) {
      const what = `a revision names "${name}", and there is no figure, table or chapter of that name`;
      faults.add({position, what, remedy: nearestOrCount(name, known)});
    }
  }
}

function checkTarget(directive: Directive, names: Names, faults: FaultCollector): void {
  const {kind, position} = directive;
  if (kind !== "see" && kind !== "term" && kind !== "fact") return;
  const name = kind === "see" ? directive.target : directive.name;
  if (names[kind].includes(name)) return;
  const what = {
    see: `there is no figure, table or chapter "${name}"`,
    term: `the glossary has no "${name}"`,
    fact: `facts.yaml has no "${name}"`,
  }[kind];
  const known = names[kind].length > 20 ? nearestOrCount(name, names[kind]) : nameRemedy(name, names[kind]);
  faults.add({position, what, remedy: known});
}

/** A long list of names would bury the message. */
function nearestOrCount(name: string, known: readonly string[]): string {
  const remedy = nameRemedy(name, known);
  return remedy.startsWith("Use one of") ? "Write it there, or correct the name" : remedy;
}

/** A number of another population under a population's heading would be read as that population's. */
function checkCards({blocks}: Chapter, faults: FaultCollector): void {
  const cards = leafBlocks(blocks).flatMap((block) => (block.kind === "key-messages" ? block.cards : []));
  for (const {population, number} of cards.flatMap(({messages}) => messages)) {
    const asked = number.query.populations[0] ?? "";
    if (measureOf(number.query).about === "reference" || asked === population) continue;
    const what = `the message of "${population}" asks "${asked}"`;
    faults.add({position: number.position, what, remedy: "Ask the population that the message stands under"});
  }
}

function checkMap({blocks}: Chapter, {map}: Report, faults: FaultCollector): void {
  if (map !== undefined) return;
  for (const block of leafBlocks(blocks)) {
    if (block.kind !== "insert" || block.name !== "map") continue;
    const what = "the map stands here, and report.yaml names none";
    faults.add({position: block.position, what, remedy: "Write map: with a layout or boundaries there"});
  }
}

/** A list that is followed stands in the text once, names what is there, and tells nothing of days to come. */
function checkRecommendations(
  {chapters, report, recommendations: list}: Omit<Publication, "plan">,
  known: readonly string[],
  faults: FaultCollector,
): void {
  const inserts = chapters
    .flatMap(({blocks}) => leafBlocks(blocks))
    .flatMap((block) => (block.kind === "insert" && block.name === "recommendations" ? [block.position] : []));
  if (list === undefined) {
    const what = "the recommendations stand here, and the edition has no recommendations.yaml";
    for (const position of inserts) faults.add({position, what, remedy: "Write the file beside report.yaml"});
    return;
  }
  const {position, asOf, recommendations} = list;
  if (inserts.length !== 1) {
    const what = `recommendations.yaml stands in the text ${inserts.length === 0 ? "nowhere" : "more than once"}`;
    faults.add({position, what, remedy: "Write ::: insert recommendations and ::: where it belongs, once"});
  }
  if (report.published !== undefined && asOf > report.published) {
    const what = "the states are of a day after the day of publication";
    faults.add({position, what, remedy: "Correct as-of, or published in report.yaml"});
  }
  for (const {see, position: place} of recommendations) {
    for (const name of see.filter((each) => !known.includes(each))) {
      const what = `there is no figure, table or chapter "${name}"`;
      faults.add({position: place, what, remedy: nearestOrCount(name, known)});
    }
  }
}

interface Declared {
  readonly report: Report;
  /** Those that the template names, and those that targets make. */
  readonly references: readonly string[];
}

function checkQueries(chapter: Chapter, {report, references}: Declared, faults: FaultCollector): void {
  const populations = report.populations.map(({name}) => name);
  for (const query of queriesOf(chapter)) {
    const known = measureOf(query).about === "reference" ? references : populations;
    const asked = [
      ...query.populations.map((name) => ({name, known})),
      ...dividedBy(perOf(query)?.reference, references),
      ...dividedBy(weightsOf(query)?.reference, references),
    ];
    const position = query.position ?? {file: chapter.file, line: 1, column: 1};
    for (const {name, known} of asked) {
      if (known.includes(name)) continue;
      faults.add({position, what: `template.yaml declares no "${name}"`, remedy: nameRemedy(name, known)});
    }
    if (query.edition !== "previous" || report.compareWith !== undefined) continue;
    const what = `"${query.text}" asks the previous edition, but report.yaml has no compare-with`;
    faults.add({position, what, remedy: "Put the text between ::: when previous and :::"});
  }
  if (report.compareWith !== undefined) return;
  for (const directive of directivesOf(chapter)) {
    if (directive.kind !== "report" || !directive.field.startsWith("previous-")) continue;
    const what = `"${directive.field}" is of the previous edition, but report.yaml has no compare-with`;
    faults.add({position: directive.position, what, remedy: "Put the text between ::: when previous and :::"});
  }
}

function dividedBy(
  name: string | undefined,
  known: readonly string[],
): readonly {name: string; known: readonly string[]}[] {
  return name === undefined ? [] : [{name, known}];
}
