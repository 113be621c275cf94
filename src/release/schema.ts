import {z} from "zod";
import {addressSchema} from "../measures/index.ts";

const name = z.string().min(1);

const category = z.strictObject({
  name,
  code: z.string(),
  label: z.string(),
  text: z.string(),
  role: z.enum(["value", "outside", "not-stated"]),
  within: z.record(z.string(), z.string()).optional(),
  anyOf: name.optional(),
});

const codes = z.array(z.string());
const codesByCategory = z.record(z.string(), codes);
const between = z.tuple([z.int(), z.int()]);
const bandEnd = z.number().nullable();
const endsByCategory = z.record(z.string(), z.tuple([bandEnd, bandEnd]));
/** Of a number, where it is not whole: its `between` and the ends of its groups count steps of the last decimal. */
const decimals = z.int().min(1).max(2).optional();

/** An answer over all forms of a client, where it is not that of the form which stands for them. */
const over = z
  .discriminatedUnion("take", [
    z.strictObject({take: z.enum(["first", "last"]), of: name}),
    z.strictObject({take: z.literal("any"), of: name, codes: z.array(name)}),
    z.strictObject({take: z.literal("number")}),
  ])
  .optional();

/** From which answers a variable is read; only public names and codes. */
const reads = z.discriminatedUnion("as", [
  z.strictObject({as: z.literal("code"), column: name, over, list: name, categories: codesByCategory, blank: name}),
  z.strictObject({as: z.literal("codes"), column: name, list: name, categories: codesByCategory}),
  z.strictObject({as: z.enum(["years", "months", "weeks", "days"]), from: name, to: name, between}),
  z.strictObject({
    as: z.literal("bands"),
    from: name,
    to: name,
    /** Of years where absent. */
    in: z.enum(["months", "weeks", "days"]).optional(),
    between,
    categories: endsByCategory,
  }),
  z.strictObject({as: z.literal("number"), column: name, over, decimals, between}),
  z.strictObject({as: z.literal("number-bands"), column: name, over, decimals, between, categories: endsByCategory}),
  z.strictObject({
    as: z.literal("any-of"),
    columns: z.array(z.strictObject({column: name, list: name, yes: codes, no: codes})),
  }),
  z.strictObject({as: z.literal("answered"), column: name, list: name.optional()}),
  z.strictObject({
    as: z.literal("period"),
    column: name,
    in: z.enum(["month", "quarter", "year"]),
    year: z.enum(["calendar", "financial"]).optional(),
    selects: z.literal(true).optional(),
    categories: z.record(z.string(), z.tuple([z.iso.date(), z.iso.date()])),
  }),
  z.strictObject({as: z.literal("form"), what: z.enum(["fate", "usable", "period"])}),
]);

const variable = z.strictObject({
  name,
  label: z.string(),
  who: z.string().optional(),
  kind: z.enum(["category", "multi", "number"]),
  unit: z.string().optional(),
  decimals,
  categories: z.array(category),
  reads: reads.optional(),
});

const place = z.strictObject({population: name, at: z.record(name, name)});

const days = z.strictObject({from: z.iso.date(), to: z.iso.date(), label: z.string(), text: z.string()});

const population = z.strictObject({
  name,
  label: z.string(),
  heading: z.string(),
  unit: z.enum(["clients", "forms", "faults"]),
  extract: z.string().optional(),
  /** The days whose forms are counted, where these are more than the edition's period. */
  window: days.optional(),
  /** One form stands for a client in each of these, where it is not one in all that is counted. */
  each: z.enum(["month", "quarter"]).optional(),
  /** From which day on its numbers may still change, and why. */
  provisional: z.strictObject({from: z.iso.date(), because: z.string()}).optional(),
  /** Days from which its records, or the answers to one variable, are counted otherwise than before. */
  breaks: z.array(z.strictObject({from: z.iso.date(), because: z.string(), variable: name.optional()})).optional(),
  variables: z.array(variable),
  /** The only combinations of some variables' categories that can be. */
  combinations: z.array(z.strictObject({variables: z.array(name), possible: z.array(z.array(name))})).optional(),
  /** Of a part of another population: where in that all its records are. Its numbers are cells of the whole. */
  partOf: place.optional(),
});

const reference = z.strictObject({
  name,
  title: z.string(),
  source: z.string(),
  /** Its figures were made up. */
  synthetic: z.literal(true).optional(),
  key: variable,
  further: z.array(variable).optional(),
  columns: z.array(
    z.strictObject({
      name,
      label: z.string(),
      unit: z.string(),
      decimals: z.int().min(0),
      /** Its source gives bounds of its figures, of some at least. */
      isEstimate: z.boolean().optional(),
    }),
  ),
});

