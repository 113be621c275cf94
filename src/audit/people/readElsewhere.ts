import type {PopulationDefinition} from "../population/definition.ts";

/** A population that reads other columns than before, by their numbers. */
export function readElsewhere(
  population: PopulationDefinition,
  place: (column: number) => number,
): PopulationDefinition {
  const {counted, variables, faults} = population;
  const moved = <Reading extends {readonly column: number}>(one: Reading): Reading => ({
    ...one,
    column: place(one.column),
  });
  return {
    ...population,
    ...(counted && {counted: counted.map(moved)}),
    variables: Object.fromEntries(Object.entries(variables).map(([name, variable]) => [name, moved(variable)])),
    ...(faults && {faults: faults.map(moved)}),
  };
}
