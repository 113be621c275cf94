import {z} from "zod";
import {columnName} from "./columnSchema.ts";

const dated = columnName.describe("The date column.");
const yearKind = z
  .enum(["calendar", "financial"], "year is calendar (from January) or financial (from April)")
  .describe("Whether years begin in January, or in April.");

/** Into which periods a variable divides the days of a column, as a dictionary writes it. */
export const periodDivision = z
  .discriminatedUnion(
    "in",
    [
      z.strictObject({of: dated, in: z.literal("month").describe("Months.")}),
      z.strictObject({of: dated, in: z.literal("quarter").describe("Quarters of a year."), year: yearKind}),
      z.discriminatedUnion(
        "year",
        [
          z.strictObject({of: dated, in: z.literal("year").describe("Years."), year: yearKind}),
          z.strictObject({
            of: dated,
            in: z.literal("year").describe("Years."),
            year: z.literal("edition").describe("Years that end with what the edition counts, or before it."),
            "months-before": z
              .int("write whole months")
              .min(0, "the least is 0 months")
              .max(120, "the most is 120 months")
              .default(0)
              .describe("How many months before: so much has passed since each of them."),
          }),
        ],
        "year is calendar (from January), financial (from April) or edition (that end with what it counts)",
      ),
    ],
    "in is month, quarter or year",
  )
  .describe("The month, quarter or year that a date lies in, of those that the extract is counted for.");
