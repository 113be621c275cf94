import {isOfApartColumns, stated, type Combination, type Population, type Variable} from "../../publication/index.ts";
import type {Release} from "../../release/index.ts";
import {combinationsOfForms} from "./combinationsOfForms.ts";
import type {PeopleStatement} from "./peopleStatement.ts";
import {notStated, partsAt, type CountedPopulation} from "../population/terms.ts";

/** A release among those read together, with how its populations are counted. */
export interface CountedRelease {
  readonly release: Release;
  readonly number: number;
  readonly populations: ReadonlyMap<string, CountedPopulation>;
}

/**
 * What a release says of answers that cannot go together by nature: nobody is in a combination that it leaves out, of
 * variables that read different columns, and nobody gives answers over all forms that no forms give. Of one column's variables
 * the records themselves see to it.
 */
export function natureStatements({release, number, populations}: CountedRelease): readonly PeopleStatement[] {
  return release.vocabulary.populations.flatMap((population) => {
    const counted = populations.get(population.name);
    if (counted === undefined || population.unit === "faults") return [];
    const apart = (population.combinations ?? []).filter((one) => isOfApartColumns(one, population));
    return [...apart, ...combinationsOfForms(population)].map((combination): PeopleStatement => {
      const {variables} = combination;
      const parts = leftOut(combination, population).flatMap(
        (tuple) => partsAt(counted, Object.fromEntries(variables.map((name, at) => [name, tuple[at] ?? ""]))) ?? [],
      );
      const key = `nobody of ${population.name} where ${variables.join(" and ")} cannot go together`;
      const address = {measure: "count", population: population.name, at: {}} as const;
      const {source} = counted.definition;
      return {key, release: number, says: "implied", source, parts, lower: 0, upper: 0, address};
    });
  });
}

function leftOut({variables, possible}: Combination, population: Population): readonly (readonly string[])[] {
  const known = new Set(possible.map((tuple) => tuple.join("\n")));
  const all = variables.reduce<readonly (readonly string[])[]>(
    (done, name) => done.flatMap((tuple) => categoriesOf(name, population).map((category) => [...tuple, category])),
    [[]],
  );
  return all.filter((tuple) => !known.has(tuple.join("\n")));
}

function categoriesOf(name: string, {variables}: Population): readonly string[] {
  const variable: Variable | undefined = variables.find((one) => one.name === name);
  return variable?.kind === "number" ? [stated, notStated] : (variable?.categories ?? []).map((one) => one.name);
}
