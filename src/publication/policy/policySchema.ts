import {z} from "zod";
import {tidyLabel} from "../../intake/index.ts";
import {isNumberInWords} from "../typedCounts.ts";

/** Marks that stand for something else already: unreliable, not available and not applicable. Source: GSS shorthand. */
const taken: readonly string[] = ["[u]", "[x]", "[z]"];

const mark = z
  .string()
  .min(1, "a mark is at least one character")
  .refine(
    (text) => !taken.includes(text),
    "[u], [x] and [z] stand for numbers that are unreliable, not available or not applicable",
  )
  .refine(
    (text) => tidyLabel(text) !== "" && tidyLabel(text) === text,
    "a mark is seen: it has no blanks around it, no breaks, and nothing invisible",
  )
  .refine(
    (text) => !/\p{N}|^[.,%<>]+$/u.test(text) && !isNumberInWords(text),
    "a mark that could be read as a number would be taken for one",
  );

/** No rule of a policy is about larger groups, and what is kept of every value below a threshold has to fit into memory. */
const mostPeople = 1000;

const whole = (least: number, words: string, most = mostPeople) =>
  z
    .int(words)
    .min(least, words)
    .max(most, `the most is ${String(most)}`);

const wholeOrNone = (words: string) => z.union([z.literal("none"), whole(1, words)], words);

const dominanceInWords = "a rule of dominance is a whole percentage from 1% to 100%, or none";

/** Layout of `policy.yaml`, of a template and of an edition. Every field may be left out. */
export const policySchema = z.strictObject({
  threshold: whole(2, "a threshold is a whole number of at least 2, because counts of one are always unsafe")
    .optional()
    .describe("Counts from 1 up to, but not including, this are unsafe; usually 5."),
  zeros: z
    .enum(["shown", "hidden"], "zeros are shown or hidden")
    .optional()
    .describe("Whether counts of nobody are shown, as usually, or hidden like small ones."),
  mark: z
    .union([
      mark,
      z.strictObject({
        small: mark.describe("Of what is small itself."),
        further: mark.describe("Of what is withheld for the sake of another."),
      }),
    ])
    .optional()
    .describe("What stands in the place of a withheld number; usually [c]."),
  level: z
    .enum(["exact", "width-2", "full"], "a level is exact, width-2 or full")
    .optional()
    .describe(
      "How many values stay possible for an unsafe count: two, three (width-2, the usual), or all unsafe ones.",
    ),
  "mean-needs": whole(2, "a mean needs a whole number of at least 2 records")
    .optional()
    .describe("A mean of fewer records is withheld; usually 10."),
  "mean-width": z
    .union(
      [
        z.int().min(0).max(mostPeople),
        z.record(
          z.string().min(1),
          z.union([z.number().min(0).max(60_000), z.string().regex(/^(?:[1-9]|[1-9]\d|100)%$/)]),
        ),
      ],
      "a width of means is a whole number of units, years for ages, or 0 for no such rule; or one by unit, {years: 5, others: 5%}",
    )
    .optional()
    .describe(
      "Means of fewer stay open within so many units, whatever other means tell; usually 5, or 0 for no such rule. By unit it may be a number of it, or a percentage of what the limits of a number allow; others are all that are not named.",
    ),
  "interval-needs": whole(3, "a mean with its interval needs a whole number of at least 3 records")
    .optional()
    .describe("A mean with its interval, of fewer records, is withheld; usually 30, and no fewer than a mean needs."),
  "sum-needs": whole(2, "a sum needs a whole number of at least 2 records")
    .optional()
    .describe("A sum of fewer records above nought is withheld; usually 10."),
  dominance: z
    .string(dominanceInWords)
    .regex(/^(?:none|(?:[1-9]|[1-9]\d|100)%)$/, dominanceInWords)
    .optional()
    .describe(
      "A sum or mean is withheld where all but its two largest numbers come to less than this part of the largest; usually 10%, or none.",
    ),
  "group-needs": wholeOrNone("a group needs a whole number of people, or none")
    .optional()
    .describe("The breakdown of a group of fewer people is withheld whole; usually 10, or none."),
  "share-needs": wholeOrNone("a share needs a base of a whole number, or none")
    .optional()
    .describe("A share of a base of fewer is marked as of too few; usually 10, or none."),
  method: z
    .enum(["withhold", "round"], "a method is withhold or round")
    .optional()
    .describe("Whether unsafe counts are withheld, as usually, or all counts rounded."),
  remainders: z
    .enum(["protected", "reported"], "remainders are protected or reported")
    .optional()
    .describe("Whether what a line leaves over must not be small either, as usually, or is reported only."),
  "revised-records": whole(
    25,
    "a revision may have a whole number of corrected records, 25 or more: fewer would call corrected records other people",
    1_000_000,
  )
    .optional()
    .describe("So many corrected records may lie between two editions of the same people; usually 25."),
  base: whole(2, "counts are rounded to multiples of a whole number of at least 2")
    .optional()
    .describe("With method round: counts are rounded to multiples of this."),
  remedies: z
    .strictObject({
      withhold: z
        .array(z.string())
        .default([])
        .describe("Counts, as queries, withheld by choice although they are safe."),
    })
    .optional()
    .describe("What the analyst does about counts that are hard to protect."),
});

export type PolicyContent = z.output<typeof policySchema>;
