import {cellKey, type CellAddress} from "../../publication/index.ts";
import type {Cell, Release} from "../../release/index.ts";

/**
 * Shares that a release marks as of too few to be useful although its policy gives no reason to: their base is not
 * printed, or not below what a share needs, or the counts beside them are not those that are printed.
 */
export function unfoundedMarks(release: Release): readonly string[] {
  return release.cells.flatMap(({address, cell}) =>
    cell.status === "unreliable" && !isFounded(release, address, cell) ? [cellKey(address)] : [],
  );
}

function isFounded(
  release: Release,
  address: CellAddress,
  {count, of}: Extract<Cell, {status: "unreliable"}>,
): boolean {
  if (address.measure !== "share") return false;
  const {population, at, base} = address;
  const isPrinted = (place: CellAddress["at"], value: number): boolean => {
    const printed: CellAddress = {measure: "count", population, at: place};
    const cell = release.has(printed) ? release.cell(printed) : undefined;
    return cell?.status === "published" && cell.value === value;
  };
  const {shareNeeds = 0} = release.disclosure.policy;
  return of < shareNeeds && isPrinted(base, of) && isPrinted(at, count);
}
