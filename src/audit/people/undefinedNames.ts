import type {Release} from "../../release/index.ts";
import type {Definitions} from "./definition.ts";
import {populationsOf} from "./statements.ts";

/**
 * Names of the releases that a certificate's definitions do not define, or define with other categories: what they count
 * could then not be checked. Of an older release such names are passed over: it may read columns that are gone.
 */
export function undefinedNames(releases: readonly Release[], definitions: Definitions): readonly string[] {
  const missing = releases.slice(0, 1).flatMap((release, number) => {
    const populations = populationsOf(definitions, number);
    return release.vocabulary.populations.flatMap(({name, unit, variables}) => {
      const definition = populations.get(name)?.definition;
      if (definition === undefined) return [`the definitions lack ${name}`];
      if (unit === "faults") return definition.faults === undefined ? [`the definitions lack the faults of ${name}`] : [];
      return variables.flatMap(({name: variable, categories, kind}) => {
        const defined = Object.hasOwn(definition.variables, variable) ? definition.variables[variable] : undefined;
        if (defined === undefined) return [`the definitions lack ${variable} of ${name}`];
        const lacks = kind === "number" ? defined.numbers === undefined : categories.some((one) => !Object.hasOwn(defined.categories, one.name));
        return lacks ? [`the definitions of ${variable} of ${name} are not those of the release`] : [];
      });
    });
  });
  return [...new Set(missing)].slice(0, 20);
}
