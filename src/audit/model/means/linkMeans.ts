import {readQuantity, stated, type Coordinates} from "../../../publication/index.ts";
import type {RootedPopulations} from "../answers/answerRoots.ts";
import {addLattice, cellAt, findCell, fits, type CellNaming} from "../lattice.ts";
import {cutFinest, type Members, type CoveredPlace} from "../PopulationSpace.ts";
import {shownSets} from "../shownSets.ts";
import type {Statement} from "../../tells/statement.ts";
import {maximalSets} from "../variableSets.ts";

/** A mean or sum that a page shows or marks as withheld, with where. */
export interface ShownMean {
  readonly mean: Extract<Statement, {says: "mean" | "sum"}>;
  readonly because: string;
}

/** The number that means are of: its name, its root, and the least and most of it in each category of the root. */
interface Averaged {
  readonly variable: string;
  readonly root: string;
  readonly numbers: ReadonlyMap<string, readonly [number, number]>;
}

/**
 * Reads means as sums: the numbers of a group add up to its mean times how many have one, within rounding, and to its sum
 * exactly; sums of groups add up like counts; and the sum of a group lies between what the least and the most of its bands give. A number whose release
 * does not say from what it is read is left alone.
 */
export function linkMeans(
  naming: CellNaming,
  shown: readonly ShownMean[],
  numbers: RootedPopulations["numbers"],
): void {
  for (const [variable, means] of Map.groupBy(shown, ({mean}) => mean.variable)) {
    const averaged = averagedAs(naming, variable, numbers);
    if (averaged === undefined || !means.some(isPrinted)) continue;
    const sums: CellNaming = {...naming, sumOf: variable, statedOf: new Set(), regions: new Map()};
    const ends = [...averaged.numbers.values()].flat();
    naming.builder.holdNumbers(Math.min(...ends), Math.max(...ends));
    addSums(sums, means.map(({mean}) => mean.at)); // prettier-ignore
    const printed = new Set(means.flatMap((one) => addMean({naming, sums}, one, averaged) ?? []));
    for (const [sum, region] of sums.regions) {
      addEnds({naming, sums}, {sum, region}, averaged);
      const known = findCell(naming, withStated(region, averaged));
      const isTold = isOneNumber(region, averaged);
      if (known !== undefined && !printed.has(sum) && !isTold) naming.builder.guardMean({sum, known});
    }
  }
}

function averagedAs(
  {space}: CellNaming,
  variable: string,
  numbers: RootedPopulations["numbers"],
): Averaged | undefined {
  const reads = space.population.variables.find(({name}) => name === variable)?.reads;
  const quantity = reads && readQuantity(reads);
  if (quantity === undefined || quantity.bands !== undefined) return undefined;
  const root = space.rootOf(variable);
  const known = numbers.get(root)?.get(quantity.key);
  return known && {variable, root, numbers: onlyStated({space}, known, variable)};
}

/** Ends of those categories of the root that state the number at all. */
function onlyStated(
  {space}: Pick<CellNaming, "space">,
  numbers: Averaged["numbers"],
  variable: string,
): Averaged["numbers"] {
  const {members} = space.read(variable, stated);
  return new Map([...numbers].filter(([category]) => members.includes(category)));
}

function addSums(sums: CellNaming, places: readonly Coordinates[]): void {
  for (const set of maximalSets(shownSets(sums.space, places, sums.kept.size === 0))) {
    if (fits(sums, set)) addLattice(sums, set);
    else
      sums.builder.leaveOut(
        `The sums of ${sums.sumOf ?? ""} by ${[...set].join(", ")} are too many and were not used.`,
      );
  }
}

interface CountsAndSums {
  readonly naming: CellNaming;
  readonly sums: CellNaming;
}

function isPrinted({mean}: ShownMean): boolean {
  return mean.says === "sum" ? mean.value !== undefined : mean.tenths !== undefined;
}

