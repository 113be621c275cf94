import {z} from "zod";
import {
  clientCount,
  columnMarginSchema,
  leastAndMost,
  marginSource,
  percentage,
  whichClients,
  wholePeople,
} from "./columnMarginSchema.ts";

const selection = z.union([z.enum(["all", "in-region", "elsewhere"]), z.array(z.string())]).default("all");

const table = z.strictObject({
  rows: z.string().describe("The column of the extract that rows are of."),
  columns: z.string().describe("The column of the extract that columns are of."),
  file: z.string().describe("The table: a CSV file below data/reference/margins/."),
  marks: z
    .record(z.string(), leastAndMost)
    .default({})
    .describe("Mark of a withheld cell: the least and the most behind it."),
  sums: z
    .array(
      z.strictObject({
        rows: selection.describe("Over which rows."),
        columns: selection.describe("Over which columns."),
        clients: clientCount.optional(),
        percent: percentage.optional().describe("The sum as a percentage of all clients, as it was printed."),
        ...marginSource,
      }),
    )
    .default([])
    .describe("What is known of several cells together."),
  ...marginSource,
});

const faultKinds = ["blank", "unreadable", "impossible", "ragged", "unlisted", "too-early"] as const;

const extract = z.strictObject({
  dictionary: z.string().describe("A file of data/dictionaries/, without .yaml."),
  file: z
    .string()
    .regex(/^[a-z0-9-]+\.csv(\.gz)?$/, "is not a file name like prison.csv or prison.csv.gz")
    .describe("The file to make: prison.csv, or prison.csv.gz for one that is compressed."),
  clients: z
    .strictObject({count: wholePeople.min(1).describe("How many."), ...marginSource})
    .describe("How many clients there are in the period."),
  forms: z
    .array(z.strictObject({when: whichClients.optional(), count: wholePeople.describe("How many."), ...marginSource}))
    .default([])
    .describe("How many forms there are in the period, of all clients or of some."),
  table: table.optional().describe("A two-way table that was published."),
  columns: z
    .record(z.string(), columnMarginSchema)
    .default({})
    .describe("Columns in the order in which they are drawn."),
  "older-forms": z
    .strictObject({
      differ: percentage.default(0).describe("In how many percent of its answers an older form differs."),
      keep: z.array(z.string()).default([]).describe("Columns in which it never does."),
      blank: wholePeople.default(0).describe("How many have no date of triage."),
      ties: wholePeople.default(0).describe("How many have the date of triage of the form that stands for the client."),
      "exact-ties": wholePeople.default(0).describe("How many have every date of it."),
    })
    .default({differ: 0, keep: [], blank: 0, ties: 0, "exact-ties": 0})
    .describe("Forms of a client beside the one that stands for the client."),
  "outside-period": z
    .strictObject({clients: wholePeople.describe("How many."), ...marginSource})
    .default({clients: 0})
    .describe("Clients beyond the period."),
  "also-in": z
    .strictObject({
      extract: z.string().describe("The other extract, above this one."),
      clients: wholePeople.describe("How many."),
      agree: z.array(z.string()).describe("Columns in which a client's two forms agree."),
      copy: z.array(z.string()).describe("Columns that are copied."),
      ...marginSource,
    })
    .optional()
    .describe("Clients who are in another extract too."),
  returns: z
    .strictObject({
      clients: wholePeople.describe("How many."),
      agree: z.array(z.string()).describe("Columns in which all contacts of a person agree."),
      copy: z.array(z.string()).describe("Columns that are copied: the reference, the date of birth."),
      ...marginSource,
    })
    .optional()
    .describe("Rows of people who have another row already: where an extract has one row a contact."),
  taken: z.iso.date().optional().describe("The day that the extract was made: what came later is not in it yet."),
  faults: z
    .array(
      z.strictObject({
        kind: z.enum(faultKinds).describe("What is wrong."),
        column: z.string().optional().describe("In which column."),
        forms: wholePeople.describe("In how many forms."),
        ...marginSource,
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
export type TableMargin = z.infer<typeof table>;
export type PlantedFault = ExtractMargins["faults"][number];
