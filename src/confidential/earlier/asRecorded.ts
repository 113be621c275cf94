import {readRegions, type Population, type Report, type Variable, type Project} from "../../publication/index.ts";
import {sha256, type Release} from "../../release/index.ts";
import {refusalOf} from "../dictionary/DictionaryError.ts";
import {isAlike} from "../dictionary/isAlike.ts";
import {vocabularyFor} from "../dictionary/vocabularyFor.ts";

/**
 * A release of the earlier layout, which does not say what its variables read, with what its own dictionaries and code lists
 * say of it for its own region: where every file that it recorded is still as it was. Any other release as it stands.
 */
export function asRecorded(release: Release, project: Project, report: Report): Release {
  const {vocabulary, provenance, edition} = release;
  const variables = vocabulary.populations.flatMap((population) => population.variables);
  if (variables.some(({reads}) => reads !== undefined) || !isAtHand(project, provenance.dictionaries)) return release;
  const region = readRegions(project).find(({label}) => label === edition.region);
  if (region === undefined) return release;
  const then = vocabularyFor(project, {...report, region, references: []});
  const populations = vocabulary.populations.map((population): Population => {
    const known = then.populations.find(({name}) => name === population.name)?.variables ?? [];
    return {...population, variables: population.variables.map((variable) => withReads(variable, known))};
  });
  return {...release, vocabulary: {...vocabulary, populations}};
}

function isAtHand(project: Project, files: Readonly<Record<string, string>>): boolean {
  return Object.entries(files).every(([file, hash]) => {
    return project.has(file) && sha256(project.bytes(file, refusalOf(file))) === hash;
  });
}

function withReads(variable: Variable, known: readonly Variable[]): Variable {
  const same = known.find(({name}) => name === variable.name);
  return same?.reads !== undefined && isAlike(same, variable) ? {...variable, reads: same.reads} : variable;
}
