import {z} from "zod";

const counts = z.record(z.string(), z.int().min(0));

/** Layout of a certificate: tables of whole counts that a reader cannot tell from the true one. */
export const certificateSchema = z.strictObject({
  schema: z.literal("smallprint-certificate/1"),
  /** Editions whose statements every table satisfies. */
  editions: z.array(z.string()),
  /** For each of them, whose records it was taken to count: those of one name count the same ones. */
  worlds: z.array(z.string()),
  /** Whether what a shorter period counts was taken as part of a longer one. */
  tiesPeriods: z.boolean(),
  /** Whether variables that look alike were taken for one, where a release does not say what they read. */
  guesses: z.boolean(),
  /** A count for every cell that is not printed; with the printed ones it is one whole table. */
  base: counts,
  /** Further tables, as the cells in which they differ from the base. */
  witnesses: z.array(counts),
  /** For every withheld cell that is safe, the tables that give it different counts: 0 is the base, n the n-th witness. */
  cells: z.record(z.string(), z.array(z.int().min(0))),
});

/** Proof that withheld cells cannot be worked out. It holds no true table: the solver made it up from the release. */
export type Certificate = z.output<typeof certificateSchema>;
