import {z} from "zod";
import {tidyLabel} from "../../intake/index.ts";

const name = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "names are lower-case letters, digits and hyphens");
const said = z.string().refine((text) => tidyLabel(text) !== "", "this is blank, and a text is needed");
const line = said.refine((text) => !/[\r\n]/.test(text.trim()), "this is one line, without breaks");
const column = z
  .string()
  .regex(
    /^[a-z0-9]+(-[a-z0-9]+)*\.[a-z0-9]+(-[a-z0-9]+)*$/,
    "write a reference and its column with a full stop between",
  );

const dated = z.strictObject({
  number: z.number().min(0).describe("The target, in the unit of the indicator: 80 for 80%."),
  from: z.iso.date().describe("The day from which it applies."),
  source: line.describe("Who set it, and where that is written."),
});

const target = z.union([
  dated,
  z.array(dated).min(1),
  z.strictObject({
    column: column.describe("Column of a reference with a target for every place: targets.retained."),
    key: name.default("area").describe("The key of that reference whose rows are the places."),
  }),
]);

const benchmark = z.union([
  z.literal("region"),
  z.strictObject({
    region: line.describe("What all places together are called, where these are no region: all pilot areas."),
  }),
  z.strictObject({
    figure: line.describe("A figure of a reference, as a query: value england.retained area=region."),
    label: line.describe("What it is called: England."),
  }),
  z.strictObject({
    similar: name.describe("A list of areas like each other: a file of data/reference/similar/, without .yaml."),
  }),
]);

/** Layout of `indicators.yaml`: named queries, with what their numbers are held against. */
export const indicatorsSchema = z.record(
  name,
  z.strictObject({
    label: line.describe("What it is called in tables and keys: Clients with a care plan."),
    definition: said.describe("What is counted, of whom and when, in words."),
    query: line.describe("A query of one number, of everybody: share community care-plan=yes among stated."),
    decimals: z
      .int()
      .min(0)
      .max(1)
      .optional()
      .describe("Of a share: with how many decimals its percentage is printed everywhere; none where left out."),
    better: z
      .enum(["higher", "lower"])
      .optional()
      .describe("Which of two numbers is the better one; left out where neither is."),
    area: name.optional().describe("The variable of its places, which targets and benchmarks go by: residence."),
    target: target
      .optional()
      .describe("What it should be: a number with its source, several of them by date, or a column of a reference."),
    benchmark: benchmark
      .optional()
      .describe(
        "What places are compared with: region for the whole of them, by its own name or another, one figure of a reference, or similar areas.",
      ),
  }),
);

/** What `indicators.yaml` says. */
export type IndicatorsContent = z.output<typeof indicatorsSchema>;
