import {existsSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {readRegions, type Population, type Report, type Variable} from "../../publication/index.ts";
import {sha256, type Release} from "../../release/index.ts";
import {isAlike} from "../dictionary/isAlike.ts";
import {vocabularyFor} from "../dictionary/vocabularyFor.ts";

/**
 * A release of the earlier layout, which does not say what its variables read, with what its own dictionaries and code lists
 * say of it for its own region: where every file that it recorded is still as it was. Any other release as it stands.
 */
export function asRecorded(release: Release, root: string, report: Report): Release {
  const {vocabulary, provenance, edition} = release;
  const variables = vocabulary.populations.flatMap((population) => population.variables);
  if (variables.some(({reads}) => reads !== undefined) || !isAtHand(root, provenance.dictionaries)) return release;
  const region = readRegions(root).find(({label}) => label === edition.region);
  if (region === undefined) return release;
  const then = vocabularyFor(root, {...report, region, references: []});
  const populations = vocabulary.populations.map((population): Population => {
    const known = then.populations.find(({name}) => name === population.name)?.variables ?? [];
    return {...population, variables: population.variables.map((variable) => withReads(variable, known))};
  });
  return {...release, vocabulary: {...vocabulary, populations}};
}

function isAtHand(root: string, files: Readonly<Record<string, string>>): boolean {
  return Object.entries(files).every(([file, hash]) => {
    const path = join(root, file);
    return existsSync(path) && sha256(readFileSync(path)) === hash;
  });
}

function withReads(variable: Variable, known: readonly Variable[]): Variable {
  const same = known.find(({name}) => name === variable.name);
  return same?.reads !== undefined && isAlike(same, variable) ? {...variable, reads: same.reads} : variable;
}
