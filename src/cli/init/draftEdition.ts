import path from "node:path";
import {
  loadTemplate,
  nearestName,
  openProject,
  readRegions,
  type Project,
  type Region,
  type Template,
} from "../../publication/index.ts";
import type {ProjectEnvironment} from "../environment.ts";
import type {Extracts} from "../options.ts";
import {UsageError} from "../UsageError.ts";
import {chooseTemplate} from "./chooseTemplate.ts";
import {findComparison} from "./findComparison.ts";
import {guessEdition} from "./guessEdition.ts";
import {schemaLine} from "./schemaLine.ts";
import {settleDetails, type GivenDetails} from "./settleDetails.ts";
import type {EditionDraft, ExtractDraft} from "./writeReportYaml.ts";

/** What `init` was told on the command line. */
export interface InitOptions extends GivenDetails {
  readonly extract?: Extracts;
}

/** Puts together a new edition. Throws UsageError, or the errors of extracts, dictionaries and templates. */
export async function draftEdition(
  edition: string,
  options: InitOptions,
  environment: ProjectEnvironment,
): Promise<EditionDraft> {
  const {root} = environment;
  const project = openProject(root);
  const only = chooseTemplate(root, options.template);
  const regions = readRegions(project);
  const guess = guessEdition(
    edition,
    regions.map(({name}) => name),
  );
  const known = {...options, ...(only !== undefined && {template: only})};
  const {region, period, publisher, contact, ...chosen} = await settleDetails(known, guess, environment);
  const template = chooseTemplate(root, chosen.template) ?? chosen.template;
  const place = regions.find(({name}) => name === region);
  if (place === undefined) throw unknownRegion(region, regions.map(({name}) => name)); // prettier-ignore
  const {populations, references} = loadTemplate(project, template);
  const compareWith = findComparison(project, {template, region, before: period.from});
  return {
    edition,
    schema: schemaLine(root, `reports/${edition}/report.yaml`, "report"),
    template,
    title: `${place.label}, ${period.from} to ${period.to}`,
    region,
    period,
    publisher,
    contact,
    extracts: await draftExtracts(project, populations, options.extract ?? {}),
    ...(await keptReferences(project, references, place)),
    ...(project.has(`data/reference/hex/${region}.json`) && {layout: region}),
    ...(compareWith !== undefined && {compareWith}),
  };
}

function unknownRegion(region: string, known: readonly string[]): UsageError {
  const nearest = nearestName(region, known);
  const advice = nearest === undefined ? `There are: ${known.join(", ")}` : `Did you mean ${nearest}?`;
  return new UsageError(`There is no region "${region}" in data/codelists/regions.csv. ${advice}`);
}

/** Those of the template's references that say something of the region, where they are not all. */
async function keptReferences(
  project: Project,
  references: readonly string[],
  region: Region,
): Promise<Pick<EditionDraft, "references">> {
  const {coversRegion} = await import("../../confidential/index.ts");
  const kept = references.filter((name) => coversRegion(project, name, region));
  return kept.length === references.length ? {} : {references: kept};
}

/** Every extract of the template; those whose file was given are looked at. */
async function draftExtracts(
  project: Project,
  populations: Template["populations"],
  given: Extracts,
): Promise<readonly ExtractDraft[]> {
  const dictionaries = new Map(populations.map(({extract, dictionary}) => [extract, dictionary]));
  const unknown = Object.keys(given).find((name) => !dictionaries.has(name));
  if (unknown !== undefined) {
    throw new UsageError(`The template has no extract "${unknown}". It has: ${[...dictionaries.keys()].join(", ")}.`);
  }
  const {suggestColumns} = await import("../../confidential/index.ts");
  const drafts = [...dictionaries].map(async ([name, dictionary]): Promise<ExtractDraft> => {
    const file = given[name];
    if (file === undefined) return {name, file: `data/extracts/${name}.csv`, dictionary, columns: [], unplaced: []};
    return {
      name,
      file: pathFromRoot(project.root, file),
      dictionary,
      ...(await suggestColumns({project, dictionary, file})),
    };
  });
  return Promise.all(drafts);
}

/** Paths in `report.yaml` start from the root; a file beyond it keeps its whole path. */
function pathFromRoot(root: string, file: string): string {
  const relative = path.relative(root, file);
  return relative.startsWith("..") ? file : relative;
}
