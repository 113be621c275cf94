import {withoutExempt} from "../exemptions.ts";
import type {PageElement} from "../html/parsePage.ts";
import {printedNumbers, type PrintedNumber} from "../../tells/printedNumbers.ts";
import {bare, bareText} from "./Shapes.ts";

/** The units that hold a number. */
const unitsOfRates = ["per 1,000", "per 10,000", "per 100,000", "of 100"];

/**
 * The numbers in a text of a drawing besides those of some names. Compared without white space: a text that is broken
 * into lines has lost some of it.
 */
export function numbersBeside(text: PageElement, names: readonly string[]): readonly PrintedNumber[] {
  return printedNumbers(withoutExempt(bareText(text), [...names, ...unitsOfRates].map(bare)));
}
