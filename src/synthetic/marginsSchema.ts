import {z} from "zod";

const source = {source: z.string().optional(), note: z.string().optional(), illustrative: z.boolean().optional()};
const percentage = z.number().min(0).max(100);
/** More people than a country has would be drawn for ever. */
const wholeNumber = z.number().int().min(0).max(10_000_000);
const range = z.tuple([wholeNumber, wholeNumber]);

const published = z.strictObject({
  percent: percentage,
  decimals: z.number().int().min(0).max(3).default(0),
  of: z.enum(["all", "stated"]).default("all"),
  aim: percentage.optional(),
  from: percentage.optional(),
  below: percentage.optional(),
  ...source,
});
const counted = z.strictObject({clients: z.union([wholeNumber, range]), ...source});
const bounded = z.strictObject({over: percentage.optional(), under: percentage.optional(), ...source});

const share = z.union([percentage, z.literal("rest"), published, counted, bounded]);
const shares = z.record(z.string(), share);
const weights = z.record(z.string(), z.number().min(0));

const leans = z.array(z.strictObject({when: z.string(), more: weights})).default([]);
const rules = z
  .array(
    z.strictObject({
      when: z.string(),
      each: z.string().optional(),
      only: z.array(z.string()).optional(),
      shares: shares.default({}),
      ...source,
    }),
  )
  .default([]);
const asked = {"asked-when": z.string().optional()};

const column = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("shares"),
    by: z.string().optional(),
    shares,
    equal: z.array(z.tuple([z.string(), z.string()])).default([]),
    weights: weights.default({}),
    leans,
    rules,
    "differs-from": z.array(z.string()).default([]),
    ...asked,
    ...source,
  }),
  z.strictObject({kind: z.literal("options"), stated: share, options: shares, leans, ...asked, ...source}),
  z.strictObject({kind: z.literal("spread"), weights: weights.default({}), leans, ...source}),
  z.strictObject({kind: z.literal("in-period"), months: z.array(z.number().min(0)).optional(), ...source}),
  z.strictObject({
    kind: z.literal("days-after"),
    column: z.string(),
    "up-to": wholeNumber,
    "not-stated": share.default(0),
    ...asked,
    ...source,
  }),
  z.strictObject({
    kind: z.literal("born"),
    before: z.string(),
    bands: z.record(z.string(), range),
    shares,
    mean: z.strictObject({years: z.number(), decimals: wholeNumber.default(1), ...source}).optional(),
    density: z.array(z.tuple([wholeNumber, z.number().min(0)])).default([]),
    leans,
    rules,
    ...source,
  }),
  z.strictObject({kind: z.literal("serial"), prefix: z.string()}),
  z.strictObject({kind: z.literal("reference"), prefix: z.string().startsWith("CANARY-")}),
  z.strictObject({kind: z.literal("letter")}),
]);

const selection = z.union([z.enum(["all", "in-region", "elsewhere"]), z.array(z.string())]).default("all");

const table = z.strictObject({
  rows: z.string(),
  columns: z.string(),
  file: z.string(),
  marks: z.record(z.string(), range).default({}),
  sums: z
    .array(
      z.strictObject({
        rows: selection,
        columns: selection,
        clients: z.union([wholeNumber, range]).optional(),
        percent: percentage.optional(),
        ...source,
      }),
    )
    .default([]),
  ...source,
});

const faultKinds = ["blank", "unreadable", "impossible", "ragged", "unlisted", "too-early"] as const;

const extract = z.strictObject({
  dictionary: z.string(),
  file: z.string().regex(/^[a-z0-9-]+\.csv$/, "is not a file name like prison.csv"),
  clients: z.strictObject({count: wholeNumber.min(1), ...source}),
  forms: z.array(z.strictObject({when: z.string().optional(), count: wholeNumber, ...source})).default([]),
  table: table.optional(),
  columns: z.record(z.string(), column).default({}),
  "older-forms": z
    .strictObject({
      differ: percentage.default(0),
      keep: z.array(z.string()).default([]),
      blank: wholeNumber.default(0),
      ties: wholeNumber.default(0),
      "exact-ties": wholeNumber.default(0),
    })
    .default({differ: 0, keep: [], blank: 0, ties: 0, "exact-ties": 0}),
  "outside-period": z.strictObject({clients: wholeNumber, ...source}).default({clients: 0}),
  "also-in": z
    .strictObject({
      extract: z.string(),
      clients: wholeNumber,
      agree: z.array(z.string()),
      copy: z.array(z.string()),
      ...source,
    })
    .optional(),
  faults: z
    .array(z.strictObject({kind: z.enum(faultKinds), column: z.string().optional(), forms: wholeNumber, ...source}))
    .default([]),
});

/** What a margins file may say. */
export const marginsSchema = z.strictObject({
  title: z.string(),
  about: z.string().optional(),
  source: z.string(),
  seed: z.string(),
  region: z.string(),
  period: z.strictObject({from: z.iso.date(), to: z.iso.date()}),
  notes: z.array(z.string()).default([]),
  extracts: z.record(z.string().regex(/^[a-z0-9-]+$/), extract),
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
