import {cellKey, type CellAddress} from "../../publication/index.ts";
import type {Cell, Release} from "../../release/index.ts";

/**
 * Cells whose mark the release gives no reason for: shares as of too few to be useful although their base is not printed,
 * or not below what a share needs, or the counts beside them are not those that are printed; and means that do not apply
 * although their group is not printed as nobody.
 */
export function unfoundedMarks(release: Release): readonly string[] {
  return release.cells.flatMap(({address, cell}) => {
    const isUnfounded =
      (cell.status === "unreliable" && !isFounded(release, address, cell)) ||
      (cell.status === "not-applicable" && address.measure === "mean" && !isOfNobody(release, address));
    return isUnfounded ? [cellKey(address)] : [];
  });
}

function isOfNobody(release: Release, {population, at}: CellAddress): boolean {
  const group: CellAddress = {measure: "count", population, at};
  const cell = release.has(group) ? release.cell(group) : undefined;
  return cell?.status === "published" && cell.value === 0;
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
