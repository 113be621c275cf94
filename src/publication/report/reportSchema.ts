import {z} from "zod";
import {encodings, tidyLabel} from "../../intake/index.ts";

const nameWith = (missing?: string) =>
  z.string(missing).regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "names are lower-case letters, digits and hyphens");
const name = nameWith();

/** A text that says something. */
const said = z.string().refine((text) => tidyLabel(text) !== "", "this is blank, and a text is needed");
/** A text of one line, as names and headings are. Blocks of YAML end in a line break of their own. */
const line = said.refine((text) => !/[\r\n]/.test(text.trim()), "this is one line, without breaks");

const category = nameWith("write the name of a category, in quotation marks where it looks like a number");
const categories = z.array(category).min(1, "name a category at least");

const population = z
  .strictObject({
    label: line.describe("Whom it counts, as it stands in a sentence: prison clients."),
    heading: line.describe("Its heading in tables and keys: Prison."),
    extract: name.describe("The extract of report.yaml that it is counted from."),
    dictionary: name.describe("The dictionary of that extract: a file of data/dictionaries/, without .yaml."),
    one: z.enum(["client", "form", "fault"]).describe("What it counts one by one: clients, the forms read, or faults."),
    each: z
      .enum(["month", "quarter"], "month or quarter")
      .optional()
      .describe("Of clients: counted once in each of these, by their latest form in it, and not once in all."),
    where: z
      .record(
        name,
        z.union(
          [categories, z.strictObject({not: categories.describe("Categories of which it has none.")})],
          "a list of categories, or not: with such a list",
        ),
      )
      .refine((where) => Object.keys(where).length > 0, "name a variable at least, or leave where out")
      .optional()
      .describe("Of a part of another population: variables with the categories that all of it have."),
  })
  .refine(({one, each}) => each === undefined || one === "client", "each is for clients alone (one: client)");

const group = z.strictObject({
  name: name.describe("What queries call it."),
  label: line.describe("What tables and figures call it."),
  text: line.describe("How it stands in a sentence."),
  of: z
    .union([categories, z.literal("rest")], "a list of categories, or rest")
    .describe("The categories in it; rest: all answers that no other group has."),
});

const grouping = z.strictObject({
  label: line.describe("What tables and figures call the variable."),
  of: name.describe("The variable of the dictionary whose categories are grouped."),
  groups: z.array(group).min(2, "name two groups or more").describe("The groups, in published order."),
});

const points = z
  .number("write points of a percentage: 10")
  .min(0, "the least is 0 points")
  .max(100, "the most is 100 points");

/** How far an edition may be from the one before; what is left out is as usual. */
const expectations = z
  .strictObject({
    records: z
      .string()
      .regex(/^\d+(\.\d+)?%$/, "a part is written as a percentage, e.g. 25%")
      .transform((text) => Number.parseFloat(text) / 100)
      .default(0.25)
      .describe("By which part records may be more or fewer; usually 25%."),
    share: points.default(10).describe("Points by which the share of a category may change; usually 10."),
    "not-stated": points.default(5).describe("Points by which the share of no answer may change; usually 5."),
    place: points.default(20).describe("Points by which a share may change within one place; usually 20."),
    faults: points.default(3).describe("Points by which forms with a fault may become more; usually 3."),
    superseded: points.default(10).describe("Points by which superseded forms may become more; usually 10."),
    outside: points.default(20).describe("Points by which forms outside the period may become more; usually 20."),
    month: points.default(60).describe("Percentage by which a month may have fewer forms than usual; usually 60."),
    unlisted: points.default(1).describe("Percentage of forms whose code in a column may be in no list; usually 1."),
    variables: z
      .record(
        name,
        z.strictObject({
          share: points.exactOptional().describe("Points for its categories."),
          "not-stated": points.exactOptional().describe("Points for no answer to it."),
        }),
      )
      .default({})
      .describe("Variables with bounds of their own."),
  })
  .prefault({})
  .describe("How far the records may be from those of the edition before without a word.");

/** Layout of `template.yaml`: what a kind of report is made from. */
export const templateSchema = z.strictObject({
  populations: z
    .record(name, population)
    .default({})
    .describe("What queries may count, by the name that they use; none where a report rests on references alone."),
  variables: z
    .record(name, grouping)
    .default({})
    .describe("Variables beside the dictionary's, which bring several categories of one of these together."),
  references: z.array(name).default([]).describe("Tables of figures from elsewhere, data/reference/<name>.yaml."),
  print: z
    .enum(["whole", "brief"])
    .default("whole")
    .describe("On paper: whole, with cover, lists and a page for each chapter, or brief, on few pages that run on."),
  expect: expectations,
});

const value = z.union([z.string(), z.number()], "write the code in quotation marks").transform(String);

const firstYear = "write the first of the hundred years, e.g. 1910 for 1910 to 2009";

