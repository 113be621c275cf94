import {z} from "zod";
import {dateFormatExamples, parseDateFormat, type DateFormat} from "./dateFormat.ts";

const name = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "a name is lower case words and digits between hyphens");
const columnName = z.string().min(1);
const isoDate = z
  .union([z.iso.date("a date is written 2007-04-01"), z.date()])
  .transform((date) => (typeof date === "string" ? date : date.toISOString().slice(0, 10)));
const percentage = z
  .string()
  .regex(/^\d+(\.\d+)?%$/, "a limit is written as a percentage, e.g. 1%")
  .transform((text) => Number.parseFloat(text) / 100)
  .refine((share) => share <= 1, "the most is 100%");

const dateFormat = z.string().transform((text, context): DateFormat => {
  const format = parseDateFormat(text);
  if (format !== undefined) return format;
  context.addIssue({
    code: "custom",
    message: `there is no date format of that name. Formats are: ${dateFormatExamples}`,
  });
  return z.NEVER;
});

const firstYear = "a century is the first of its hundred years, e.g. 1910 for 1910 to 2009";

const columnBase = {
  title: z.string().min(1),
  required: z.boolean().default(false),
  also: z.array(z.string().min(1)).exactOptional(),
};
const column = z.discriminatedUnion("type", [
  z.strictObject({...columnBase, type: z.literal("text"), unique: z.boolean().default(false)}),
  z.strictObject({...columnBase, type: z.literal("code"), list: name}),
  z.strictObject({...columnBase, type: z.literal("codes"), list: name, separator: z.string().length(1)}),
  z.strictObject({
    ...columnBase,
    type: z.literal("date"),
    from: isoDate.exactOptional(),
    to: isoDate.exactOptional(),
    century: z.int(firstYear).min(1000, firstYear).max(9900, firstYear).exactOptional(),
  }),
]);

const rule = z.strictObject({
  name,
  title: z.string().min(1),
  holds: z.string().regex(/^\S+ (<|<=|>|>=|=|!=) \S+$/, 'a rule is written "COLUMN < COLUMN"'),
  otherwise: z.string().regex(/^(quarantine|blank \S+)$/, 'a rule ends in "blank COLUMN" or in "quarantine"'),
});

const code = z.string("codes are texts: write them in quotation marks").min(1);
const codes = z.array(code).min(1);
const impossible = z.strictObject({
  name,
  title: z.string().min(1),
  where: z
    .record(columnName, z.union([codes, z.strictObject({not: codes})], "a list of codes, or not: with such a list"))
    .refine((where) => Object.keys(where).length > 1, "name two columns or more, whose answers cannot go together"),
  drop: columnName,
});

const label = z.string().min(1);
/** `who: were tested` says a yes of people: "people who were tested". */
const named = {label, who: z.string().min(1).exactOptional()};
/** Whole years: no person's age and no span between two dates of a form is longer. */
const years = z
  .number("write whole years")
  .multipleOf(1, "write whole years")
  .min(0, "the least is 0 years")
  .max(200, "the most is 200 years");
const band = z.strictObject({
  name,
  label,
  text: z.string().min(1),
  from: years.exactOptional(),
  to: years.exactOptional(),
});

const variable = z.union(
  [
    z.strictObject({...named, from: columnName, area: z.literal(true)}),
    z.strictObject({...named, from: columnName, grouped: z.strictObject({column: columnName, list: name})}),
    z.strictObject({
      ...named,
      from: columnName,
      "in-region": z.strictObject({inside: name, elsewhere: name, "not-stated": name}),
    }),
    z.strictObject({...named, from: columnName}),
    z.strictObject({
      ...named,
      years: z.strictObject({from: columnName, to: columnName}),
      unit: z.string().min(1),
      between: z.tuple([years, years]),
    }),
    z.strictObject({...named, bands: z.strictObject({of: name, groups: z.array(band).min(1).max(201)})}),
    z.strictObject({
      ...named,
      "any-of": z.strictObject({columns: z.array(columnName).min(1), column: columnName, is: z.string().min(1)}),
    }),
    z.strictObject({...named, answered: columnName}),
  ],
  "a variable is a label with one of: from (alone, or with area, grouped or in-region), years, bands, any-of, answered",
);

/** What a dictionary file may say; names that stand for one another are checked by `readDictionary`. */
export const dictionarySchema = z.strictObject({
  name,
  title: z.string().min(1),
  about: z.string().exactOptional(),
  file: z.strictObject({
    delimiter: z.string().length(1),
    "broken-rows": percentage,
    "quarantined-forms": percentage.default(0.05),
    "dropped-answers": percentage.default(0.25),
  }),
  blank: z.array(z.string()),
  dates: z.array(dateFormat).min(1),
  client: columnName,
  period: columnName,
  // Three dates and a line number are what one sorting key of 128 bits can hold.
  "stands-for-client": z.array(columnName).min(1).max(3),
  columns: z.record(columnName, column),
  rules: z.array(rule).default([]),
  // Each is held as a number of its own beyond those of the codes.
  impossible: z.array(impossible).max(1000).default([]),
  variables: z.record(name, variable),
});

export type DictionaryFile = z.output<typeof dictionarySchema>;
