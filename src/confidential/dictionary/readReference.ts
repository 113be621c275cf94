import {z} from "zod";
import {parseDecimal} from "../../intake/index.ts";
import type {Figure} from "../../measures/index.ts";
import {
  adviseOnName,
  oncePerProject,
  referenceKeys,
  regionAsWhole,
  wholeRegion,
  type Category,
  type Project,
  type Reference,
  type Report,
  type Variable,
} from "../../publication/index.ts";
import {checkGroupsOfPeople} from "./checkGroupsOfPeople.ts";
import type {CodeList} from "./codeList.ts";
import {DictionaryError, type FilePosition} from "./DictionaryError.ts";
import {parseCsv, type PublicRow} from "./parseCsv.ts";
import {parseYaml} from "./parseYaml.ts";
import {readCodeList} from "./readCodeList.ts";
import {readNamedFile} from "./readNamedFile.ts";
import {rowName, type ReferenceTable} from "./referenceTable.ts";

const text = z.string().min(1);
/** "%" is a percentage like any other. */
const unit = z.string().transform((written) => (written.trim() === "%" ? "percent" : written));
const keyColumn = {
  variable: text.describe("The column of the table, and what queries call it: area."),
  label: text.describe("What tables and figures call it."),
  list: text.describe("The list of its codes: a file of data/codelists/, without .csv."),
};
/** Layout of `data/reference/<name>.yaml`. */
const layout = z.strictObject({
  title: text.describe("What the figures are."),
  source: text.describe("Where they are from, as it is printed at figures."),
  licence: text.describe("Under which terms they may be used."),
  synthetic: z.boolean().default(false).describe("Whether the figures were made up; whatever rests on them says so."),
  key: z
    .strictObject({
      ...keyColumn,
      "region-total": z
        .boolean()
        .default(false)
        .describe("Whether a row of the region's own name holds the whole of it."),
    })
    .describe("What a row is of: an area."),
  "further-keys": z
    .array(z.strictObject(keyColumn))
    .default([])
    .describe("What a row is of besides, as year or age group."),
  columns: z
    .record(
      text,
      z
        .strictObject({
          label: text.describe("What tables and figures call it."),
          unit: unit.describe("What it is counted in, as it is printed: per 1,000, percent, people."),
          decimals: z.int().min(0).max(6).describe("With how many decimals it is printed."),
          lower: text.optional().describe("Of an estimate: the column of its lower bound, as the source gives it."),
          upper: text.optional().describe("Of an estimate: the column of its upper bound."),
        })
        .refine(
          ({lower, upper}) => (lower === undefined) === (upper === undefined),
          "an estimate has both bounds or none",
        ),
    )
    .describe("The columns of figures, by name."),
  "groups-of-people": text
    .optional()
    .describe(
      "Where rows are groups of people: the column that counts them. Smaller groups than the policy lets are refused.",
    ),
});

export const referenceSchema = layout.refine(
  ({columns, "groups-of-people": counted}) => counted === undefined || columns[counted]?.decimals === 0,
  {path: ["groups-of-people"], message: "it names no column without decimals"},
);

/** What a report says of how references are read: its region, and the fewest people that a group may have. */
export interface ReferenceReading {
  readonly region: Report["region"];
  readonly policy: Pick<Report["policy"], "threshold">;
}

/** A reference that says nothing of the report's region. */
class RegionError extends DictionaryError {}

/** Whether a reference says anything of a region. Throws DictionaryError where it cannot be read. */
export function coversRegion(project: Project, name: string, region: Report["region"]): boolean {
  try {
    // How small its groups are is asked by the report that is made.
    return readReference(project, name, {region, policy: {threshold: 1}}).values.size > 0;
  } catch (error) {
    if (error instanceof RegionError) return false;
    throw error;
  }
}

/**
 * Reads `data/reference/<name>.yaml` and `<name>.csv`: figures for the areas of the report's region and, where the file
 * has it, for the region as a whole: its row has the region's own name, a query asks it as `area=region`. Rows of other
 * regions are passed over. A key whose code list has no column `region` is no place: all of its rows are read.
 * Throws DictionaryError with file and line.
 */
export const readReference = oncePerProject(
  (project: Project, name: string, {region, policy}: ReferenceReading): ReferenceTable => {
    const {content, locate} = parseYaml(readNamedFile(project, "data/reference", `${name}.yaml`), referenceSchema);
    const {variable, label, list: listName} = content.key;
    const list = readCodeList(project, listName);
    const categories = keyCategories(list, region, locate("key"));
    const total = content.key["region-total"] ? [regionAsWhole(region)] : [];
    const columns = Object.entries(content.columns).map(([columnName, {label: title, unit: of, decimals, lower}]) => {
      return {name: columnName, label: title, unit: of, decimals, ...(lower !== undefined && {isEstimate: true})};
    });
    const key = {name: variable, label, kind: "category", categories: [...categories, ...total]} as const;
    const further = content["further-keys"].map((one) => furtherKey(one, readCodeList(project, one.list)));
    const {title: of, source: from, synthetic} = content;
    const about = {name, title: of, source: from, ...(synthetic && ({synthetic} as const)), key};
    const reference: Reference = {...about, ...(further.length > 0 && {further}), columns};
    const source = {project, folder: "data/reference", fileName: `${name}.csv`};
    const written = Object.entries(content.columns).map(([figure, {lower, upper}]) => ({figure, lower, upper}));
    const {file, rows} = parseCsv(source, [
      ...referenceKeys(reference).map((one) => one.name),
      ...written.flatMap(({figure, lower, upper}) => [figure, lower ?? [], upper ?? []].flat()),
    ]);
    const column = content["groups-of-people"];
    if (column !== undefined) checkGroupsOfPeople(rows, {column, fewest: policy.threshold, file});
    const values = readValues(rows, {reference, list, region, file, written});
    if (values.size > 0) return {reference, licence: content.licence, values};
    throw new RegionError(
      {file, line: 1},
      `there is no row for ${region.text} or its areas. Add them with their source, or write "references: []" into the report's report.yaml to do without.`,
    );
  },
  (name, {region, policy}) => JSON.stringify([name, region, policy.threshold]),
);