/** How an extract is written where that is not as its dictionary says. */
const extractEntry = z.strictObject({
  file: line.describe("Path of the CSV or Parquet file, from the project's root."),
  columns: z
    .record(z.string(), z.string())
    .default({})
    .describe("Column of the dictionary: the extract's name for it."),
  values: z
    .record(z.string(), z.union([z.string(), z.record(z.string(), value)]))
    .default({})
    .describe("Column of the dictionary: its values in the extract with their codes, or the path of a table of them."),
  encoding: z.enum(encodings).optional().describe("How the file is encoded, where its bytes do not tell."),
  dates: z.array(z.string()).min(1).optional().describe("Formats of its dates, in place of the dictionary's."),
  century: z
    .record(z.string(), z.int(firstYear).min(1000, firstYear).max(9900, firstYear))
    .default({})
    .describe("Date column: the first of the hundred years that its years of two digits lie in."),
  "time-zone": z.string().optional().describe("Zone in which moments become days: Europe/London."),
});

/** A path, or a path with how the extract is written. */
const extract = z.union([z.string().transform((file) => extractEntry.parse({file})), extractEntry]);

const revision = z.strictObject({
  date: z.iso.date().describe("Day of the correction."),
  reason: said.describe("What was wrong and what is right now, in a sentence."),
  affects: z.array(name).min(1).describe("Names of the figures, tables, chapters and sections that it changes."),
  withdraws: z
    .array(z.string().min(1))
    .default([])
    .describe("Counts, as queries, that were printed before and are withheld now; they stay known."),
});

const expected = z.strictObject({
  what: line.describe("What is other than before, as the message that stopped the release names it."),
  because: said.describe("Why that is right, in a sentence. The methods print it."),
});

const definitionBreak = z
  .strictObject({
    variable: name
      .optional()
      .describe("The variable, or the part of a population, that is made of other answers than before."),
    extract: name
      .optional()
      .describe("In place of a variable: the extract of which all numbers are counted otherwise."),
    from: z.iso
      .date()
      .optional()
      .describe("The first day of the new definition, where this edition counts days before it too."),
    because: said.describe(
      "What changed, from when and why, in a sentence. It is printed wherever the two stand together.",
    ),
  })
  .refine(
    ({variable, extract}) => (variable === undefined) !== (extract === undefined),
    "name a variable or an extract, one of the two",
  )
  .refine(
    ({extract, from}) => extract === undefined || from !== undefined,
    "a break of an extract needs its day, from",
  );

const provisional = z.strictObject({
  from: z.iso.date().describe("The first day of which not all forms are in; the last is the end of the period."),
  because: said.describe("Why its numbers may still change, in a sentence. It is printed wherever one of them stands."),
});

/** Layout of `report.yaml`: one edition. */
export const reportSchema = z.strictObject({
  template: name.describe("The kind of report: a folder of templates/."),
  title: line.describe("Title of the report."),
  summary: said.describe("What the report tells, in a sentence."),
  region: name.describe("A name of data/codelists/regions.csv."),
  period: z
    .strictObject({
      from: z.iso.date().describe("First day of the period."),
      to: z.iso.date().describe("Last day of the period."),
    })
    .describe("The days that are counted, both included."),
  published: z.iso
    .date()
    .optional()
    .describe("Day of publication: the decision to publish, for good. Without it the edition is a draft everywhere."),
  publisher: line.describe("Who publishes the report."),
  contact: line.describe("Where readers can ask."),
  synthetic: z
    .boolean()
    .optional()
    .describe("Whether every record of the extracts is made up; left out where there are none."),
  extracts: z.record(name, extract).default({}).describe("The extracts that the template counts, by name."),
  history: z
    .record(name, z.iso.date())
    .default({})
    .describe("Extract: the day from which its forms are counted, where that is before the period begins."),
  "compare-with": name.optional().describe('The edition that "previous" means.'),
  revisions: z.array(revision).default([]).describe("Corrections since publication."),
  expected: z.array(expected).default([]).describe("What of the records is known to be other than before, and why."),
  breaks: z
    .array(definitionBreak)
    .default([])
    .describe("What is counted otherwise than in the edition compared with, or than on earlier days of this one."),
  provisional: z
    .record(name, provisional)
    .default({})
    .describe("Extract: its last days, whose numbers are marked as provisional."),
  references: z
    .array(name)
    .optional()
    .describe("Those of the template's references that there are for the region; all where it is left out."),
  map: z
    .union([
      z.strictObject({layout: name.describe("A layout of hexagons: a file of data/reference/hex/.")}),
      z.strictObject({
        boundaries: line.describe("Path of a GeoJSON file, from the project's root."),
        key: z.string().min(1).describe("The property of a place that holds its code."),
      }),
    ])
    .optional()
    .describe("Where the areas lie; needed where a map is drawn."),
});

/** Layout of `facts.yaml`: numbers from elsewhere by name. */
export const factsSchema = z.record(
  name,
  z.strictObject({
    text: said.describe("The number with its words, as it stands in the text: about 80,000."),
    source: said.describe("Where it is from."),
  }),
);

export type ReportContent = z.output<typeof reportSchema>;
export type TemplateContent = z.output<typeof templateSchema>;
