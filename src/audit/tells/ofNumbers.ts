import {stated} from "../../measures/index.ts";
import {decimalsOf} from "../../publication/index.ts";
import type {Statement} from "./statement.ts";
import type {Part} from "../population/quantity.ts";
import {partsAt} from "../population/terms.ts";
import {countsBeside, neverOfFew, printedBy} from "./printedBeside.ts";
import {numberKey} from "./printedNumbers.ts";
import type {PeopleCell, PrintedCell, Sentence, ToldCell} from "./tells.ts";

/** Measures of a number that records have. */
type OfNumbers = "mean" | "estimated-mean" | "quantile" | "sum";

/** One that is withheld although its group is printed is of fewer records than it needs. */
export function tooFewRecords(
  {release, address: {population, at, variable}}: ToldCell<OfNumbers>,
  needs: number,
): readonly Statement[] {
  const isGroupPrinted = printedBy(release, {measure: "count", population, at}) !== undefined;
  return isGroupPrinted ? [{says: "range", at: {...at, [variable]: stated}, to: needs - 1}] : [];
}

/** It is over true records, of which there are as many as it needs where it is shown, and fewer where it is withheld. */
export function roundedRecords(
  {release, address: {at, variable}, cell}: ToldCell<OfNumbers>,
  needs: number,
): readonly Statement[] {
  const known = {...at, [variable]: stated};
  if (cell.status === "suppressed") return [{says: "range", at: known, to: needs - 1}];
  if (cell.status !== "published") return [];
  const {within = 0} = release.disclosure.policy;
  // How many have the number, in releases of earlier versions the size of the group: the group is as many in either case.
  const least = cell.of === undefined ? 0 : Math.max(0, cell.of - within);
  return [
    {says: "range", at, from: least},
    {says: "range", at: known, from: needs},
  ];
}

/** So many steps make one of the number that a cell is of: a number with one decimal is counted in tenths. */
export function stepsIn({release, address: {population, variable}}: ToldCell<OfNumbers>): number {
  return (
    10 **
    decimalsOf(
      release.vocabulary.populations.find(({name}) => name === population),
      variable,
    )
  );
}

/** Whether the release prints its group as nobody. */
function isOfNobody({release, address: {population, at}}: ToldCell<OfNumbers>): boolean {
  return printedBy(release, {measure: "count", population, at}) === 0;
}

/** What cells of a number have in common: the number, and how many records have it, which is no column of a table. */
export const ofNumberAlone = {
  countsIn: countsBeside,
  faultsOfFew: neverOfFew,
  isFounded: (told: ToldCell<OfNumbers>): boolean =>
    told.cell.status !== "unreliable" && (told.cell.status !== "not-applicable" || isOfNobody(told)),
  numbersOf: ({cell}: PrintedCell<OfNumbers>): readonly string[] =>
    [cell.value, ...countsBeside(cell)].map((one) => numberKey(one)),
  numbersInTable: ({cell: {value}}: PrintedCell<OfNumbers>): readonly string[] => [numberKey(value)],
  hasNumberColumn: false,
  base: "of the known",
} as const;

/** The records that have the number, and by value of its column how much that is. */
export interface NumbersAt {
  readonly known: Part;
  readonly column: number;
  readonly numbers: readonly (number | null)[];
}

/** Whose numbers a cell is of; nothing where the definitions lack one of its names. */
export function numbersAt({population, address: {at, variable}}: PeopleCell<OfNumbers>): NumbersAt | undefined {
  const [known] = partsAt(population, {...at, [variable]: stated}) ?? [];
  const {variables} = population.definition;
  const defined = Object.hasOwn(variables, variable) ? variables[variable] : undefined;
  if (known === undefined || defined?.numbers === undefined) return undefined;
  return {known, column: defined.column, numbers: defined.numbers};
}

/** What one that is not printed says of records: nobody has the number, or too few have. */
export function fewOf(told: PeopleCell<OfNumbers>, needs: number): readonly Sentence[] {
  const {cell, isTooFew} = told;
  const asked = numbersAt(told);
  if (asked === undefined) return [];
  if (cell.status === "not-available" || cell.status === "not-applicable")
    return [{says: "implied", parts: [asked.known], range: [0, 0]}];
  return cell.status === "suppressed" && isTooFew
    ? [{says: "implied", parts: [asked.known], range: [0, needs - 1]}]
    : [];
}
