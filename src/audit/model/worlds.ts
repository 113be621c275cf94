import {cellKey} from "../../publication/index.ts";
import type {Release} from "../../release/index.ts";

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

/** The period of each world, in days (ISO), with its region. */
export interface WorldPeriod {
  readonly region: string;
  readonly from: string;
  readonly to: string;
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

/** Whether one period lies within the other and is shorter. */
export function isWithin(one: Pick<WorldPeriod, "from" | "to">, other: Pick<WorldPeriod, "from" | "to">): boolean {
  return other.from <= one.from && one.to <= other.to && (one.from !== other.from || one.to !== other.to);
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
  return (
    left.synthetic === right.synthetic && one.period.from === other.period.from && one.period.to === other.period.to
  );
}

function agree(world: readonly Release[], release: Release): boolean {
  const [first] = world;
  if (first === undefined || !samePeople(first, release)) return false;
  const counts = shownCounts(release);
  return world.every((other) => [...shownCounts(other)].every(([key, count]) => mayBeOne(count, counts.get(key))));
}

/** Whether releases print some counts in common that are no chance, and those alike: they may count the same people. */
function meetInCounts(one: Release, other: Release): boolean {
  const counts = shownCounts(other);
  const shared = [...shownCounts(one)].filter(([key]) => counts.has(key));
  const isTelling = ([, {from}]: readonly [string, ShownCount]): boolean => from >= one.disclosure.policy.threshold;
  return shared.some(isTelling) && shared.every(([key, count]) => mayBeOne(count, counts.get(key)));
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

function shownCounts({cells, disclosure: {policy}}: Release): ReadonlyMap<string, ShownCount> {
  const {within = 0} = policy;
  return new Map(
    cells.flatMap(({address, cell}) =>
      address.measure === "count" && cell.status === "published"
        ? [[cellKey(address), {from: cell.value - within, to: cell.value + within}] as const]
        : [],
    ),
  );
}

/** Whether two releases can print the same count; they can where one does not print it. */
function mayBeOne(one: ShownCount, other: ShownCount = one): boolean {
  return one.from <= other.to && other.from <= one.to;
}
