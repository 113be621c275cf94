import type {Cell} from "../../release/index.ts";
import {tellsOf} from "../tells/registry.ts";
import type {PublicCell} from "./editionInDist.ts";
import {numberKey} from "../tells/printedNumbers.ts";

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

/** The ends of the released interval, each as its number is printed that has no count beside it. */
export function endsOfInterval({cell, asked: {address}, release}: PublicCell): readonly string[] {
  if (cell.status !== "published") return [];
  const ends = [cell.lower, cell.upper].filter((end) => end !== undefined);
  return ends.flatMap((value) =>
    tellsOf(address).numbersInTable({release, address, cell: {status: "published", value}}),
  );
}

/** The keys of the value itself, in every rounding in which the site prints it. */
export function valuesOf({asked, release}: Pick<PublicCell, "asked" | "release">, cell: Published): readonly string[] {
  const {address} = asked;
  return tellsOf(address).numbersOf({release, address, cell});
}
