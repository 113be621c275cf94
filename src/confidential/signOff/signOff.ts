import {z} from "zod";

/**
 * What the analyst signs off with a release, and what `explain` reads. Confidential: it tells which withheld cells are
 * unsafe by themselves. It stays beside the extracts and never reaches a release or a site.
 */
export const signOffSchema = z.strictObject({
  schema: z.literal("smallprint-sign-off/1"),
  edition: z.string(),
  /** SHA-256 of the release that it belongs to. */
  release: z.string(),
  /** Cells by key whose counts are unsafe by themselves. */
  primaries: z.array(z.string()),
  /** Why every other withheld cell is withheld, by key. */
  others: z.record(
    z.string(),
    z.enum(["secondary", "people", "small-group", "by-choice", "rests-on-withheld", "too-few-for-a-mean"]),
  ),
  /** Cells that the proof on people withholds further, by key, with the count that each protects. */
  people: z.record(z.string(), z.string()).default({}),
  /** Counts that take fewer values among the people of the proof than the policy's level asks. */
  narrow: z.array(z.string()).default([]),
  /** Cells that the proof withholds and that a longer search might have spared, by key. */
  givenUp: z.array(z.string()).default([]),
  /** For every unsafe count: at least so many values stay possible, through these withheld cells. */
  protection: z.record(z.string(), z.strictObject({values: z.int().min(1), through: z.array(z.string())})),
});

export type SignOff = z.output<typeof signOffSchema>;
