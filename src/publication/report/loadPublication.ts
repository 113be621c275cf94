import {readdirSync} from "node:fs";
import {join} from "node:path";
import type {MarkdownIt} from "markdown-it";
import {z} from "zod";
import {assembleChapters, nameSections} from "../chapter/assembleChapters.ts";
import {numberFigures} from "../chapter/numberFigures.ts";
import type {Fact, Publication, Report, GlossaryTerm} from "../document/publication.ts";
import {readChapterFile, type ChapterFile} from "../chapter/readChapterFile.ts";
import {readYaml} from "../source/readYaml.ts";
import {countOfLabel} from "../chapter/countOfLabel.ts";
import {directivesOf, queriesOf} from "../chapter/walk.ts";
import {createMarkdown} from "../markdown/createMarkdown.ts";
import {oncePerProject} from "../project/oncePerProject.ts";
import type {Project} from "../project/openProject.ts";
import {sharesOfSimilar} from "../query/askIndicator.ts";
import type {Indicators} from "../query/indicator.ts";
import type {Query} from "../query/query.ts";
import {setsAsked} from "../query/setsAsked.ts";
import {FaultCollector, PublicationError, type Fault} from "../PublicationError.ts";
import {checkPublication} from "./checkPublication.ts";
import {calledByRegion, readIndicators} from "./loadIndicators.ts";
import {loadRecommendations} from "./loadRecommendations.ts";
import {loadReport} from "./loadReport.ts";
import {parseGlossary} from "./parseGlossary.ts";
import {readText, yamlFile} from "../project/readText.ts";
import {factsSchema} from "./reportSchema.ts";

/** What can be read of an edition, and what is wrong in it. */
interface ReadPublication {
  /** Nothing where the report itself cannot be read. */
  readonly publication?: Publication;
  readonly faults: readonly Fault[];
}

/**
 * Reads an edition and its template from `reports/` and `templates/` under the project's root. Names of variables and
 * categories are not looked up: see `resolveNames`. Throws PublicationError with every fault found in all files.
 */
export function loadPublication(project: Project, editionId: string): Publication {
  const {publication, faults} = readPublication(project, editionId);
  if (publication === undefined || faults.length > 0) throw new PublicationError(faults);
  return publication;
}

/** What an edition says of itself, and which sets of categories its text asks as far as that can be read. */
export function loadAskedReport(project: Project, editionId: string): Report {
  return readPublication(project, editionId).publication?.report ?? loadReport(project, editionId);
}

/** As {@link loadPublication}, with whatever can be read beside the faults; nothing where the report itself cannot. */
export const readPublication = oncePerProject((project: Project, editionId: string): ReadPublication => {
  const faults = new FaultCollector();
  const report = faults.attempt(() => loadReport(project, editionId));
  const template = report?.template ?? templateNamed(project, editionId);
  if (template === undefined) return {faults: faults.faults};
  const folders = {template: `templates/${template}`, edition: `reports/${editionId}`};
  const glossary = faults.attempt(() => loadGlossary(project, folders.template)) ?? [];
  const facts = faults.attempt(() => loadFacts(project, Object.values(folders))) ?? {};
  const defined = readIndicators(project, template);
  for (const fault of defined.faults) faults.add(fault);
  const indicators = report === undefined ? defined.indicators : calledByRegion(defined.indicators, report);
  const recommendations = faults.attempt(() => loadRecommendations(project, folders.edition));
  const chapters = loadChapters({project, folders, indicators, ...(report && {report})}, faults);
  if (report === undefined) return {faults: faults.faults};
  const plan = planOf(chapters, indicators);
  const queries = [...indicators.values()].map(({query}) => query);
  const asked = {...report, sets: setsAsked([...plan, ...queries, ...labelsAsked(chapters)])};
  const parts = {report: asked, chapters, glossary, facts, indicators, ...(recommendations && {recommendations})};
  // References between parts are judged once every part can be read: a missing part would be reported twice.
  const isWhole = faults.faults.length === 0;
  if (isWhole) for (const fault of checkPublication(parts)) faults.add(fault);
  return {publication: {...parts, plan}, faults: faults.faults};
});

