import type {Coordinates} from "../../src/publication/index.ts";
import type {ReleaseContent} from "../../src/release/index.ts";
import {isAt, type Person} from "./randomPublication.ts";

/** One world: how many people there are of each kind, in the order of the kinds. */
type World = readonly number[];

/** What a reader may take for true: kinds of people that there can be, and how many people at most. */
export interface Search {
  readonly kinds: readonly Person[];
  readonly most: number;
  /** Smallest count behind a mark, but in the breakdown of small groups. */
  readonly smallest: 0 | 1;
  /** The breakdown of a group of 1 up to, but not including, so many people is withheld whole. */
  readonly groupNeeds: number;
  /** The groups that a place narrows. */
  readonly groupsOf: (at: Coordinates) => readonly Coordinates[];
}

interface Statement {
  readonly kinds: readonly number[];
  readonly least: number;
  readonly most: number;
}

/**
 * Every world that agrees with the counts of a release, found by trying them all: no solver, and no model but the
 * people themselves.
 */
export function worldsOf(cells: ReleaseContent["cells"], search: Search): readonly World[] {
  const {kinds, most} = search;
  const smallest = search.groupNeeds > 1 ? 0 : search.smallest;
  const keepsRule = ruleOf(cells, search);
  const statements = cells.flatMap(({address, cell}): Statement[] => {
    if (address.measure !== "count") return [];
    const inside = kindsAt(kinds, address.at);
    if (cell.status === "published") return [{kinds: inside, least: cell.value, most: cell.value}];
    return [{kinds: inside, least: smallest, most: Infinity}];
  });
  const lastOf = ({kinds: [...inside]}: Statement): number => Math.max(-1, ...inside);
  const ending = kinds.map((_, kind) => statements.filter((statement) => lastOf(statement) === kind));
  if (statements.some((statement) => lastOf(statement) < 0 && statement.least > 0)) return [];
  const limits = kinds.map((_, kind) => statements.filter((one) => one.most < Infinity && one.kinds.includes(kind)));
  const worlds: World[] = [];
  const world = new Array<number>(kinds.length).fill(0);
  const sumOf = ({kinds: inside}: Statement): number => inside.reduce((sum, kind) => sum + (world[kind] ?? 0), 0);
  const people = (): number => world.reduce((sum, count) => sum + count, 0);
  const decide = (kind: number): void => {
    if (kind === kinds.length) {
      if (keepsRule(world)) worlds.push([...world]);
      return;
    }
    const room = Math.min(most - people(), ...(limits[kind] ?? []).map((one) => one.most - sumOf(one)));
    for (let count = 0; count <= room; count += 1) {
      world[kind] = count;
      if ((ending[kind] ?? []).every((one) => sumOf(one) >= one.least && sumOf(one) <= one.most)) decide(kind + 1);
    }
    world[kind] = 0;
  };
  decide(0);
  return worlds;
}

/** Whether a world's small groups are those of which a release prints nothing, and its zeros are printed elsewhere. */
function ruleOf(cells: ReleaseContent["cells"], search: Search): (world: World) => boolean {
  const {kinds, smallest, groupNeeds, groupsOf} = search;
  if (groupNeeds <= 1) return () => true;
  const counts = cells
    .filter(({address}) => address.measure === "count")
    .map(({address, cell}) => ({
      isPrinted: cell.status === "published",
      inside: kindsAt(kinds, address.at),
      groups: groupsOf(address.at).map((group) => kindsAt(kinds, group)),
    }));
  return (world) => {
    const sum = (inside: readonly number[]): number => inside.reduce((all, kind) => all + (world[kind] ?? 0), 0);
    const isSmall = (group: readonly number[]): boolean => sum(group) >= 1 && sum(group) < groupNeeds;
    return counts.every(({isPrinted, inside, groups}) => {
      if (isPrinted) return !groups.some(isSmall);
      return sum(inside) >= smallest || groups.some(isSmall);
    });
  };
}

/** The values that the count at a place has over worlds. */
export function valuesAt(worlds: readonly World[], kinds: readonly Person[], at: Coordinates): ReadonlySet<number> {
  const inside = kindsAt(kinds, at);
  return new Set(worlds.map((world) => inside.reduce((sum, kind) => sum + (world[kind] ?? 0), 0)));
}

function kindsAt(kinds: readonly Person[], at: Coordinates): readonly number[] {
  return kinds.flatMap((kind, index) => (isAt(kind, at) ? [index] : []));
}
