import {z} from "zod";
import {encodings, tidyLabel} from "../../intake/index.ts";

const name = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "names are lower-case letters, digits and hyphens");

/** A text that says something. */
const said = z.string().refine((text) => tidyLabel(text) !== "", "this is blank, and a text is needed");
/** A text of one line, as names and headings are. Blocks of YAML end in a line break of their own. */
const line = said.refine((text) => !/[\r\n]/.test(text.trim()), "this is one line, without breaks");

const population = z.strictObject({
  label: line,
  heading: line,
  extract: name,
  dictionary: name,
  one: z.enum(["client", "form", "fault"]),
});

/** Layout of `template.yaml`: what a kind of report is made from. */
export const templateSchema = z.strictObject({
  populations: z.record(name, population),
  references: z.array(name).default([]),
});

const value = z.union([z.string(), z.number()], "write the code in quotation marks").transform(String);

const firstYear = "write the first of the hundred years, e.g. 1910 for 1910 to 2009";

/** How an extract is written where that is not as its dictionary says. */
const extractEntry = z.strictObject({
  file: line,
  columns: z.record(z.string(), z.string()).default({}),
  values: z.record(z.string(), z.union([z.string(), z.record(z.string(), value)])).default({}),
  encoding: z.enum(encodings).optional(),
  dates: z.array(z.string()).min(1).optional(),
  century: z.record(z.string(), z.int(firstYear).min(1000, firstYear).max(9900, firstYear)).default({}),
  "time-zone": z.string().optional(),
});

/** A path, or a path with how the extract is written. */
const extract = z.union([z.string().transform((file) => extractEntry.parse({file})), extractEntry]);

const revision = z.strictObject({
  date: z.iso.date(),
  reason: said,
  affects: z.array(name).min(1),
  withdraws: z.array(z.string().min(1)).default([]),
});

/** Layout of `report.yaml`: one edition. */
export const reportSchema = z.strictObject({
  template: name,
  title: line,
  summary: said,
  region: name,
  period: z.strictObject({from: z.iso.date(), to: z.iso.date()}),
  published: z.iso.date().optional(),
  publisher: line,
  contact: line,
  synthetic: z.boolean(),
  extracts: z.record(name, extract),
  "compare-with": name.optional(),
  revisions: z.array(revision).default([]),
  references: z.array(name).optional(),
  map: z.union([z.strictObject({layout: name}), z.strictObject({boundaries: line, key: z.string().min(1)})]).optional(),
});

/** Layout of `facts.yaml`: numbers from elsewhere by name. */
export const factsSchema = z.record(name, z.strictObject({text: said, source: said}));

export type ReportContent = z.output<typeof reportSchema>;
export type TemplateContent = z.output<typeof templateSchema>;
