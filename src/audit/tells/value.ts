import {numberKey} from "./printedNumbers.ts";
import {countsBeside, neverOfFew} from "./printedBeside.ts";
import type {PrintedCell, Tells} from "./tells.ts";

/** A figure from elsewhere says nothing of any record. */
export const value: Tells<"value"> = {
  says: () => [],
  saysRounded: () => [],
  saysOfPeople: () => [],
  isSum: false,
  cuts: () => undefined,
  countsIn: countsBeside,
  faultsOf: () => [],
  faultsOfFew: neverOfFew,
  isFounded: ({cell}) => cell.status !== "unreliable",
  numbersOf: (printed) => {
    const {value: figure} = printed.cell;
    return [numberKey(figure), ...(columnOf(printed)?.unit === "percent" ? [numberKey(figure, true)] : [])];
  },
  numbersInTable: (printed) => {
    const column = columnOf(printed);
    return [numberKey(Number(printed.cell.value.toFixed(column?.decimals ?? 0)), column?.unit === "percent")];
  },
  hasNumberColumn: false,
  base: "none",
  namesOf: () => ["value"],
  nameInFiles: ({column}) => `value ${column}`,
  apart: "at all",
};

function columnOf({release, address}: PrintedCell<"value">) {
  const reference = release.vocabulary.references.find(({name}) => name === address.population);
  return reference?.columns.find(({name}) => name === address.column);
}
