import {z} from "zod";
import type {SpanUnit} from "../../publication/index.ts";
import {dateFormatExamples, parseDateFormat, type DateFormat} from "./dateFormat.ts";
import {column, columnName, limit, name} from "./columnSchema.ts";
import {periodDivision} from "./periodDivision.ts";
import {mostSteps} from "./steps.ts";

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

const rule = z.strictObject({
  name: name.describe("What faults of it are counted as."),
  title: z.string().min(1).describe("The rule in words."),
  holds: z
    .string()
    .regex(/^\S+ (<|<=|>|>=|=|!=) \S+$/, 'a rule is written "COLUMN < COLUMN"')
    .describe("Two columns and what holds between them: SEEN <= CLOSED."),
  otherwise: z
    .string()
    .regex(/^(quarantine|blank \S+)$/, 'a rule ends in "blank COLUMN" or in "quarantine"')
    .describe("What becomes of a form that breaks it: blank COLUMN, or quarantine."),
});

const code = z.string("codes are texts: write them in quotation marks").min(1);
const codes = z.array(code).min(1);
const impossible = z.strictObject({
  name: name.describe("What faults of it are counted as."),
  title: z.string().min(1).describe("What cannot be, in words."),
  where: z
    .record(
      columnName,
      z.union(
        [codes, z.strictObject({not: codes.describe("Codes of which it is none.")})],
        "a list of codes, or not: with such a list",
      ),
    )
    .refine((where) => Object.keys(where).length > 1, "name two columns or more, whose answers cannot go together")
    .describe("Columns with the codes that cannot go together."),
  drop: columnName.describe("The column whose answer is left out of such a form."),
});

const label = z.string().min(1).describe("What tables and figures call it.");
/** `who: were tested` says a yes of people: "people who were tested". */
const named = {
  label,
  who: z.string().min(1).exactOptional().describe("How a yes is said of people, behind “who”: were tested."),
};
const from = z
  .union([
    columnName,
    z.strictObject({first: columnName.describe("The column of codes of which it is a client's first answer.")}),
    z.strictObject({last: columnName.describe("The column of codes of which it is a client's last answer.")}),
  ])
  .describe("The column that it is read from; first or last: of all forms of a client.");
/** A span in whole years, months, weeks or days: none between two dates of a form is longer. */
const wholeSpan = (unit: SpanUnit, most: number) =>
  z
    .number(`write whole ${unit}`)
    .multipleOf(1, `write whole ${unit}`)
    .min(0, `the least is 0 ${unit}`)
    .max(most, `the most is ${String(most)} ${unit}`);
const band = z.strictObject({
  name: name.describe("What queries call it: 18-to-29."),
  label: label.describe("What tables and figures call it: 18–29."),
  text: z.string().min(1).describe("How it stands in a sentence: aged 18 to 29."),
  from: limit.exactOptional().describe("The lowest number of it."),
  to: limit.exactOptional().describe("The highest number of it."),
});

const dates = z.strictObject({
  from: columnName.describe("The date column that it is counted from, as the day of birth."),
  to: columnName.describe("The date column that it is counted to."),
});
const unit = z.string().min(1).describe("What it is counted in, in words: years, offences, pounds.");
const believed = (end: ReturnType<typeof wholeSpan>) =>
  z.tuple([end, end]).describe("The least and the most that can be; anything else is not stated.");

