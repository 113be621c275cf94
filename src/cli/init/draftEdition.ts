import path from "node:path";
import {loadTemplate, readRegions} from "../../publication/index.ts";
import type {Environment} from "../environment.ts";
import type {Extracts} from "../parseExtractOption.ts";
import {UsageError} from "../UsageError.ts";
import {chooseTemplate} from "./chooseTemplate.ts";
import {findComparison} from "./findComparison.ts";
import {guessEdition} from "./guessEdition.ts";
import {settleDetails, type GivenDetails} from "./settleDetails.ts";
import type {EditionDraft, ExtractDraft} from "./writeReportYaml.ts";

/** What `init` was told on the command line. */
export interface InitOptions extends GivenDetails {
  readonly template?: string;
  readonly extract?: Extracts;
}

/** Puts together a new edition. Throws UsageError, or the errors of extracts, dictionaries and templates. */
export async function draftEdition(
  edition: string,
  options: InitOptions,
  environment: Environment,
): Promise<EditionDraft> {
  const {root} = environment;
  const template = chooseTemplate(root, options.template);
  const regions = readRegions(root);
  const guess = guessEdition(
    edition,
    regions.map(({name}) => name),
  );
  const {region, period, publisher, contact} = await settleDetails(options, guess, environment);
  const label = regions.find(({name}) => name === region)?.label;
  if (label === undefined) throw new UsageError(`There is no region "${region}" in data/codelists/regions.csv.`);
  const compareWith = findComparison(root, {template, region, before: period.from});
  return {
    edition,
    template,
    title: `${label}, ${period.from} to ${period.to}`,
    region,
    period,
    published: environment.today,
    publisher,
    contact,
    extracts: await draftExtracts(root, template, options.extract ?? {}),
    ...(compareWith !== undefined && {compareWith}),
  };
}

/** Every extract of the template; those whose file was given are looked at. */
async function draftExtracts(root: string, template: string, given: Extracts): Promise<readonly ExtractDraft[]> {
  const dictionaries = new Map(loadTemplate(root, template).map(({extract, dictionary}) => [extract, dictionary]));
  const unknown = Object.keys(given).find((name) => !dictionaries.has(name));
  if (unknown !== undefined) {
    throw new UsageError(`The template has no extract "${unknown}". It has: ${[...dictionaries.keys()].join(", ")}.`);
  }
  const {suggestColumns} = await import("../../confidential/index.ts");
  const drafts = [...dictionaries].map(async ([name, dictionary]): Promise<ExtractDraft> => {
    const file = given[name];
    if (file === undefined) return {name, file: `data/extracts/${name}.csv`, dictionary, columns: []};
    const columns = await suggestColumns({root, dictionary, file});
    return {name, file: pathFromRoot(root, file), dictionary, columns};
  });
  return Promise.all(drafts);
}

/** Paths in `report.yaml` start from the root; a file beyond it keeps its whole path. */
function pathFromRoot(root: string, file: string): string {
  const relative = path.relative(root, file);
  return relative.startsWith("..") ? file : relative;
}
