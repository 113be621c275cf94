import {z} from "zod";
import type {CountAddress} from "./measure.ts";
import {measureNames, measureOf, measures, type CellAddress} from "./measures.ts";

/** Layout of an address in a release, of whatever measure. */
export const addressSchema = z.discriminatedUnion("measure", layouts()) as unknown as z.ZodType<CellAddress>;

/** Told apart by their measure, so that a wrong address is refused by what its own measure asks. */
function layouts(): [z.ZodObject, ...z.ZodObject[]] {
  const [first, ...others] = measureNames.map((name) => measures[name].address as unknown as z.ZodObject);
  if (first === undefined) throw new Error("there is no measure");
  return [first, ...others];
}

/**
 * The one name of a cell: two addresses with the same key are the same cell.
 * `count prison [sex=female]`, `share prison [sex=female] among []`, `mean age prison []`.
 */
export function cellKey(address: CellAddress): string {
  return measureOf(address).key(address);
}

/** The count cells that a cell rests on: it can be published only if these can. */
export function restsOn(address: CellAddress): readonly CountAddress[] {
  return measureOf(address).restsOn(address);
}
