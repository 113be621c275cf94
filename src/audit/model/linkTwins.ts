import {findCell, type CellNaming} from "./lattice.ts";

/** Ties populations that count the same records under two names: group by group, their counts are one number. */
export function linkTwins(namings: readonly CellNaming[]): void {
  namings.forEach((one, index) => {
    for (const other of namings.slice(index + 1)) if (isTwin(one, other)) tie(one, other);
  });
}

function isTwin(one: CellNaming, other: CellNaming): boolean {
  const [a, b] = [one.space.population, other.space.population];
  const isSameWorld = one.world === other.world && a.name !== b.name;
  const isSameTime = a.window?.from === b.window?.from && a.window?.to === b.window?.to;
  return isSameWorld && isSameTime && a.unit === b.unit && a.extract !== undefined && a.extract === b.extract;
}

function tie(one: CellNaming, other: CellNaming): void {
  for (const [cell, region] of one.regions) {
    const isShared = [...region.keys()].every(
      (root) => one.space.categories(root).join() === other.space.categories(root).join(),
    );
    const twin = isShared ? findCell(other, region) : undefined;
    if (twin === undefined) continue;
    one.builder.addUp({total: cell, parts: [twin], because: "both populations are the same records"});
  }
}