/** The template of a report that cannot be read otherwise, where it can be told and is there. */
function templateNamed(project: Project, editionId: string): string | undefined {
  const source = new FaultCollector().attempt(() =>
    readYaml(yamlFile(project, `reports/${editionId}/report.yaml`), z.looseObject({template: z.string()})),
  );
  const name = source?.value.template;
  return name !== undefined && project.has(`templates/${name}`) ? name : undefined;
}

/** The labels of a text as what they ask of the vocabulary. */
function labelsAsked(chapters: Publication["chapters"]): readonly Query[] {
  return chapters
    .flatMap(directivesOf)
    .flatMap((directive) => (directive.kind === "label" ? [countOfLabel(directive)] : []));
}

/** Every query once, where it stands first, each with those that it is made of. */
function planOf(chapters: Publication["chapters"], indicators: Indicators): Publication["plan"] {
  const plan = new Map<string, Query>();
  const asked = chapters
    .flatMap(queriesOf)
    .flatMap((query) => [query, sharesOfSimilar(query, indicators) ?? []].flat());
  for (const query of asked) if (!plan.has(query.text)) plan.set(query.text, query);
  return [...plan.values()];
}

interface ChapterFolders {
  readonly project: Project;
  readonly folders: {readonly template: string; readonly edition: string};
  readonly indicators: Indicators;
  /** Without it every part is read as if it stood. */
  readonly report?: Report;
}

function loadChapters(
  {project, folders, indicators, report}: ChapterFolders,
  faults: FaultCollector,
): Publication["chapters"] {
  const reading = {md: createMarkdown(), faults, indicators};
  const sources = {
    template: readFolder(project, folders.template, reading),
    edition: readFolder(project, folders.edition, reading),
    met: [
      report?.compareWith === undefined ? "no-previous" : "previous",
      report?.references.length === 0 ? "no-references" : "references",
    ] as const,
  };
  return numberFigures(nameSections(assembleChapters(sources, faults), faults));
}

function readFolder(
  project: Project,
  folder: string,
  reading: {md: MarkdownIt; faults: FaultCollector; indicators: Indicators},
): readonly ChapterFile[] {
  return readdirSync(join(project.root, folder))
    .filter((name) => isChapter(name, folder, reading.faults))
    .sort()
    .map((name) => `${folder}/${name}`)
    .flatMap((file) => {
      const text = reading.faults.attempt(() => readText(project, file));
      return text === undefined ? [] : [readChapterFile({file, text}, reading)];
    });
}

/** A file whose ending is not written as usual would be left out on one machine and read on another. */
function isChapter(name: string, folder: string, faults: FaultCollector): boolean {
  // What editors and systems leave beside a file is hidden and no chapter.
  if (!/\.md$/i.test(name) || name.startsWith(".")) return false;
  if (name.endsWith(".md")) return name !== "glossary.md";
  faults.add({what: `${folder}/${name}: the ending is not .md`, remedy: "Rename the file with .md in lower case"});
  return false;
}

function loadGlossary(project: Project, folder: string): readonly GlossaryTerm[] {
  const file = `${folder}/glossary.md`;
  return project.has(file) ? parseGlossary(readText(project, file), file) : [];
}

/** The facts of all folders; a later folder's fact replaces an earlier one's. */
function loadFacts(project: Project, folders: readonly string[]): Readonly<Record<string, Fact>> {
  const files = folders.map((folder) => `${folder}/facts.yaml`).filter((file) => project.has(file));
  const facts = files.map((file) => {
    const source = yamlFile(project, file);
    return source.text.replace(/^\s*#.*$/gm, "").trim() === "" ? {} : readYaml(source, factsSchema).value;
  });
  return Object.assign({}, ...facts) as Readonly<Record<string, Fact>>;
}
