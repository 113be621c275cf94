import {stated, type CellAddress, type Coordinates, type Variable, type Vocabulary} from "../../publication/index.ts";
import {notStatedCategory} from "../dictionary/commonCategories.ts";

/**
 * Refuses an address with a name that the vocabulary lacks: queries are checked when they are parsed, so that such a
 * name here is a fault of our own, and counting it as nought would be a false statement.
 */
export function checkAddress(address: CellAddress, {populations, references}: Vocabulary): void {
  if (address.measure === "value") {
    const reference = references.find(({name}) => name === address.population);
    if (!reference) throw new Error(`there is no reference "${address.population}"`);
    return checkCoordinates(address.at, [reference.key]);
  }
  const population = populations.find(({name}) => name === address.population);
  if (!population) throw new Error(`there is no population "${address.population}"`);
  checkCoordinates(address.at, population.variables);
  if (address.measure === "share") checkCoordinates(address.base, population.variables);
  if (address.measure === "mean") {
    const number = population.variables.find(({name}) => name === address.variable);
    if (number?.kind !== "number") throw new Error(`there is no number "${address.variable}"`);
  }
}

function checkCoordinates(at: Coordinates, variables: readonly Variable[]): void {
  for (const [name, category] of Object.entries(at)) {
    const variable = variables.find((candidate) => candidate.name === name);
    if (!variable) throw new Error(`there is no variable "${name}"`);
    const known = [stated, notStatedCategory.name, ...variable.categories.map((one) => one.name)];
    if (!known.includes(category)) throw new Error(`"${name}" has no category "${category}"`);
  }
}
