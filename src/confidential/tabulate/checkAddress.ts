import {measureOf, stated, type CellAddress, type Coordinates} from "../../measures/index.ts";
import {referenceKeys, type Variable, type Vocabulary} from "../../publication/index.ts";
import {notStatedCategory} from "../dictionary/commonCategories.ts";

/**
 * Refuses an address with a name that the vocabulary lacks: queries are checked when they are parsed, so that such a
 * name here is a fault of our own, and counting it as nought would be a false statement.
 */
export function checkAddress(address: CellAddress, {populations, references}: Vocabulary): void {
  const {about, besidePlaces, numberOf} = measureOf(address);
  if (about === "reference") {
    const reference = references.find(({name}) => name === address.population);
    if (!reference) throw new Error(`there is no reference "${address.population}"`);
    return checkCoordinates(address.at, referenceKeys(reference));
  }
  const population = populations.find(({name}) => name === address.population);
  if (!population) throw new Error(`there is no population "${address.population}"`);
  for (const at of [address.at, ...besidePlaces(address)]) checkCoordinates(at, population.variables);
  const name = numberOf(address);
  if (name === undefined) return;
  const number = population.variables.find((one) => one.name === name);
  if (number?.kind !== "number") throw new Error(`there is no number "${name}"`);
}

function checkCoordinates(at: Coordinates, variables: readonly Variable[]): void {
  for (const [name, category] of Object.entries(at)) {
    const variable = variables.find((candidate) => candidate.name === name);
    if (!variable) throw new Error(`there is no variable "${name}"`);
    const known = [stated, notStatedCategory.name, ...variable.categories.map((one) => one.name)];
    if (!known.includes(category)) throw new Error(`"${name}" has no category "${category}"`);
  }
}
