import {z} from "zod";

/** What queries, files and rules call something. */
export const name = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "a name is lower case words and digits between hyphens");
/** What the dictionary calls a column. */
export const columnName = z.string().min(1);
const isoDate = z.iso.date("a date is written 2007-04-01");

const firstYear = "a century is the first of its hundred years, e.g. 1910 for 1910 to 2009";

/** A number and its decimals fit into nine digits. */
export const limit = z
  .number("write a number")
  .min(-1e7, "the least is -10,000,000")
  .max(1e7, "the most is 10,000,000");

const columnBase = {
  title: z.string().min(1).describe("What the column holds, in words."),
  required: z.boolean().default(false).describe("Whether a form without an answer here is set aside as faulty."),
  also: z.array(z.string().min(1)).exactOptional().describe("Other names that extracts give the column."),
};
const list = name.describe("The list of its codes: a file of data/codelists/, without .csv.");
/** What a dictionary says of one column. */
export const column = z.discriminatedUnion("type", [
  z.strictObject({
    ...columnBase,
    type: z.literal("text").describe("A text that is never counted, as a client's reference."),
    unique: z.boolean().default(false).describe("Whether no two forms have the same."),
  }),
  z.strictObject({...columnBase, type: z.literal("code").describe("One code of a list."), list}),
  z.strictObject({
    ...columnBase,
    type: z.literal("codes").describe("Any number of codes of a list."),
    list,
    separator: z.string().length(1).describe("The sign between two codes."),
  }),
  z.strictObject({
    ...columnBase,
    type: z.literal("number").describe("A number, whole where decimals are not given."),
    decimals: z
      .union([z.literal(1), z.literal(2)])
      .exactOptional()
      .describe("How many decimals it has: 1 or 2."),
    from: limit.describe("The least that can be."),
    to: limit.describe("The most that can be."),
  }),
  z.strictObject({
    title: columnBase.title,
    also: columnBase.also,
    type: z.literal("count").describe("For how many records a row stands: it makes the extract a table of counts."),
  }),
  z.strictObject({
    ...columnBase,
    type: z.literal("date").describe("A day."),
    from: isoDate.exactOptional().describe("The first day that can be."),
    to: isoDate.exactOptional().describe("The last day that can be."),
    century: z
      .int(firstYear)
      .min(1000, firstYear)
      .max(9900, firstYear)
      .exactOptional()
      .describe("The first of the hundred years that years of two digits lie in."),
  }),
]);
