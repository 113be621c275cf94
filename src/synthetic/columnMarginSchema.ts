import {z} from "zod";

/** Where a margin comes from, and what is thought of it. */
export const marginSource = {
  source: z.string().optional().describe("Where it was published: Figure 5."),
  note: z.string().optional().describe("What was decided about it."),
  illustrative: z
    .boolean()
    .optional()
    .describe("Whether nobody published it: it is plausible, and must not be quoted."),
};
/** From 0 to 100. */
export const percentage = z.number().min(0).max(100);
/** More people than a country has would be drawn for ever. */
export const wholePeople = z.number().int().min(0).max(10_000_000);
/** The least and the most of something. */
export const leastAndMost = z.tuple([wholePeople, wholePeople]);
/** How many clients, for certain or within bounds. */
export const clientCount = z
  .union([wholePeople, leastAndMost])
  .describe("A number of clients, or the least and the most.");
/** Which of the clients a margin speaks of. */
export const whichClients = z
  .string()
  .describe("Which of the clients: PPO = yes, DATFC.region = south-east, DOB.age >= 45.");

const published = z.strictObject({
  percent: percentage.describe("The percentage as it was printed."),
  decimals: z.number().int().min(0).max(3).default(0).describe("With how many decimals it was printed."),
  of: z.enum(["all", "stated"]).default("all").describe("Of all clients, or of those with an answer."),
  aim: percentage.optional().describe("The percentage to come near, within the rounding."),
  from: percentage.optional().describe("The least that it can be, where more is known than by rounding."),
  below: percentage.optional().describe("What it is less than, where more is known than by rounding."),
  ...marginSource,
});
const counted = z.strictObject({clients: clientCount, ...marginSource});
const bounded = z.strictObject({
  over: percentage.optional().describe("More than this percentage."),
  under: percentage.optional().describe("Less than this percentage."),
  ...marginSource,
});

const share = z.union([percentage, z.literal("rest"), published, counted, bounded]);
const shares = z.record(z.string(), share).describe("Answer: its share of the clients, the rest, or a range.");
const weights = z.record(z.string(), z.number().min(0)).describe("Code: how often it comes, beside the others.");

const leans = z
  .array(
    z.strictObject({
      when: whichClients,
      more: weights.describe("Answer: how many times as frequent it is among them."),
    }),
  )
  .default([])
  .describe("Answers that are more or less frequent among some clients; totals stay as they are.");
const rules = z
  .array(
    z.strictObject({
      when: whichClients,
      each: z.string().optional().describe("A column: the rule holds for each of its codes."),
      only: z.array(z.string()).optional().describe("The only answers that they can have."),
      shares: shares.default({}),
      ...marginSource,
    }),
  )
  .default([])
  .describe("What holds among some of the clients.");
const daysBetween = z.strictObject({
  "at-least": wholePeople.default(0).describe("At least so many days."),
  typical: wholePeople.optional().describe("About half take so many days or fewer; without it, few days are likelier."),
  "up-to": wholePeople.describe("At most so many days."),
});
const asked = {"asked-when": z.string().optional().describe("Everybody else has no answer: CPLAN = no.")};

/** How the answers of one column are drawn. */
export const columnMarginSchema = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("shares").describe("One answer, by shares."),
    by: z.string().optional().describe("The column of the code list whose values shares name, as group."),
    shares,
    equal: z
      .array(z.tuple([z.string(), z.string()]))
      .default([])
      .describe("Pairs of answers of which as many give one as the other."),
    weights: weights.default({}),
    leans,
    rules,
    "differs-from": z.array(z.string()).default([]).describe("Columns whose answer is not given here again."),
    ...asked,
    ...marginSource,
  }),
  z.strictObject({
    kind: z.literal("options").describe("Several answers."),
    stated: share.describe("The share of clients who answer at all."),
    options: shares,
    leans,
    ...asked,
    ...marginSource,
  }),
  z.strictObject({
    kind: z.literal("spread").describe("The codes behind a column of the two-way table."),
    weights: weights.default({}),
    leans,
    ...marginSource,
  }),
  z.strictObject({
    kind: z.literal("in-period").describe("A day of the period."),
    months: z.array(z.number().min(0)).optional().describe("How frequent each month of it is."),
    ...marginSource,
  }),
  z.strictObject({
    kind: z.literal("days-after").describe("A day after that of another column."),
    column: z.string().describe("The other column."),
    ...daysBetween.shape,
    spans: z
      .array(z.strictObject({when: whichClients, ...daysBetween.shape}))
      .default([])
      .describe("Other spans among some of the clients: the first that holds."),
    "not-stated": share.default(0).describe("The share without an answer."),
    leans,
    rules,
    ...asked,
    ...marginSource,
  }),
  z.strictObject({
    kind: z.literal("born").describe("A date of birth."),
    before: z.string().describe("The date column on whose day ages are counted."),
    bands: z.record(z.string(), leastAndMost).describe("Band of ages: its least and its most."),
    shares,
    mean: z
      .strictObject({
        years: z.number().describe("The mean age as it was printed."),
        decimals: wholePeople.default(1).describe("With how many decimals it was printed."),
        ...marginSource,
      })
      .optional()
      .describe("A mean age that was published."),
    density: z
      .array(z.tuple([wholePeople, z.number().min(0)]))
      .default([])
      .describe("Ages, each with how frequent it is beside the others."),
    leans,
    rules,
    ...marginSource,
  }),
  z.strictObject({
    kind: z.literal("number").describe("A number, within bands more often a small one."),
    bands: z.record(z.string(), z.tuple([z.number(), z.number()])).describe("Band: its least and its most."),
    shares,
    leans,
    rules,
    ...asked,
    ...marginSource,
  }),
  z.strictObject({
    kind: z.literal("serial").describe("Numbers of forms."),
    prefix: z.string().describe("What they begin with."),
  }),
  z.strictObject({
    kind: z.literal("reference").describe("References of clients."),
    prefix: z.string().startsWith("CANARY-").describe("What they begin with: CANARY- makes records known as made up."),
  }),
  z.strictObject({kind: z.literal("letter").describe("A letter, as an initial.")}),
]);

export type ColumnMargin = z.infer<typeof columnMarginSchema>;
/** How many days lie between two dates. */
export type DaysBetween = z.infer<typeof daysBetween>;
export type Share = z.infer<typeof share>;
export type Lean = z.infer<typeof leans>[number];
export type Rule = z.infer<typeof rules>[number];
