import {z} from "zod";

/** Layout of a place in a release. */
export const coordinates = z.record(z.string(), z.string());

/** Layout of a name in a release. */
export const name = z.string().min(1);

/**
 * Layout of the region as a whole, by a variable of its areas: `without` are the categories that are none of them. `rows` are
 * the rows of a reference, by one of its keys, that add up to the region where it has no row of its own.
 */
export const wholeOfAreas = z.strictObject({
  variable: name,
  without: z.array(name),
  rows: z.strictObject({key: name, names: z.array(name).min(1)}).optional(),
});

/** Layout of a row and column of a reference in a release. */
export const referenceCell = z.strictObject({reference: name, column: name, at: coordinates});
