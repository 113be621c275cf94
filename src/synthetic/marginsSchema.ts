import {z} from "zod";

const source = {
  source: z.string().optional().describe("Where it was published: Figure 5."),
  note: z.string().optional().describe("What was decided about it."),
  illustrative: z
    .boolean()
    .optional()
    .describe("Whether nobody published it: it is plausible, and must not be quoted."),
};
const percentage = z.number().min(0).max(100);
/** More people than a country has would be drawn for ever. */
const wholeNumber = z.number().int().min(0).max(10_000_000);
const range = z.tuple([wholeNumber, wholeNumber]);
const clients = z.union([wholeNumber, range]).describe("A number of clients, or the least and the most.");
const when = z.string().describe("Which of the clients: PPO = yes, DATFC.region = south-east, DOB.age >= 45.");

const published = z.strictObject({
  percent: percentage.describe("The percentage as it was printed."),
  decimals: z.number().int().min(0).max(3).default(0).describe("With how many decimals it was printed."),
  of: z.enum(["all", "stated"]).default("all").describe("Of all clients, or of those with an answer."),
  aim: percentage.optional().describe("The percentage to come near, within the rounding."),
  from: percentage.optional().describe("The least that it can be, where more is known than by rounding."),
  below: percentage.optional().describe("What it is less than, where more is known than by rounding."),
  ...source,
});
const counted = z.strictObject({clients, ...source});
const bounded = z.strictObject({
  over: percentage.optional().describe("More than this percentage."),
  under: percentage.optional().describe("Less than this percentage."),
  ...source,
});

const share = z.union([percentage, z.literal("rest"), published, counted, bounded]);
const shares = z.record(z.string(), share).describe("Answer: its share of the clients, the rest, or a range.");
const weights = z.record(z.string(), z.number().min(0)).describe("Code: how often it comes, beside the others.");

const leans = z
  .array(z.strictObject({when, more: weights.describe("Answer: how many times as frequent it is among them.")}))
  .default([])
  .describe("Answers that are more or less frequent among some clients; totals stay as they are.");
const rules = z
  .array(
    z.strictObject({
      when,
      each: z.string().optional().describe("A column: the rule holds for each of its codes."),
      only: z.array(z.string()).optional().describe("The only answers that they can have."),
      shares: shares.default({}),
      ...source,
    }),
  )
  .default([])
  .describe("What holds among some of the clients.");
const asked = {"asked-when": z.string().optional().describe("Everybody else has no answer: CPLAN = no.")};

