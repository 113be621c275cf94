import {adviseOnName, oneLetterFrom, type Category, type Report} from "../../publication/index.ts";
import type {CodeList, CodeListRow} from "./codeList.ts";
import {notStatedCategory, outsideCategory} from "./commonCategories.ts";
import type {DictionaryVariable} from "./dictionary.ts";
import {DictionaryError} from "./DictionaryError.ts";

type Definition<Kind> = Extract<DictionaryVariable, {kind: Kind}>;

/** Categories of a variable that one column of codes answers, and the category of each row of the code list. */
export interface CodeReading {
  readonly categories: readonly Category[];
  readonly categoryOfRow: readonly string[];
  /** Category of a form without a usable code. */
  readonly blank: string;
}

/** Each code is a category of its own; rows with the role "not stated" join the blanks. */
export function readPlain(list: CodeList): CodeReading {
  return reading(list, (row) => (row.role === "not-stated" ? notStatedCategory : categoryOfRow(row)));
}

/**
 * The places of the report's region, everything else "outside". A list may have none there: a region without a prison
 * still has clients who were seen in one elsewhere.
 * Throws DictionaryError where the list does not say which region a place is in.
 */
export function readAreas(definition: Definition<"area">, list: CodeList, region: Report["region"]): CodeReading {
  needExtraColumn(definition, list, "region");
  const outside = outsideCategory(region);
  const {categories, ...rest} = reading(list, (row) => {
    if (row.role === "not-stated") return notStatedCategory;
    return isInside(row, region) ? categoryOfRow(row) : outside;
  });
  const areas = categories.filter(({role}) => role === "value");
  return {...rest, categories: [...areas, outside, notStatedCategory]};
}

/** Inside the region or elsewhere; "not stated" stands last unless the dictionary counts it with one of the two. */
export function readInRegion(
  definition: Definition<"in-region">,
  list: CodeList,
  region: Report["region"],
): CodeReading {
  needExtraColumn(definition, list, "region");
  const names = definition.inRegion;
  const inside: Category = {name: names.inside, code: "", label: region.label, text: region.text, role: "value"};
  const elsewhere: Category = {name: names.elsewhere, code: "", label: "Elsewhere", text: "elsewhere", role: "outside"};
  const known = [inside, elsewhere, notStatedCategory];
  const notStated = known.find(({name}) => name === names.notStated);
  if (!notStated) {
    const advice = adviseOnName(names.notStated, known.map(({name}) => name)); // prettier-ignore
    throw new DictionaryError(definition.position, `"${names.notStated}" is no category here. ${advice}`);
  }
  return {
    categories: notStated === notStatedCategory ? known : [inside, elsewhere],
    categoryOfRow: list.rows.map((row) => {
      if (row.role === "not-stated") return notStated.name;
      return isInside(row, region) ? inside.name : elsewhere.name;
    }),
    blank: notStated.name,
  };
}

/**
 * The categories of another list that a column of this list names; codes without a group are "not stated".
 * Throws DictionaryError where a group is not in the other list.
 */
export function readGroups({grouped}: Definition<"grouped">, list: CodeList, groups: CodeList): CodeReading {
  const categories = groups.rows.map(categoryOfRow);
  const known = new Set(categories.map(({name}) => name));
  const group = (row: CodeListRow) => {
    const name = row.extra[grouped.column] ?? "";
    if (name === "" || row.role === "not-stated") return notStatedCategory.name;
    if (known.has(name)) return name;
    const advice = adviseOnName(name, [...known]);
    const message = `"${name}" in column "${grouped.column}" is not in ${groups.file}. ${advice}`;
    throw new DictionaryError({file: list.file, line: row.line}, message);
  };
  return {
    categories: [...categories, notStatedCategory],
    categoryOfRow: list.rows.map(group),
    blank: notStatedCategory.name,
  };
}

/** Throws DictionaryError where a list lacks the extra column that a variable needs. */
export function needExtraColumn(definition: DictionaryVariable, list: CodeList, column: string): void {
  if (list.extraColumns.includes(column)) return;
  const advice = adviseOnName(column, list.extraColumns);
  throw new DictionaryError(definition.position, `${list.file} has no column "${column}". ${advice}`);
}

/** Throws DictionaryError where no row of a list has a value in an extra column that a variable asks for. */
export function needValue(
  definition: DictionaryVariable,
  {file, rows}: CodeList,
  {column, value}: {readonly column: string; readonly value: string},
): void {
  const known = new Set(rows.map(({extra}) => extra[column] ?? ""));
  if (known.has(value)) return;
  const advice = adviseOnName(value, [...known].filter((one) => one !== "")); // prettier-ignore
  throw new DictionaryError(definition.position, `no row of ${file} has "${value}" in column "${column}". ${advice}`);
}

function reading(list: CodeList, categoryOf: (row: CodeListRow) => Category): CodeReading {
  const ofRows = list.rows.map(categoryOf);
  const byName = new Map(ofRows.map((category) => [category.name, category]));
  byName.delete(notStatedCategory.name);
  return {
    categories: [...byName.values(), notStatedCategory],
    categoryOfRow: ofRows.map(({name}) => name),
    blank: notStatedCategory.name,
  };
}

function categoryOfRow({name, code, label, text, role}: CodeListRow): Category {
  return {name, code, label, text, role};
}

/**
 * Throws DictionaryError where a list names a region that is one letter from a known one: its places would count as
 * outside of that. Regions that no report is about may stand there.
 */
export function checkRegions({file, rows}: CodeList, regions: readonly string[]): void {
  const written = Map.groupBy(rows, ({extra}) => extra.region ?? "");
  for (const [region, [row]] of written) {
    if (region === "" || row === undefined || regions.includes(region)) continue;
    const meant = oneLetterFrom(region, regions);
    if (meant === undefined) continue;
    throw new DictionaryError({file, line: row.line}, `there is no region "${region}". Did you mean "${meant}"?`);
  }
}

function isInside(row: CodeListRow, region: Report["region"]): boolean {
  return row.role === "value" && row.extra.region === region.name;
}