function keyCategories(list: CodeList, region: Report["region"], position: FilePosition): readonly Category[] {
  if (!list.extraColumns.includes("region")) return categoriesOf(list, ["value"]);
  const rows = list.rows.filter(({role, extra}) => role === "value" && extra.region === region.name);
  if (rows.length === 0) {
    throw new RegionError(position, `${list.file} has no row in the region "${region.name}". Add the region's rows.`);
  }
  return rows.map(({name, code, label, text: words, role}) => ({name, code, label, text: words, role}));
}

/** What rows are told apart by besides their place: every category of its code list; `outside` are all of them together. */
function furtherKey({variable, label}: {variable: string; label: string}, list: CodeList): Variable {
  return {name: variable, label, kind: "category", categories: categoriesOf(list, ["value", "outside"])};
}

/** Every category of a list that has one of some roles, once. */
function categoriesOf({rows}: CodeList, roles: readonly Category["role"][]): readonly Category[] {
  const values = rows.filter(({role}) => roles.includes(role));
  const categories = values.map(({name, code, label, text: words, role}) => ({name, code, label, text: words, role}));
  return [...new Map(categories.map((category) => [category.name, category])).values()];
}

/** The columns of the file that a column of the reference is read from. */
interface WrittenColumn {
  readonly figure: string;
  readonly lower: string | undefined;
  readonly upper: string | undefined;
}

interface ReadingContext {
  readonly written: readonly WrittenColumn[];
  readonly reference: Reference;
  readonly list: CodeList;
  readonly region: Report["region"];
  readonly file: string;
}

function readValues(
  rows: readonly PublicRow[],
  {reference, list, region, file, written}: ReadingContext,
): ReferenceTable["values"] {
  const {key, further = []} = reference;
  const asked = new Set(key.categories.map(({name}) => name));
  const known = new Set([
    ...asked,
    ...list.rows.flatMap(({name, extra}) => [name, extra.region === "" ? name : (extra.region ?? name)]),
  ]);
  const values = new Map<string, ReadonlyMap<string, Figure>>();
  for (const {line, fields} of rows) {
    const place = fields.get(key.name) ?? "";
    if (!known.has(place)) {
      const advice = adviseOnName(place, [...known]);
      throw new DictionaryError({file, line}, `"${place}" is not in ${list.file}. ${advice}`);
    }
    const row = further.map((one) => categoryOf(one, fields, {file, line}));
    const name = rowName([place === region.name ? wholeRegion : place, ...row]);
    if (values.has(name)) {
      const told = [place, ...row].join(", ");
      throw new DictionaryError({file, line}, `"${told}" has a row already. Remove one of the two.`);
    }
    if (!asked.has(place === region.name ? wholeRegion : place)) continue;
    const figures = written.map((one) => readFigure(one, fields, {file, line}));
    values.set(name, new Map(figures.flat()));
  }
  return values;
}

/** The category of a further key that a row is of. */
function categoryOf(key: Variable, fields: PublicRow["fields"], position: FilePosition): string {
  const written = fields.get(key.name) ?? "";
  const known = key.categories.map(({name}) => name);
  if (known.includes(written)) return written;
  throw new DictionaryError(position, `"${written}" is no category of "${key.name}". ${adviseOnName(written, known)}`);
}

function readFigure(
  {figure: column, lower: from, upper: to}: WrittenColumn,
  fields: PublicRow["fields"],
  position: FilePosition,
): readonly (readonly [string, Figure])[] {
  const value = readNumber(column, fields, position);
  const lower = from === undefined ? undefined : readNumber(from, fields, position);
  const upper = to === undefined ? undefined : readNumber(to, fields, position);
  if (value === undefined && lower === undefined && upper === undefined) return [];
  const isPlain = value !== undefined && lower === undefined && upper === undefined;
  if (isPlain) return [[column, {value, ...(from !== undefined && {isOpen: true})}]];
  if (value !== undefined && lower !== undefined && upper !== undefined && lower <= value && value <= upper) {
    return [[column, {value, lower, upper}]];
  }
  const what = `the bounds in "${from ?? ""}" and "${to ?? ""}" are not on both sides of the estimate in "${column}"`;
  throw new DictionaryError(position, `${what}. Correct the row, or leave both bounds blank if the source gives none.`);
}

function readNumber(column: string, fields: PublicRow["fields"], position: FilePosition): number | undefined {
  const written = fields.get(column) ?? "";
  if (written === "") return undefined;
  const figure = parseDecimal(written);
  if (figure !== undefined) return figure;
  throw new DictionaryError(
    position,
    `"${written}" in column "${column}" is not a number like 1234 or 12.5, or has more digits than can be kept. Leave it blank if unknown.`,
  );
}
