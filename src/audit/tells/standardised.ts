import type {AddressOf} from "../../measures/index.ts";
import type {Release} from "../../release/index.ts";
import {tinyNumberKey} from "./printedNumbers.ts";
import {ofFiguresAlone} from "./quotient.ts";
import type {Published, Tells} from "./tells.ts";
import {timesPrinted, unitInFiles} from "./timesPrinted.ts";

const z = 1.959964;
const fewest = 10;

/** Of so many people a standardised rate is, where nothing else is asked. */
const usual = 100_000;

/** Printed with one decimal. */
const half = 0.05 + 1e-6;

/** Byar's limits of so many events. */
function byar(events: number): readonly [number, number] {
  const at = (count: number, sign: number): number => {
    const ninth = 1 / (9 * count);
    return count * (1 - ninth + sign * z * Math.sqrt(ninth)) ** 3;
  };
  return [at(events, -1), at(events + 1, 1)];
}

type AddressAcross = AddressOf<"standardised-rate"> | AddressOf<"standardised-ratio">;

/** A figure, where the release prints it in its own place. */
type PrintedFigure = (place: {
  readonly reference: string;
  readonly column: string;
  readonly at: Readonly<Record<string, string>>;
}) => number;

function printedIn(release: Release): PrintedFigure {
  return ({reference: population, column, at}) => {
    const place = {measure: "value", population, at, column} as const;
    const own = release.has(place) ? release.cell(place) : undefined;
    return own?.status === "published" ? own.value : NaN;
  };
}

/** Events and people of a place by stratum; not a number where the release does not print them. */
function strataAt(own: AddressAcross, at: Readonly<Record<string, string>>, figure: PrintedFigure) {
  return own.strata.map((name) => {
    const [events = NaN, people = NaN] = [own.column, own.over].map((column) =>
      figure({reference: own.population, column, at: {...at, [own.across]: name}}),
    );
    return {name, events, people};
  });
}

/** What holds of both: order, and limits as far from the number, one to the other, as Byar's are. */
function faultsOfLimits({value, lower, upper, count}: Published): readonly string[] {
  if (lower === undefined || upper === undefined || count === undefined)
    return ["is without its events or its interval"];
  if (!(0 <= lower && lower <= value && value <= upper)) return ["is not within its own interval"];
  if (count < fewest) return [];
  const [least, most] = byar(count);
  const ratio = (count - least) / (most - count);
  const isAsByar = Math.abs(value - lower - ratio * (upper - value)) <= 2 * half * (1 + ratio);
  return isAsByar ? [] : ["has an interval that its events do not give"];
}

function faultsOf(printed: Published, exact: number, scale: number): readonly string[] {
  const faults = faultsOfLimits(printed);
  if (faults.length > 0 || Number.isNaN(exact)) return faults;
  return Math.abs(scale * exact - printed.value) <= half ? [] : ["is not what its figures give"];
}

const likeNumbers = {
  ...ofFiguresAlone,
  numbersOf: ({cell}: {readonly cell: Published}) => [tinyNumberKey(cell, 1)],
  numbersInTable: ({cell}: {readonly cell: Published}) => [tinyNumberKey(cell, 1)],
};

/** Published events over published people, as a standard population would have them. */
export const standardisedRate: Tells<"standardised-rate"> = {
  ...likeNumbers,
  faultsOf: ({release, address, cell}) => {
    const figure = printedIn(release);
    const strata = strataAt(address, address.at, figure).map((one) => {
      return {...one, weight: figure({...address.weights, at: {[address.across]: one.name}})};
    });
    const all = strata.reduce((sum, {weight}) => sum + weight, 0);
    const rate = strata.reduce((sum, {events, people, weight}) => sum + (weight / all) * (events / people), 0);
    const [times, over] = timesPrinted(address, usual);
    const few = (cell.count ?? 0) < fewest ? ["is given, though of fewer events than are useful"] : [];
    return [...few, ...faultsOf(cell, rate, times / over)];
  },
  namesOf: () => ["standardised rate", "rate"],
  nameInFiles: ({column, over, across, weights: {reference, column: weight}, ...unit}) =>
    `standardised rate ${column} per ${over} across ${across} weighted ${reference}.${weight}${unitInFiles(unit, usual)}`,
};

/** Published events over those expected at the rates of another place. */
export const standardisedRatio: Tells<"standardised-ratio"> = {
  ...likeNumbers,
  faultsOf: ({release, address, cell}) => {
    const figure = printedIn(release);
    const [own, other] = [address.at, {...address.at, ...address.against}].map((at) => strataAt(address, at, figure));
    const expected = (own ?? []).reduce((sum, {people}, at) => {
      const {events = NaN, people: of = NaN} = other?.[at] ?? {};
      return sum + people * (events / of);
    }, 0);
    const events = (own ?? []).reduce((sum, one) => sum + one.events, 0);
    return faultsOf(cell, events / expected, 100);
  },
  namesOf: () => ["standardised ratio", "ratio"],
  nameInFiles: ({column, over, across, against}) => {
    const [[key, category] = ["", ""]] = Object.entries(against);
    return `standardised ratio ${column} per ${over} across ${across} against ${key}=${category}`;
  },
};