/** What the records of two populations have to do with each other. */
const relation = z.discriminatedUnion("kind", [
  z.strictObject({kind: z.literal("same-records"), one: place, other: place}),
  z.strictObject({kind: z.literal("one-for-some"), one: place, some: place}),
]);

const published = z.strictObject({
  status: z.literal("published"),
  value: z.number(),
  count: z.int().min(0).optional(),
  /** Whole, but where it is an estimate from elsewhere. */
  of: z.number().min(0).optional(),
  lower: z.number().optional(),
  upper: z.number().optional(),
});

const cell = z.discriminatedUnion("status", [
  published,
  z.strictObject({status: z.literal("suppressed"), mark: z.enum(["small", "further"]).optional()}),
  z.strictObject({status: z.literal("unreliable"), count: z.int().min(0), of: z.int().min(1)}),
  z.strictObject({status: z.literal("not-applicable")}),
  z.strictObject({status: z.literal("not-available")}),
]);

const mark = z.string().min(1);

/** What a reader must know of the rules; what an analyst withholds by choice is no part of it. */
const policy = z
  .strictObject({
    threshold: z.int().min(2),
    zeros: z.enum(["shown", "hidden"]),
    mark: z.union([mark, z.strictObject({small: mark, further: mark})]),
    level: z.enum(["exact", "width-2", "full"]),
    meanNeeds: z.int().min(2),
    /** Within how many units means of fewer are left open that could follow from printed ones, of all or by unit; absent where not asked. */
    meanWidth: z
      .union([z.int().min(1), z.record(z.string().min(1), z.union([z.number().min(0), z.string().regex(/^\d+%$/)]))])
      .optional(),
    /** A mean with its interval of fewer records is withheld; 30 where absent. */
    intervalNeeds: z.int().min(3).optional(),
    /** A sum of fewer records above nought is withheld; 10 where absent. */
    sumNeeds: z.int().min(2).optional(),
    /** What all but the two largest of a sum or mean come to is so many percent of the largest; 10 where absent, 0: not asked. */
    dominance: z.int().min(0).max(100).optional(),
    /** The breakdown of a group of fewer people than this is withheld whole; absent where there is no such rule. */
    groupNeeds: z.int().min(2).optional(),
    /** A share of a base of fewer is not given, because it is of too few to be useful; absent where there is no such rule. */
    shareNeeds: z.int().min(2).optional(),
    method: z.enum(["withhold", "round"]),
    /** What became of small numbers that a line leaves over. Older releases do not say: they were reported. */
    remainders: z.enum(["protected", "reported"]).optional(),
    /** So many corrected records, or one in a hundred, may lie between two editions of the same people; 25 where absent. */
    revisedRecords: z.int().min(25).optional(),
    /** With the method `round`: counts are multiples of this. */
    base: z.int().min(2).optional(),
    /** With the method `round`: how far a true count can be from the one that is shown, at most. */
    within: z.int().min(1).optional(),
  })
  .refine(
    ({method, base, within}) => (method === "round") === (base !== undefined && within !== undefined),
    "the base and how far counts are moved belong to the method round",
  );

/** Layout of `release.json`. Documented for people in `docs/release-format.md`. */
export const releaseSchema = z.strictObject({
  schema: z.literal("smallprint-release/1"),
  edition: z.strictObject({
    id: name,
    title: z.string(),
    region: z.string(),
    period: days,
    /** Absent from a draft: nobody has decided yet to publish the edition. */
    published: z.iso.date().optional(),
  }),
  provenance: z.strictObject({
    synthetic: z.boolean(),
    /** SHA-256 of what shaped the release: dictionaries and code lists by file name, and the policy. Never of an extract. */
    dictionaries: z.record(z.string(), z.string()),
    policy: z.string(),
  }),
  disclosure: z.strictObject({
    /** What the disclose stage has done so far. */
    stage: z.enum(["primary suppression only", "suppressed, not audited", "audited"]),
    policy,
    /** SHA-256 of the certificate on people that proves the release. Older releases do not say. */
    certificate: z.string().optional(),
  }),
  populations: z.array(population),
  references: z.array(reference),
  /** How the populations hang together; absent where they do not, and in older releases, which do not say. */
  relations: z.array(relation).optional(),
  cells: z.array(z.strictObject({address: addressSchema, cell})),
  /** The queries that this release answers, as written, sorted. */
  answers: z.array(z.string()),
});

/** The content of `release.json`, checked for shape only. Code that renders takes a {@link Release} instead. */
export type ReleaseContent = z.output<typeof releaseSchema>;