const column = z.discriminatedUnion("kind", [
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
    ...source,
  }),
  z.strictObject({
    kind: z.literal("options").describe("Several answers."),
    stated: share.describe("The share of clients who answer at all."),
    options: shares,
    leans,
    ...asked,
    ...source,
  }),
  z.strictObject({
    kind: z.literal("spread").describe("The codes behind a column of the two-way table."),
    weights: weights.default({}),
    leans,
    ...source,
  }),
  z.strictObject({
    kind: z.literal("in-period").describe("A day of the period."),
    months: z.array(z.number().min(0)).optional().describe("How frequent each month of it is."),
    ...source,
  }),
  z.strictObject({
    kind: z.literal("days-after").describe("A day after that of another column."),
    column: z.string().describe("The other column."),
    "up-to": wholeNumber.describe("At most so many days."),
    "not-stated": share.default(0).describe("The share without an answer."),
    ...asked,
    ...source,
  }),
  z.strictObject({
    kind: z.literal("born").describe("A date of birth."),
    before: z.string().describe("The date column on whose day ages are counted."),
    bands: z.record(z.string(), range).describe("Band of ages: its least and its most."),
    shares,
    mean: z
      .strictObject({
        years: z.number().describe("The mean age as it was printed."),
        decimals: wholeNumber.default(1).describe("With how many decimals it was printed."),
        ...source,
      })
      .optional()
      .describe("A mean age that was published."),
    density: z
      .array(z.tuple([wholeNumber, z.number().min(0)]))
      .default([])
      .describe("Ages, each with how frequent it is beside the others."),
    leans,
    rules,
    ...source,
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

const selection = z.union([z.enum(["all", "in-region", "elsewhere"]), z.array(z.string())]).default("all");

const table = z.strictObject({
  rows: z.string().describe("The column of the extract that rows are of."),
  columns: z.string().describe("The column of the extract that columns are of."),
  file: z.string().describe("The table: a CSV file below data/reference/margins/."),
  marks: z.record(z.string(), range).default({}).describe("Mark of a withheld cell: the least and the most behind it."),
  sums: z
    .array(
      z.strictObject({
        rows: selection.describe("Over which rows."),
        columns: selection.describe("Over which columns."),
        clients: clients.optional(),
        percent: percentage.optional().describe("The sum as a percentage of all clients, as it was printed."),
        ...source,
      }),
    )
    .default([])
    .describe("What is known of several cells together."),
  ...source,
});

const faultKinds = ["blank", "unreadable", "impossible", "ragged", "unlisted", "too-early"] as const;

const extract = z.strictObject({
  dictionary: z.string().describe("A file of data/dictionaries/, without .yaml."),
  file: z
    .string()
    .regex(/^[a-z0-9-]+\.csv$/, "is not a file name like prison.csv")
    .describe("The file to make: prison.csv."),
  clients: z
    .strictObject({count: wholeNumber.min(1).describe("How many."), ...source})
    .describe("How many clients there are in the period."),
  forms: z
    .array(z.strictObject({when: when.optional(), count: wholeNumber.describe("How many."), ...source}))
    .default([])
    .describe("How many forms there are in the period, of all clients or of some."),
  table: table.optional().describe("A two-way table that was published."),
  columns: z.record(z.string(), column).default({}).describe("Columns in the order in which they are drawn."),
  "older-forms": z
    .strictObject({
      differ: percentage.default(0).describe("In how many percent of its answers an older form differs."),
      keep: z.array(z.string()).default([]).describe("Columns in which it never does."),
      blank: wholeNumber.default(0).describe("How many have no date of triage."),
      ties: wholeNumber.default(0).describe("How many have the date of triage of the form that stands for the client."),
      "exact-ties": wholeNumber.default(0).describe("How many have every date of it."),
    })
    .default({differ: 0, keep: [], blank: 0, ties: 0, "exact-ties": 0})
    .describe("Forms of a client beside the one that stands for the client."),
  "outside-period": z
    .strictObject({clients: wholeNumber.describe("How many."), ...source})
    .default({clients: 0})
    .describe("Clients beyond the period."),
  "also-in": z
    .strictObject({
      extract: z.string().describe("The other extract, above this one."),
      clients: wholeNumber.describe("How many."),
      agree: z.array(z.string()).describe("Columns in which a client's two forms agree."),
      copy: z.array(z.string()).describe("Columns that are copied."),
      ...source,
    })
    .optional()
    .describe("Clients who are in another extract too."),
  faults: z
    .array(
      z.strictObject({
        kind: z.enum(faultKinds).describe("What is wrong."),
        column: z.string().optional().describe("In which column."),
        forms: wholeNumber.describe("In how many forms."),
        ...source,
      }),
    )
    .default([])
    .describe("Faults as real extracts have them."),
});

/** What a margins file may say. */
export const marginsSchema = z.strictObject({
  title: z.string().describe("What is made."),
  about: z.string().optional().describe("What else must be known of it."),
  source: z.string().describe("Where most of the figures were published."),
  seed: z.string().describe("What the draws start from: the same seed makes the same extracts."),
  region: z.string().describe("A name of data/codelists/regions.csv."),
  period: z
    .strictObject({from: z.iso.date().describe("Its first day."), to: z.iso.date().describe("Its last day.")})
    .describe("The period of the forms."),
  notes: z.array(z.string()).default([]).describe("What was decided where published figures contradict one another."),
  extracts: z.record(z.string().regex(/^[a-z0-9-]+$/), extract).describe("The extracts to make, by name."),
});

/** Published figures that a synthetic edition must reproduce, and how to fill in what nobody published. */
export type Margins = z.infer<typeof marginsSchema>;
export type ExtractMargins = z.infer<typeof extract>;
export type ColumnMargin = z.infer<typeof column>;
export type TableMargin = z.infer<typeof table>;
export type Share = z.infer<typeof share>;
export type Lean = z.infer<typeof leans>[number];
export type Rule = z.infer<typeof rules>[number];
export type PlantedFault = ExtractMargins["faults"][number];