/** A mean of t tenths of N known numbers says (2t − 1) N ≤ 20 Σ < (2t + 1) N. The index of its sum, where it is printed. */
function addMean({naming, sums}: CountsAndSums, {mean, because}: ShownMean, averaged: Averaged): number | undefined {
  const region = naming.space.region(mean.at);
  if (region === undefined) return undefined;
  const sum = cellAt(sums, region);
  if (mean.says === "sum") {
    if (mean.value === undefined) return undefined;
    naming.builder.state({cells: [sum], coefficients: [1], lower: mean.value, upper: mean.value, because});
    return sum;
  }
  if (mean.tenths === undefined) return undefined;
  const known = cellAt(naming, withStated(region, averaged));
  const cells = [sum, known];
  naming.builder.state({cells, coefficients: [20, 1 - 2 * mean.tenths], lower: 0, upper: Infinity, because});
  naming.builder.state({cells, coefficients: [20, -1 - 2 * mean.tenths], lower: -Infinity, upper: -1, because});
  return sum;
}

/** Whether everybody of a group has one and the same number, as its band says: no mean tells more than that. */
function isOneNumber(region: CoveredPlace, averaged: Averaged): boolean {
  const members = withStated(region, averaged).get(averaged.root) ?? [];
  return leastOf(members, averaged.numbers) === mostOf(members, averaged.numbers);
}

/** Those of a group whose number is stated. */
function withStated(region: CoveredPlace, {root, numbers}: Averaged): CoveredPlace {
  const among = region.get(root);
  const members = [...numbers.keys()].filter((one) => among === undefined || among.includes(one));
  return new Map([...region, [root, members]]);
}

/** For every way to cut a group by the number that the tables have, the sum lies between the least and the most of its parts. */
function addEnds(
  {naming, sums}: CountsAndSums,
  {sum, region}: {sum: number; region: CoveredPlace},
  averaged: Averaged,
): void {
  const {root, numbers} = averaged;
  const among = region.get(root) ?? naming.space.categories(root);
  for (const cut of cutsOf(naming, averaged)) {
    const parts = cut.map((part) => part.filter((one) => among.includes(one))).filter(({length}) => length > 0);
    const cells = parts.map((members) => findCell(naming, placeOf(naming, {region, root, members})));
    if (cells.includes(undefined)) continue;
    const known = cells.flatMap((cell) => cell ?? []);
    const because = `everybody of a group of a number has its least to its most`;
    const least = parts.map((part) => -leastOf(part, numbers));
    const most = parts.map((part) => -mostOf(part, numbers));
    sums.builder.state({cells: [sum, ...known], coefficients: [1, ...least], lower: 0, upper: Infinity, because});
    sums.builder.state({cells: [sum, ...known], coefficients: [1, ...most], lower: -Infinity, upper: 0, because});
  }
}

/** The ways to cut the number: by each variable of them alone, and by all together. */
function cutsOf({space}: CellNaming, {root}: Averaged): readonly (readonly Members[])[] {
  const names = space.population.variables.filter(({name}) => name !== root && space.rootOf(name) === root);
  const alone = names.map(({name}) => space.partition(name));
  return [...alone, cutFinest(space.categories(root), alone), space.categories(root).map((one) => [one])];
}

function placeOf(
  {space}: CellNaming,
  {region, root, members}: {readonly region: CoveredPlace; readonly root: string; readonly members: Members},
): CoveredPlace {
  const rest = new Map([...region].filter(([side]) => side !== root));
  return members.length === space.categories(root).length ? rest : new Map([...rest, [root, members]]);
}

/** Those without a number add nothing. */
function leastOf(part: Members, numbers: Averaged["numbers"]): number {
  return Math.min(...part.map((one) => numbers.get(one)?.[0] ?? 0));
}

function mostOf(part: Members, numbers: Averaged["numbers"]): number {
  return Math.max(...part.map((one) => numbers.get(one)?.[1] ?? 0));
}
