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
import {pathFromRoot} from "./pathFromRoot.ts";
import {schemaLine} from "./schemaLine.ts";
import {settleDetails, type EditionDetails, type GivenDetails} from "./settleDetails.ts";
import type {EditionDraft, ExtractDraft} from "./writeReportYaml.ts";

/** What `init` was told on the command line. */
export interface InitOptions extends GivenDetails {
  readonly extract?: Extracts;
}

/** What is known of a new edition before its extracts are looked at. */
export interface SettledEdition extends Omit<EditionDetails, "region"> {
  readonly region: Region;
}

/** What was told, guessed from the edition's name, or asked. Throws UsageError for what nobody tells. */
export async function settleEdition(
  {edition, options}: {readonly edition: string; readonly options: InitOptions},
  project: Project,
  environment: ProjectEnvironment,
): Promise<SettledEdition> {
  const regions = readRegions(project);
  const names = regions.map(({name}) => name);
  const settled = await settleDetails(options, guessEdition(edition, names), environment);
  const region = regions.find(({name}) => name === settled.region);
  if (region === undefined) throw unknownRegion(settled.region, names);
  return {...settled, region};
}

/** Puts together a new edition of a kind that there is. Throws UsageError, or the errors of extracts, dictionaries and templates. */
export async function draftEdition(
  edition: string,
  options: InitOptions,
  environment: ProjectEnvironment,
): Promise<EditionDraft> {
  const {root} = environment;
  const project = openProject(root);
  const only = chooseTemplate(root, options.template);
  const known = {...options, ...(only !== undefined && {template: only})};
  const settled = await settleEdition({edition, options: known}, project, environment);
  const template = chooseTemplate(root, settled.template) ?? settled.template;
  const {populations} = loadTemplate(project, template);
  const extracts = await draftExtracts(project, populations, options.extract ?? {});
  return composeEdition(edition, {...settled, template}, {project, root, extracts});
}

/** An edition of a template of the project, with its extracts. `root` is where the edition will stand. */
export async function composeEdition(
  edition: string,
  {template, region, period, publisher, contact}: SettledEdition,
  {project, root, extracts}: {project: Project; root: string; extracts: readonly ExtractDraft[]},
): Promise<EditionDraft> {
  const compareWith = findComparison(project, {template, region: region.name, before: period.from});
  return {
    edition,
    schema: schemaLine(root, `reports/${edition}/report.yaml`, "report"),
    template,
    title: `${region.label}, ${period.from} to ${period.to}`,
    region: region.name,
    period,
    publisher,
    contact,
    extracts,
    ...(await keptReferences(project, loadTemplate(project, template).references, region)),
    ...(project.has(`data/reference/hex/${region.name}.json`) && {layout: region.name}),
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
