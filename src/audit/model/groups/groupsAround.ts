import {stated, type Coordinates} from "../../../publication/index.ts";
import {findCell, type CellNaming} from "../lattice.ts";
import {isRoot, type Members, type PopulationSpace, type CoveredPlace} from "../PopulationSpace.ts";
import {tiedNames} from "../possibleRegions.ts";

/** One side of a place: a root variable and the categories of it that are meant. */
type Side = readonly [string, Members];

/**
 * The cells of the groups that a place narrows: the totals of its lines, which are what is left of the place when some
 * of its coordinates are left out, and those of the cells `shown` that hold it otherwise. A group in which nobody can
 * stand elsewhere, or by nature nobody who answered, is the place in other words and is no such group. Groups that no
 * table of the model holds are left out.
 */
export function groupsAround(naming: CellNaming, at: Coordinates, shown: ReadonlySet<number>): readonly number[] {
  const region = naming.space.region(at);
  if (region === undefined || !naming.isPossible(region)) return [];
  const wider = [...region].reduce<readonly CoveredPlace[]>(
    (groups, side) => groups.flatMap((group) => widen(naming, group, side)),
    [new Map()],
  );
  const cellsOf = (groups: readonly CoveredPlace[], isAsked: (cell: number) => boolean): readonly number[] =>
    groups.flatMap((group) => {
      const cell = findCell(naming, group);
      return cell === undefined || !isAsked(cell) || isSame(naming, region, group) ? [] : [cell];
    });
  const cells = [...cellsOf(totalsOf(naming.space, at), () => true), ...cellsOf(wider, (cell) => shown.has(cell))];
  const own = findCell(naming, region);
  return [...new Set(cells)].filter((cell) => cell !== own);
}

/** A place without some of its coordinates, in all ways. */
function totalsOf(space: PopulationSpace, at: Coordinates): readonly CoveredPlace[] {
  const places = Object.entries(at).reduce<readonly Coordinates[]>(
    (done, [name, category]) => done.flatMap((place) => [place, {...place, [name]: category}]),
    [{}],
  );
  return places.flatMap((place) => space.region(place) ?? []);
}

/** A group without a side, with it, or with one that it lies in. */
function widen(naming: CellNaming, group: CoveredPlace, side: Side): readonly CoveredPlace[] {
  const sides = [side, ...setsAround(naming.space, side), ...impliedBy(naming, side)];
  return [group, ...sides.flatMap((one) => narrow(group, one) ?? [])];
}

function narrow(group: CoveredPlace, [root, members]: Side): CoveredPlace | undefined {
  const before = group.get(root);
  const both = before === undefined ? members : before.filter((one) => members.includes(one));
  return both.length === 0 ? undefined : new Map([...group, [root, both]]);
}

/** The categories of coarser variables that hold a side, and all that are stated. */
function setsAround(space: PopulationSpace, [root, members]: Side): readonly Side[] {
  const all = space.categories(root).length;
  return space.population.variables
    .filter(({name, kind}) => kind !== "multi" && space.rootOf(name) === root)
    .flatMap(({name}) => [...space.partition(name), space.read(name, stated).members])
    .filter((set) => set.length > members.length && set.length < all && members.every((one) => set.includes(one)))
    .map((set) => [root, set] as const);
}

const impliedKnown = new WeakMap<CellNaming, Map<string, readonly Side[]>>();

/** What everybody of a side is besides: the only category of another variable that can be. */
function impliedBy(naming: CellNaming, side: Side): readonly Side[] {
  const known = impliedKnown.get(naming) ?? new Map<string, readonly Side[]>();
  impliedKnown.set(naming, known);
  const name = `${side[0]}=${side[1].join()}`;
  const implied = known.get(name) ?? findImplied(naming, side);
  known.set(name, implied);
  return implied;
}

function findImplied({space, isPossible}: CellNaming, [root, members]: Side): readonly Side[] {
  const rootOf = (name: string): string => (name.includes(":") ? name : space.rootOf(name));
  const tied = tiedNames(space).filter((names) => names.some((name) => rootOf(name) === root));
  const others = new Set(tied.flat().filter((name) => !name.includes(":") && rootOf(name) !== root));
  return [...others].flatMap((name) => {
    const other = space.rootOf(name);
    const sets = space.partition(name);
    const [only, ...more] = sets.filter((set) => isPossible(new Map([[root, members], [other, set]]))); // prettier-ignore
    return only !== undefined && more.length === 0 && sets.length > 1 ? [[other, only] as const] : [];
  });
}

/** Whether everybody of a group stands at a place in it, whoever they are. */
function isSame({space, isPossible, isNatural}: CellNaming, region: CoveredPlace, group: CoveredPlace): boolean {
  return [...region].every(([root, members]) => {
    const others = (group.get(root) ?? space.categories(root)).filter((one) => !members.includes(one));
    const canBe = (other: string): boolean => isPossible(new Map([...group, [root, [other]]]));
    if (!others.some(canBe)) return true;
    const answered = answeredOf(space, root);
    const isByNature = others.some((other) => !isNatural(new Map([...group, [root, [other]]])));
    return isByNature && others.every((other) => !answered.has(other) || !canBe(other));
  });
}

const answeredKnown = new WeakMap<PopulationSpace, Map<string, ReadonlySet<string>>>();

/** The categories of a root in which some variable that is read from it has an answer. */
function answeredOf(space: PopulationSpace, root: string): ReadonlySet<string> {
  const known = answeredKnown.get(space) ?? new Map<string, ReadonlySet<string>>();
  answeredKnown.set(space, known);
  const answered = known.get(root) ?? findAnswered(space, root);
  known.set(root, answered);
  return answered;
}

function findAnswered(space: PopulationSpace, root: string): ReadonlySet<string> {
  const readers = space.population.variables.filter(
    ({name, kind}) => kind === "category" && !isRoot(name) && space.rootOf(name) === root,
  );
  return new Set(readers.flatMap(({name}) => space.read(name, stated).members));
}
