import {z} from "zod";

const count = z.int().min(0);
const byName = <Content extends z.ZodType>(content: Content) => z.record(z.string(), content);

/** Records by variable and category. */
const variables = byName(byName(count));

const tallied = z.strictObject({
  records: count,
  variables,
  /** The same of the records of each place, `residence=kent`. */
  places: byName(z.strictObject({records: count, variables})),
});

/** What was counted of the records of an edition, to be held against those of the next. */
export const tallySchema = z.strictObject({
  schema: z.literal("smallprint-tally/1"),
  edition: z.string(),
  synthetic: z.boolean(),
  period: z.strictObject({from: z.string(), to: z.string()}),
  /** Forms by what became of them; they add up to `read`. */
  extracts: byName(
    z.strictObject({
      read: count,
      quarantined: count,
      outsidePeriod: count,
      superseded: count,
      counted: count,
      /** Forms that have a fault, by column and rule: `SEX unlisted-code`. */
      faults: byName(count),
      /** Forms by the month of the date that they are counted by; nothing where the days counted are no whole months. */
      months: byName(count).default({}),
      /** Of a table of counts: of which rows how many are multiples of five and ten, and by column how many have no answer. */
      table: z
        .strictObject({
          parts: z.array(z.strictObject({of: z.string(), rows: count, fives: count, tens: count})),
          unstated: z.array(z.strictObject({column: z.string(), without: count, others: count})),
        })
        .exactOptional(),
    }),
  ),
  populations: byName(tallied),
});

/** True counts, small ones among them. Confidential: it stays with the sign-off. */
export type Tally = z.output<typeof tallySchema>;
export type Tallied = Tally["populations"][string];

/** The name of the file that a tally is kept in, beside the sign-off of its edition. */
export const tallyFile = "tally.json";

/** A tally that was kept; nothing where it is of another layout, because then nothing can be held against it. */
export function readTally(text: string): Tally | undefined {
  try {
    return tallySchema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}
