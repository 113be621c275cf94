import {z} from "zod";

const counts = z.record(z.string(), z.int().min(0));

/** Layout of a certificate: tables of whole counts that a reader cannot tell from the true one. */
export const certificateSchema = z.strictObject({
  schema: z.literal("smallprint-certificate/1"),
  /** Editions whose statements every table satisfies. */
  editions: z.array(z.string()),
  /** A count for every cell that is not printed; with the printed ones it is one whole table. */
  base: counts,
  /** Further tables, as the cells in which they differ from the base. */
  witnesses: z.array(counts),
  /** For every withheld cell that is safe, the tables that give it different counts: 0 is the base, n the n-th witness. */
  cells: z.record(z.string(), z.array(z.int().min(0))),
});

/** Proof that withheld cells cannot be worked out. It holds no true table: the solver made it up from the release. */
export type Certificate = z.output<typeof certificateSchema>;
