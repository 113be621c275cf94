import {stated, type Coordinates} from "../../publication/index.ts";
import type {ModelBuilder} from "./ModelBuilder.ts";
import {cutFinest, type Members, type PopulationSpace, type CoveredPlace} from "./PopulationSpace.ts";
import type {IsPossible} from "./possibleRegions.ts";
import type {VariableSet} from "./variableSets.ts";

/** One side of a table: a root variable cut into blocks, and every total of blocks that a table may show. */
interface Side {
  readonly root: string;
  readonly blocks: readonly Members[];
  readonly totals: readonly Members[];
  /** Other ways to cut the whole side, e.g. areas in the region and elsewhere. */
  readonly cuts: readonly (readonly Members[])[];
}

/** Names of cells of one population in one edition's world. */
export interface CellNaming {
  readonly world: string;
  readonly space: PopulationSpace;
  readonly builder: ModelBuilder;
  /** Groups that no record can be in are no part of any table. */
  readonly isPossible: IsPossible;
  /** The same by answers alone that by nature do not go together. */
  readonly isNatural: IsPossible;
  /** Variables of which some page names those whose answer is stated. */
  readonly statedOf: VariableSet;
  /** What pages name by several variables that are read from one root. */
  readonly meetings: ReadonlyMap<string, readonly Members[]>;
  /** The only categories of a root that any page tells of: tables hold nobody beyond them. */
  readonly kept: ReadonlyMap<string, Members>;
  /** A number whose sums the cells are; none where they are counts. */
  readonly sumOf?: string;
  /** The region of every cell made so far. */
  readonly regions: Map<number, CoveredPlace>;
}

/** Most cells that one table with all its totals may have in the model. */
const largestLattice = 60_000;

/** The index of the cell that covers a region; made where it is new. */
export function cellAt(naming: CellNaming, region: CoveredPlace): number {
  const {builder, space, regions, world, sumOf} = naming;
  const identity = identityOf(naming, region);
  const known = builder.find(identity);
  if (known !== undefined) return known;
  const place = {population: space.population.name, at: describeRegion(space, region), world};
  const index = builder.cell(identity, {...place, ...(sumOf !== undefined && {sumOf})});
  regions.set(index, region);
  return index;
}

/** The index of the cell that covers a region, where some table of the model has it. */
export function findCell(naming: CellNaming, region: CoveredPlace): number | undefined {
  return naming.builder.find(identityOf(naming, region));
}

function identityOf({world, space, sumOf = ""}: CellNaming, region: CoveredPlace): string {
  const parts = [...region].map(([root, members]) => `${root}{${members.join(",")}}`).sort();
  return `${sumOf} ${world} ${space.population.name} ${space.shape} ${parts.join(";")}`;
}

/** A region in the words of coordinates; `a+b` for a set of categories that no single one names, `a & b` for both answers. */
function describeRegion(space: PopulationSpace, region: CoveredPlace): Coordinates {
  const at: Record<string, string> = {};
  for (const [root, members] of region) {
    for (const [name, category] of Object.entries(space.nameOf(root, members))) {
      at[name] = at[name] === undefined ? category : `${at[name]} & ${category}`;
    }
  }
  return at;
}

/** Whether the table over a set of variables, totals and all, has no more cells than the model takes. */
export function fits(naming: CellNaming, set: VariableSet): boolean {
  const sides = sidesOf(naming, set);
  const size = sides.reduce((product, {blocks, totals}) => product * (blocks.length + totals.length), 1);
  return size <= largestLattice;
}

/** The same when only groups that can be count; looks no further than the first that are too many. */
export function fitsWhereDense(naming: CellNaming, set: VariableSet): boolean {
  const smallest = sidesOf(naming, set).toSorted((a, b) => a.blocks.length - b.blocks.length);
  let found: readonly CoveredPlace[] = [new Map()];
  for (const side of smallest) {
    found = found.flatMap((region) => extensions(region, side)).filter(naming.isPossible);
    if (found.length > largestLattice) return false;
  }
  return true;
}

