import {roundRatioHalfUp, type Cell} from "../../release/index.ts";
import type {PublicCell} from "./editionInDist.ts";
import {numberKey} from "./printedNumbers.ts";

type Published = Extract<Cell, {status: "published"}>;

/** The keys of every number that may be printed of a cell and of the counts beside it. None for what is withheld. */
export function numbersOfCell(cell: PublicCell): readonly string[] {
  const beside = [cell.denominator, cell.missing, cell.group].flatMap((count) =>
    count?.status === "published" ? [numberKey(count.value)] : [],
  );
  // The counts of a share of too few stay printed.
  if (cell.cell.status === "unreliable") return [numberKey(cell.cell.count), numberKey(cell.cell.of), ...beside];
  return cell.cell.status === "published" ? [...valuesOf(cell, cell.cell), ...beside] : beside;
}

/** The keys of the value itself, in every rounding in which the site prints it. */
export function valuesOf(cell: Pick<PublicCell, "asked" | "release">, published: Published): readonly string[] {
  const {count, of, value} = published;
  const counts = [count, of].flatMap((whole) => (whole === undefined ? [] : [numberKey(whole)]));
  const {measure} = cell.asked.address;
  if (measure === "share") return [...sharesOf(published), ...counts];
  if (measure === "value" && isPercentColumn(cell)) return [numberKey(value), numberKey(value, true)];
  return [numberKey(value), ...counts];
}

/** A share is printed from its whole numbers with no, one or two decimals; "<1%" and ">99%" where it is near the ends. */
function sharesOf({value, count, of, lower, upper}: Published): readonly string[] {
  const bounds = [lower, upper].flatMap((bound) => (bound === undefined ? [] : [numberKey(bound, true)]));
  const released = numberKey(value, true);
  if (count === undefined || of === undefined || of === 0) return [released, ...bounds];
  const rounded = [0, 1, 2].flatMap((decimals) => {
    const percent = roundRatioHalfUp(100 * count, of, decimals);
    const least = 1 / 10 ** decimals;
    if (percent === 0 && count > 0) return [numberKey(least, true)];
    return percent === 100 && count < of ? [numberKey(100 - least, true)] : [numberKey(percent, true)];
  });
  return [released, ...rounded, ...bounds];
}

function isPercentColumn({asked: {address}, release}: Pick<PublicCell, "asked" | "release">): boolean {
  if (address.measure !== "value") return false;
  const reference = release.vocabulary.references.find(({name}) => name === address.population);
  return reference?.columns.find(({name}) => name === address.column)?.unit === "percent";
}
