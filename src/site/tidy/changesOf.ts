import {
  differenceOfShares,
  isMadeByUnanswered,
  relationOf,
  toldApart,
  type PlacedCell,
  type Release,
  type ShareDifference,
} from "../../release/index.ts";
import type {FigurePart} from "./readParts.ts";
import type {ReadRow} from "./readRows.ts";

/** How a share differs from the same share of an earlier period or edition, in percentage points with its 95% interval. */
export interface Change extends ShareDifference {
  /** Names of its categories, in the order of the figure's dimensions. */
  readonly at: readonly string[];
  /** 1 where it may be said that it rose, -1 that it fell, 0 where neither may be said. */
  readonly side: -1 | 0 | 1;
  /** That it may not be said only because more, or fewer, gave no answer. */
  readonly isMadeByUnanswered: boolean;
}

/**
 * The changes between two series, the later one first, wherever both numbers are published. None where the series are not the
 * shares of one population in two periods or editions that have nobody in both, as far as is known.
 */
export function changesOf(parts: readonly FigurePart[]): readonly Change[] {
  const [later, earlier, third] = parts;
  if (later === undefined || earlier === undefined || third !== undefined) return [];
  if (later.rows[0]?.row.population.name !== earlier.rows[0]?.row.population.name) return [];
  return later.rows.flatMap((read) => {
    const at = namesOf(read);
    const twin = earlier.rows.find((other) => namesOf(other).join(" ") === at.join(" "));
    const [left, right] = [placed(read, later.release), twin && placed(twin, earlier.release)];
    if (left === undefined || right === undefined || !isLater(left, right, read)) return [];
    const difference = differenceBetween(left, right);
    if (difference === undefined) return [];
    return [{at, ...difference, side: toldApart(left, right), isMadeByUnanswered: isMadeByUnanswered(left, right)}];
  });
}

function namesOf({row}: ReadRow): readonly string[] {
  return row.place.map(({category}) => category.name);
}

function placed({row: {cell}, asked: {address}}: ReadRow, release: Release): PlacedCell | undefined {
  return cell.status === "published" ? {address, cell, release} : undefined;
}

function differenceBetween(left: PlacedCell, right: PlacedCell): ShareDifference | undefined {
  if (left.address.measure !== "share" || right.address.measure !== "share") return undefined;
  const relation = relationOf({...left, address: left.address}, {...right, address: right.address});
  return relation === "apart" || relation === "exclusive" ? differenceOfShares(left, right) : undefined;
}

/** Whether a first number is of a later edition than a second one, or of a later period of the same edition. */
function isLater(left: PlacedCell, right: PlacedCell, {asked}: ReadRow): boolean {
  const [one, other] = [left.release.edition, right.release.edition];
  if (one.id !== other.id) return one.period.from > other.period.from;
  return (asked.population?.variables ?? []).some(({name, reads}) => {
    if (reads?.as !== "period") return false;
    const begins = ({address: {at}}: PlacedCell): string => reads.categories[at[name] ?? ""]?.[0] ?? "";
    return begins(right) !== "" && begins(left) > begins(right);
  });
}