/** Adds the whole table over a set of variables to the model, with all its totals: every total is the sum of its parts. */
export function addLattice(naming: CellNaming, set: VariableSet): void {
  const sides = sidesOf(naming, set);
  sides.forEach((side, at) => {
    const others = sides.filter((_, index) => index !== at);
    for (const rest of places(others, naming.isPossible)) addSide(naming, side, rest);
  });
  if (sides.every(({root}) => naming.kept.has(root))) cellAt(naming, new Map(naming.kept));
}

function addSide(naming: CellNaming, side: Side, rest: CoveredPlace): void {
  const region = (members: Members) => regionOf(naming.space, rest, {root: side.root, members});
  const because = `the parts of ${naming.space.titleOf(side.root)} add up`;
  const addUp = (total: Members, parts: readonly Members[]) => {
    const whole = region(total);
    if (!naming.isPossible(whole)) return;
    const cells = parts.map(region).filter(naming.isPossible);
    naming.builder.addUp({total: cellAt(naming, whole), parts: cells.map((one) => cellAt(naming, one)), because});
  };
  for (const total of side.totals) {
    addUp(total, side.blocks.filter((block) => block.every((one) => total.includes(one)))); // prettier-ignore
  }
  for (const cut of side.cuts) addUp(naming.space.categories(side.root), cut);
}

function regionOf(
  space: PopulationSpace,
  rest: CoveredPlace,
  {root, members}: {root: string; members: Members},
): CoveredPlace {
  const isWhole = members.length === space.categories(root).length;
  return isWhole ? rest : new Map([...rest, [root, members]]);
}

/** Every combination of blocks and totals of some sides in which anybody can be. */
function places(sides: readonly Side[], isPossible: IsPossible): readonly CoveredPlace[] {
  return sides.reduce<readonly CoveredPlace[]>(
    (regions, side) => regions.flatMap((region) => extensions(region, side)).filter(isPossible),
    [new Map()],
  );
}

/** A region cut further by each block and each total of one more side; the first total is the whole side. */
function extensions(region: CoveredPlace, {root, blocks, totals}: Side): readonly CoveredPlace[] {
  return [
    ...blocks.map((members) => new Map([...region, [root, members]])),
    ...totals.map((members, index) => (index === 0 ? region : new Map([...region, [root, members]]))),
  ];
}

function sidesOf(naming: CellNaming, set: VariableSet): readonly Side[] {
  const byRoot = Map.groupBy(set, (name) => naming.space.rootOf(name));
  return [...byRoot]
    .map(([root, names]) => sideOf(naming, root, names))
    .filter(({root, blocks}) => blocks.length > 1 || naming.kept.has(root));
}

/** The side of a root variable cut as finely as the variables `names` cut it. The first total is the whole. */
function sideOf({space, statedOf, meetings, kept}: CellNaming, root: string, names: readonly string[]): Side {
  const only = kept.get(root);
  if (only !== undefined) return {root, blocks: [only], totals: [], cuts: []};
  const all = space.categories(root);
  const cuts = names.map((name) => space.partition(name)).filter(({length}) => length > 0);
  const blocks =
    cuts.some((cut) => cut.length === all.length) || cuts.length === 0 ? all.map((one) => [one]) : cutFinest(all, cuts);
  const statedSets = names.filter((name) => statedOf.has(name)).map((name) => space.read(name, stated).members);
  const met = (meetings.get(root) ?? []).filter((members) => isUnion(members, blocks));
  const totals = [all, ...cuts.flat(), ...statedSets, ...met].filter(
    (members, index) => index === 0 || (members.length > 0 && members.length < all.length && !isAmong(blocks, members)),
  );
  return {
    root,
    blocks,
    totals: distinct(totals),
    cuts: cuts.filter(({length}) => length > 1 && length < blocks.length),
  };
}

/** Whether every block lies wholly within some categories or without. */
function isUnion(members: Members, blocks: readonly Members[]): boolean {
  const within = new Set(members);
  return blocks.every((block) => block.every((one) => within.has(one)) || !block.some((one) => within.has(one)));
}

function isAmong(sets: readonly Members[], members: Members): boolean {
  return sets.some((set) => set.join(",") === members.join(","));
}

function distinct(sets: readonly Members[]): readonly Members[] {
  return [...new Map(sets.map((set) => [set.join(","), set])).values()];
}
