import {cellKey, comparePeriods, type Period} from "../../publication/index.ts";
import type {Cell, Release} from "../../release/index.ts";
import {sameInBoth} from "./meansTheSame.ts";

/**
 * Which records each release counts, by a name: releases of one world count the same ones and are read as one
 * publication. The world of the first release has no name.
 */
export type Worlds = ReadonlyMap<Release, string>;

/** Whether releases may be of one world, beyond what their numbers say at a glance. */
type MayMeet = (releases: readonly Release[]) => boolean;

/**
 * Which releases count the same records: same period, both synthetic or both real, the same region (or another whose
 * counts are the same wherever both print them), and no count printed with two values, because a revision of the data
 * gives counts of other records. `mayMeet` may look closer; releases that it keeps apart are of worlds of their own.
 */
export function worldsOf(releases: readonly Release[], mayMeet: MayMeet = () => true): Worlds {
  const members: Release[][] = [];
  for (const release of releases) {
    const home = members.find((others) => agree(others, release) && mayMeet([...others, release]));
    if (home === undefined) members.push([release]);
    else home.push(release);
  }
  return new Map(members.flatMap((world, index) => world.map((release) => [release, nameOf(members, index)] as const)));
}

/** Whether two releases tell of the same people, though perhaps by revised records. */
export function samePeople(one: Release, other: Release): boolean {
  return settingOf(one) === settingOf(other) || (samePeriod(one, other) && meetInCounts(one, other));
}

/** The period of each world, with its region. */
export interface WorldPeriod extends Period {
  readonly region: string;
}

/** The periods of worlds, by name. */
export function periodsOf(releases: readonly Release[], worlds: Worlds): ReadonlyMap<string, WorldPeriod> {
  return new Map(
    releases.map((release) => {
      const {region, period} = release.edition;
      return [worlds.get(release) ?? "", {region, from: period.from, to: period.to}];
    }),
  );
}

function settingOf({edition, provenance}: Release): string {
  const {from, to} = edition.period;
  return `${provenance.synthetic ? "synthetic" : "real"} ${edition.region} ${from} to ${to}`;
}

function nameOf(members: readonly (readonly Release[])[], index: number): string {
  const [first] = members[index] ?? [];
  if (index === 0 || first === undefined) return "";
  const setting = settingOf(first);
  const version = members.slice(0, index + 1).filter(([one]) => one && settingOf(one) === setting).length;
  return version === 1 ? setting : `${setting} (data version ${version})`;
}

function samePeriod({edition: one, provenance: left}: Release, {edition: other, provenance: right}: Release): boolean {
  return left.synthetic === right.synthetic && comparePeriods(one.period, other.period) === "same";
}

function agree(world: readonly Release[], release: Release): boolean {
  const [first] = world;
  if (first === undefined || !samePeople(first, release)) return false;
  return world.every((other) => sharedCounts(other, release).every(mayBeOne));
}

/** Whether releases print some counts in common that are no chance, and those alike: they may count the same people. */
function meetInCounts(one: Release, other: Release): boolean {
  const shared = sharedCounts(one, other);
  return shared.some(([{from}]) => from >= one.disclosure.policy.threshold) && shared.every(mayBeOne);
}

/** The counts that a release prints, by key. One whose counts are rounded prints none. */
export function publishedCounts({cells, disclosure}: Release): ReadonlyMap<string, number> {
  return new Map(
    cells.flatMap(({address, cell}) =>
      address.measure === "count" && cell.status === "published" && disclosure.policy.method === "withhold"
        ? [[cellKey(address), cell.value] as const]
        : [],
    ),
  );
}

/** The values that a printed count stands for: one, or those about a rounded one. */
interface ShownCount {
  readonly from: number;
  readonly to: number;
}

/** The counts that two releases print of groups that mean the same in both, as each prints them. */
function sharedCounts(one: Release, other: Release): readonly (readonly [ShownCount, ShownCount])[] {
  const isComparable = sameInBoth(one.vocabulary, other.vocabulary);
  return one.cells.flatMap(({address, cell}) => {
    if (address.measure !== "count" || !other.has(address) || !isComparable(address)) return [];
    const [here, there] = [shownCount(cell as Cell, one), shownCount(other.cell(address), other)];
    return here === undefined || there === undefined ? [] : [[here, there] as const];
  });
}

function shownCount(cell: Cell, {disclosure: {policy}}: Release): ShownCount | undefined {
  const {within = 0} = policy;
  return cell.status === "published" ? {from: cell.value - within, to: cell.value + within} : undefined;
}

/** Whether two printed counts can be of one number. */
function mayBeOne([one, other]: readonly [ShownCount, ShownCount]): boolean {
  return one.from <= other.to && other.from <= one.to;
}