const variable = z.union(
  [
    z.strictObject({
      ...named,
      from,
      area: z.literal(true).describe("Places of the report's region one by one, all others as elsewhere."),
    }),
    z.strictObject({
      ...named,
      from,
      grouped: z
        .strictObject({
          column: columnName.describe("The column of the code list that names the group of a code."),
          list: name.describe("The list of the groups: a file of data/codelists/, without .csv."),
        })
        .describe("Groups of codes, as a column of their list has them."),
    }),
    z.strictObject({
      ...named,
      from,
      "in-region": z
        .strictObject({
          inside: name.describe("What queries call a place in the report's region."),
          elsewhere: name.describe("What queries call any other place."),
          "not-stated": name.describe("What queries call no answer."),
        })
        .describe("Whether an area lies in the report's region."),
    }),
    z.strictObject({...named, from}),
    z.strictObject({
      ...named,
      years: dates.describe("Whole years between two dates."),
      unit,
      between: believed(wholeSpan("years", 200)),
    }),
    z.strictObject({
      ...named,
      months: dates.describe("Whole months between two dates."),
      unit,
      between: believed(wholeSpan("months", 2400)),
    }),
    z.strictObject({
      ...named,
      weeks: dates.describe("Whole weeks between two dates."),
      unit,
      between: believed(wholeSpan("weeks", 10_400)),
    }),
    z.strictObject({
      ...named,
      days: dates.describe("Days between two dates."),
      unit,
      between: believed(wholeSpan("days", mostSteps)),
    }),
    z.strictObject({...named, number: columnName.describe("The column of numbers that it is."), unit}),
    z.strictObject({
      ...named,
      bands: z
        .strictObject({
          of: name.describe("The number that is divided."),
          groups: z.array(band).min(1).max(201).describe("The bands, in their order and without gaps."),
        })
        .describe("Bands of a number."),
    }),
    z.strictObject({
      ...named,
      "any-of": z
        .strictObject({
          columns: z.array(columnName).min(1).describe("The columns that are looked at."),
          column: columnName.describe("The column of their lists that tells which codes are meant."),
          is: z.string().min(1).describe("What stands there for the codes that are meant."),
        })
        .describe("Yes where one of several columns has one of the codes that are meant."),
    }),
    z.strictObject({
      ...named,
      period: periodDivision,
    }),
    z.strictObject({
      ...named,
      any: columnName.describe("The column of codes that is looked at in all forms of a client."),
      is: codes.describe("Yes where some form has one of these."),
    }),
    z.strictObject({
      ...named,
      "how-many": z.literal("forms").describe("How many forms of the period a client has."),
      most: z
        .int("write a whole number")
        .min(2, "the least is 2")
        .max(1000, "the most is 1,000")
        .describe("More forms of one client stop the build."),
      unit,
    }),
    z.strictObject({...named, answered: columnName.describe("Yes where this column has an answer.")}),
  ],
  "a variable is a label with one of: from (alone, or with area, grouped or in-region), years, months, weeks, days, number, bands, any-of, any, how-many, period, answered",
);

/** What a dictionary file may say; names that stand for one another are checked by `readDictionary`. */
export const dictionarySchema = z.strictObject({
  name: name.describe("The file's own name, without .yaml."),
  title: z.string().min(1).describe("What the extract holds, in words."),
  about: z.string().exactOptional().describe("What else a reader of the dictionary should know."),
  file: z
    .strictObject({
      delimiter: z.string().length(1).describe("The sign between two values of a line."),
      "broken-rows": percentage.describe("More rows that cannot be read stop the build."),
      "quarantined-forms": percentage
        .default(0.05)
        .describe("More forms set aside as faulty stop the build; usually 5%."),
      "dropped-answers": percentage
        .default(0.25)
        .describe("More answers of a column that are in no list stop the build; usually 25%."),
    })
    .describe("How the file is written, and how much of it may be faulty."),
  blank: z.array(z.string()).describe("Values that are no answer."),
  dates: z.array(dateFormat).min(1).describe(`Formats of dates: ${dateFormatExamples}.`),
  client: columnName.exactOptional().describe("The column that names the client. A table of counts has none."),
  period: columnName
    .exactOptional()
    .describe("The date column that decides whether a form belongs to the period. A table of counts may have none."),
  // Three dates and a line number are what one sorting key of 128 bits can hold.
  "stands-for-client": z
    .array(columnName)
    .min(1)
    .max(3)
    .exactOptional()
    .describe(
      "Date columns: of a client's forms the one that is latest by these stands for the client. A table of counts has none.",
    ),
  columns: z.record(columnName, column).describe("The columns of the extract, by name."),
  rules: z.array(rule).default([]).describe("What holds between two columns of a form."),
  // Each is held as a number of its own beyond those of the codes.
  impossible: z.array(impossible).max(1000).default([]).describe("Codes of several columns that cannot go together."),
  variables: z.record(name, variable).describe("What queries may ask of the records, by the name that they use."),
});

export type DictionaryFile = z.output<typeof dictionarySchema>;
export type WrittenBand = z.output<typeof band>;
