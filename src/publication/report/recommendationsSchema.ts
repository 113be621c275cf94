import {z} from "zod";
import {tidyLabel} from "../../intake/index.ts";

const line = z
  .string()
  .refine((text) => tidyLabel(text) !== "", "this is blank, and a text is needed")
  .refine((text) => !/[\r\n]/.test(text.trim()), "this is one line, without breaks");

const number = z
  .string("a number of a list is written between quotation marks, so that 1.10 stays 1.10")
  .regex(/^[0-9A-Za-z]{1,4}(\.[0-9a-z]{1,3}){0,3}$/, 'numbers are such as "4", "2.1" or "A3"');

const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/);

/** Layout of `recommendations.yaml`: what was recommended, and what has become of it. */
export const recommendationsSchema = z.strictObject({
  "as-of": z.iso.date().describe("The day of which the states are told."),
  recommendations: z
    .array(
      z.strictObject({
        number: number.describe('As the review numbers it, between quotation marks: "4".'),
        what: line.describe("What is asked for."),
        owner: line.describe("Who answers for it."),
        due: z
          .union([z.iso.date(), month], "write a day, 2014-09-30, or a month, 2014-09")
          .describe("The day, or the month, by the end of which it is due."),
        state: z.enum(["done", "under-way", "not-begun", "dropped"]).describe("What has become of it."),
        note: line.optional().describe("What is to be said of its state."),
        see: z.array(z.string()).default([]).describe("Figures, tables and chapters of the report that bear on it."),
      }),
    )
    .min(1)
    .describe("The recommendations, in their order."),
});

/** What `recommendations.yaml` says. */
export type RecommendationsContent = z.output<typeof recommendationsSchema>;
