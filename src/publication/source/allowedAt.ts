import type {z} from "zod";

/** Where a value stands in a file: names of fields and places in lists. */
export type LayoutPath = readonly (string | number)[];

/** What may stand at a place of a file. */
export interface Allowed {
  /** "text", "one of client, form, fault"; empty where nothing can be said. */
  readonly words: string;
  /** The values, where there are only so many. */
  readonly values: readonly string[];
}

/** What a schema allows at a path. */
export function allowedAt(schema: z.ZodType, path: LayoutPath): Allowed {
  const found = schemasAt(schema, path);
  const values = [...new Set(found.flatMap(valuesOf))];
  const listed = values.length > 1 ? [`one of ${values.join(", ")}`] : values.map((value) => `"${value}"`);
  const others = found.filter((one) => valuesOf(one).length === 0).map(describe);
  return {words: [...new Set([...listed, ...others])].filter((words) => words !== "").join(", or "), values};
}

/** The names of the fields that a schema knows at a path. */
export function fieldsAt(schema: z.ZodType, path: LayoutPath): readonly string[] {
  const fields = schemasAt(schema, path).flatMap(({_zod: {def}}) =>
    def.type === "object" ? Object.keys(def.shape) : [],
  );
  return [...new Set(fields)];
}

type Schema = z.core.$ZodTypes;

/** Every schema that may apply at a path: several where there are several layouts. */
function schemasAt(schema: z.core.$ZodType, path: LayoutPath): readonly Schema[] {
  return path.reduce<readonly Schema[]>(
    (schemas, part) => schemas.flatMap((one) => childrenOf(one, part)),
    unwrap(schema),
  );
}

/** What a schema is underneath: its layouts, without what makes it optional or changes what was read. */
function unwrap(schema: z.core.$ZodType): readonly Schema[] {
  const {def} = (schema as Schema)._zod;
  if (def.type === "union") return def.options.flatMap(unwrap);
  if (def.type === "pipe") return unwrap(def.in);
  const isWrapped =
    def.type === "optional" ||
    def.type === "nullable" ||
    def.type === "default" ||
    def.type === "nonoptional" ||
    def.type === "readonly";
  return isWrapped ? unwrap(def.innerType) : [schema as Schema];
}

function childrenOf({_zod: {def}}: Schema, part: string | number): readonly Schema[] {
  if (def.type === "record") return unwrap(def.valueType);
  if (def.type === "array") return unwrap(def.element);
  const field =
    def.type === "object"
      ? (def.shape[String(part)] ?? def.catchall)
      : def.type === "tuple"
        ? def.items[Number(part)]
        : undefined;
  return field === undefined ? [] : unwrap(field);
}

function valuesOf({_zod: {def}}: Schema): readonly string[] {
  if (def.type === "enum") return Object.values(def.entries).map(String);
  return def.type === "literal" ? def.values.map(String) : [];
}

const plain: Readonly<Record<string, string>> = {
  string: "text",
  boolean: "true or false",
  array: "a list",
  tuple: "a list",
  record: "names with their values",
  date: "a date as 2007-04-01",
};

function describe({_zod: {def}}: Schema): string {
  if (def.type === "string" && "format" in def && def.format === "date") return "a date as 2007-04-01";
  if (def.type === "number") return "format" in def ? "a whole number" : "a number";
  if (def.type === "object") return `the fields ${Object.keys(def.shape).join(", ")}`;
  return plain[def.type] ?? "";
}
