import {z} from "zod";

/** Layout of a place in a release. */
export const coordinates = z.record(z.string(), z.string());

/** Layout of a name in a release. */
export const name = z.string().min(1);

/** Layout of a row and column of a reference in a release. */
export const referenceCell = z.strictObject({reference: name, column: name, at: coordinates});
