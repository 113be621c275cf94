import {cellKey} from "../../publication/index.ts";
import type {Release} from "../../release/index.ts";

/**
 * Which releases speak of the same records: same region and period, both synthetic or both real, and no count printed
 * with two values (a revision of the data gives counts of other records). Releases of one world are attacked together.
 */
export function worldsOf(releases: readonly Release[]): ReadonlyMap<Release, string> {
  const worlds = new Map<string, Map<string, number>>();
  const result = new Map<Release, string>();
  for (const release of releases) {
    const counts = publishedCounts(release);
    const world = findWorld(worlds, nameOf(release), counts);
    worlds.set(world, new Map([...(worlds.get(world) ?? []), ...counts]));
    result.set(release, world);
  }
  return result;
}

/** Whether two releases are of the same region and period, both synthetic or both real. */
export function samePeople(one: Release, other: Release): boolean {
  return nameOf(one) === nameOf(other);
}

function nameOf({edition, provenance}: Release): string {
  const {from, to} = edition.period;
  return `${provenance.synthetic ? "synthetic" : "real"} ${edition.region} ${from} to ${to}`;
}

function findWorld(
  worlds: ReadonlyMap<string, ReadonlyMap<string, number>>,
  name: string,
  counts: ReadonlyMap<string, number>,
): string {
  for (let version = 1; ; version += 1) {
    const world = version === 1 ? name : `${name} (data version ${version})`;
    const known = worlds.get(world);
    if (known === undefined || agree(known, counts)) return world;
  }
}

function agree(known: ReadonlyMap<string, number>, counts: ReadonlyMap<string, number>): boolean {
  return [...counts].every(([key, value]) => (known.get(key) ?? value) === value);
}

/** The counts that a release prints, by key. */
export function publishedCounts(release: Release): ReadonlyMap<string, number> {
  return new Map(
    release.cells.flatMap(({address, cell}) =>
      address.measure === "count" && cell.status === "published" ? [[cellKey(address), cell.value] as const] : [],
    ),
  );
}
