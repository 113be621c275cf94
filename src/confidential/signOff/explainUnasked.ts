import {cellKey, restsOn, type CellAddress, type Coordinates, type Population} from "../../publication/index.ts";
import type {Release} from "../../release/index.ts";
import {isPartOf} from "./isPartOf.ts";
import type {SignOff} from "./signOff.ts";

/** What was released of an edition, and what the analyst signed. */
export interface Signed {
  readonly release: Release;
  readonly signOff: SignOff;
}

type CountAddress = Extract<CellAddress, {measure: "count"}>;

/** How many withheld cells are named, group by group. */
const mostNamed = 10;

/**
 * What can be said of a cell that the report does not ask: how well its count is hidden where it is small, the counts
 * that it is part of and that are part of it, and which of these are withheld. Of any other measure, the counts below.
 */
export function explainUnasked(address: CellAddress, signed: Signed): readonly string[] {
  const first = "The report does not ask for it.";
  if (address.measure !== "count") return [first, ...describeBelow(address, signed)];
  const population = signed.release.vocabulary.populations.find(({name}) => name === address.population);
  if (population === undefined) return [first, `Nor for anything else of ${address.population}.`];
  const asked = askedOf(population, signed.release).filter(({at}) => cellKey({...address, at}) !== cellKey(address));
  const outer = nearest(
    asked.filter(({at}) => isPartOf(address.at, at, population)),
    (one, other) => isPartOf(other.at, one.at, population),
  );
  const inner = nearest(
    asked.filter(({at}) => isPartOf(at, address.at, population)),
    (one, other) => isPartOf(one.at, other.at, population),
  );
  const related = [...describeOuter(outer, signed), ...describeInner(inner, {at: address.at, population, signed})];
  const nothing = ["It asks for nothing that this is part of, and for no part of it."];
  return [first, ...describeHidden(address, signed), ...(related.length > 0 ? related : nothing)];
}

function describeBelow(address: CellAddress, signed: Signed): readonly string[] {
  const below = restsOn(address).map((count) => `  ${cellKey(count)}: ${fateOf(count, signed)}`);
  return below.length === 0 ? [] : ["It would rest on these:", ...below];
}

function askedOf({name}: Population, {cells}: Release): readonly CountAddress[] {
  return cells.flatMap(({address}) => (address.measure === "count" && address.population === name ? [address] : []));
}

/** Those that no other one lies between. */
function nearest(
  cells: readonly CountAddress[],
  isBeyond: (one: CountAddress, other: CountAddress) => boolean,
): readonly CountAddress[] {
  return cells.filter((one) => !cells.some((other) => cellKey(other) !== cellKey(one) && isBeyond(one, other)));
}

function describeHidden(address: CellAddress, {signOff: {protection}}: Signed): readonly string[] {
  const found = protection[cellKey(address)];
  if (found === undefined) return [];
  return [
    "Its count is below the policy's threshold, and is protected although no table shows it.",
    `A reader cannot tell it from at least ${found.values - 1} other values, because these are withheld:`,
    ...found.through.map((other) => `  ${other}`),
  ];
}

function describeOuter(outer: readonly CountAddress[], signed: Signed): readonly string[] {
  if (outer.length === 0) return [];
  return [
    "It is part of these, which the report asks:",
    ...outer.map((count) => `  ${cellKey(count)}: ${fateOf(count, signed)}`),
  ];
}

interface Whole {
  readonly at: Coordinates;
  readonly population: Population;
  readonly signed: Signed;
}

/** The parts of a whole, by the variables that divide it. */
function describeInner(inner: readonly CountAddress[], whole: Whole): readonly string[] {
  if (inner.length === 0) return [];
  const groups = Map.groupBy(inner, ({at}) => dividersOf(at, whole.at).join(" and "));
  return [
    "These are parts of it, which the report asks:",
    ...[...groups].flatMap(([by, parts]) => describeParts(by, parts, whole)),
  ];
}

function dividersOf(at: Coordinates, whole: Coordinates): readonly string[] {
  return Object.keys(at)
    .filter((variable) => at[variable] !== whole[variable])
    .sort();
}

function describeParts(by: string, parts: readonly CountAddress[], {population, signed}: Whole): readonly string[] {
  const withheld = parts.filter((part) => isWithheld(part, signed));
  const named = withheld.slice(0, mostNamed).map((part) => `    ${cellKey(part)}`);
  const more = withheld.length - named.length;
  const all = population.variables.find(({name}) => name === by);
  const isSum = withheld.length === 0 && all?.kind === "category" && all.categories.length === parts.length;
  const printed = `  by ${by}: ${parts.length - withheld.length} printed, ${withheld.length} withheld`;
  return [
    isSum ? `${printed}; a reader can add it up from them` : printed,
    ...named,
    ...(more > 0 ? [`    and ${more} more`] : []),
  ];
}

function fateOf(address: CellAddress, signed: Signed): string {
  if (!signed.release.has(address)) return "not asked";
  return isWithheld(address, signed) ? "withheld" : "printed";
}

function isWithheld(address: CellAddress, {release}: Signed): boolean {
  return release.has(address) && release.cell(address).status === "suppressed";
}
