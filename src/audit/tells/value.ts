import {numberKey} from "./printedNumbers.ts";
import {ofFiguresAlone} from "./quotient.ts";
import {countsBeside} from "./printedBeside.ts";
import type {PrintedCell, Tells} from "./tells.ts";

/** A figure from elsewhere says nothing of any record. */
export const value: Tells<"value"> = {
  ...ofFiguresAlone,
  countsIn: countsBeside,
  faultsOf: ({cell: {value: figure, lower = figure, upper = figure}}) =>
    lower <= figure && figure <= upper ? [] : ["is not within its own bounds"],
  numbersOf: (printed) => {
    const {value: figure} = printed.cell;
    return [numberKey(figure), ...(columnOf(printed)?.unit === "percent" ? [numberKey(figure, true)] : [])];
  },
  numbersInTable: (printed) => {
    const column = columnOf(printed);
    return [numberKey(Number(printed.cell.value.toFixed(column?.decimals ?? 0)), column?.unit === "percent")];
  },
  namesOf: () => ["value"],
  nameInFiles: ({column}) => `value ${column}`,
  apart: "at all",
};

function columnOf({release, address}: PrintedCell<"value">) {
  const reference = release.vocabulary.references.find(({name}) => name === address.population);
  return reference?.columns.find(({name}) => name === address.column);
}
