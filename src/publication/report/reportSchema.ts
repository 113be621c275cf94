import {z} from "zod";
import {encodings} from "../../tables/index.ts";

const name = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "names are lower-case letters, digits and hyphens");

const population = z.strictObject({
  label: z.string(),
  heading: z.string(),
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
  file: z.string(),
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
  reason: z.string().min(1),
  affects: z.array(name).min(1),
  withdraws: z.array(z.string().min(1)).default([]),
});

/** Layout of `report.yaml`: one edition. */
export const reportSchema = z.strictObject({
  template: name,
  title: z.string(),
  summary: z.string(),
  region: name,
  period: z.strictObject({from: z.iso.date(), to: z.iso.date()}),
  published: z.iso.date(),
  publisher: z.string(),
  contact: z.string(),
  synthetic: z.boolean(),
  extracts: z.record(name, extract),
  "compare-with": name.optional(),
  revisions: z.array(revision).default([]),
  references: z.array(name).optional(),
  map: z.union([z.strictObject({layout: name}), z.strictObject({boundaries: z.string(), key: z.string()})]).optional(),
});

/** Layout of `facts.yaml`: numbers from elsewhere by name. */
export const factsSchema = z.record(name, z.strictObject({text: z.string(), source: z.string()}));

export type ReportContent = z.output<typeof reportSchema>;
export type TemplateContent = z.output<typeof templateSchema>;
