import {stated, type CellAddress, type Coordinates} from "../../publication/index.ts";
import {nameOf, type Cell, type Release} from "../../release/index.ts";
import type {Statement} from "./statement.ts";

type Policy = Release["disclosure"]["policy"];

/**
 * What a cell of a release whose counts are rounded says of the true ones: each is as near to the multiple shown as the
 * release says. Shares, rates and intervals are made of rounded counts and say no more than these do. A mean is over
 * true records, of which there are as many as the policy asks where it is shown, and fewer where it is withheld.
 */
export function roundedStatements(policy: Policy, address: CellAddress, cell: Cell): readonly Statement[] {
  const {within = 0, meanNeeds} = policy;
  const near = (at: Coordinates, value: number | undefined, says: "rounded" | "range"): readonly Statement[] =>
    value === undefined ? [] : [{says, at, from: Math.max(0, value - within), to: value + within}];
  const shown = cell.status === "published" ? cell : undefined;
  switch (address.measure) {
    case "count":
      return near(address.at, shown?.value, "rounded");
    case "share":
      if (cell.status === "not-applicable") return near(address.base, 0, "range");
      if (cell.status !== "published" && cell.status !== "unreliable") return [];
      return [...near(address.at, cell.count, "range"), ...near(address.base, cell.of, "range")];
    case "mean": {
      const averaged = {...address.at, [address.variable]: stated};
      if (cell.status === "suppressed") return [{says: "range", at: averaged, to: meanNeeds - 1}];
      if (shown === undefined) return [];
      // The number averaged, in releases of earlier versions the size of the group: the group is as many in either case.
      const least = shown.of === undefined ? 0 : Math.max(0, shown.of - within);
      return [
        {says: "range", at: address.at, from: least},
        {says: "range", at: averaged, from: meanNeeds},
      ];
    }
    case "rate":
      return near(address.at, shown?.count, "range");
    case "value":
      return [];
  }
}

/** What the model of releases with rounded counts leaves out, in sentences. */
export function notesOnRounding(releases: readonly Release[]): readonly string[] {
  const isMean = ({address, cell}: Release["cells"][number]): boolean =>
    address.measure === "mean" && cell.status === "published";
  return releases
    .filter(({disclosure, cells}) => disclosure.policy.method === "round" && cells.some(isMean))
    .map(
      (release) =>
        `${nameOf(release)}: means over rounded counts were read for how many records they need, not as sums.`,
    );
}
