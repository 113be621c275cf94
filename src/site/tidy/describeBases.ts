import {measureOf} from "../../measures/index.ts";
import type {Query} from "../../publication/index.ts";
import {listInWords} from "../words/listInWords.ts";
import {lowerFirst} from "../words/letterCase.ts";
import {baseInWords, dividingOf, isOfOnePeriod} from "./baseInWords.ts";
import type {Base, BasePart} from "./figureData.ts";
import type {FigurePart} from "./readParts.ts";
import type {ReadRow} from "./readRows.ts";

/** Bases that are listed with their numbers; of more the table tells each. */
const mostListed = 6;

/** A query's rows for one population, with the name that its series has in the figure. */
export interface NamedPart extends FigurePart {
  readonly name: string;
}

/**
 * What shares and means are taken of, for every query and population of a figure, in words: each base once, with the
 * names of its series where one population has several. References have no base.
 */
export function describeBases(parts: readonly NamedPart[]): readonly Base[] {
  const based = parts.filter(({query, rows: [first]}) => hasBase(query, first));
  const hasEditions = new Set(based.map(editionOf)).size > 1;
  const described = based.map((part) => ({part, base: describeBase(part, {kin: kinOf(part, based), hasEditions})}));
  return [...Map.groupBy(described, ({base}) => JSON.stringify(base)).values()].flatMap((same) => {
    const [first] = same;
    if (first === undefined) return [];
    const others = described.filter(({part}) => subjectOf(part) === subjectOf(first.part));
    const isShared = others.every((one) => same.includes(one));
    return [isShared ? first.base : {...first.base, series: listInWords(same.map(({part: {name}}) => name))}];
  });
}

function hasBase(query: Query, first: ReadRow | undefined): boolean {
  return first?.asked.population !== undefined && !["none", "others"].includes(measureOf(query).base);
}

function editionOf({rows: [first]}: FigurePart): string {
  return first?.row.edition.id ?? "";
}

function subjectOf(part: FigurePart): string {
  return `${part.rows[0]?.row.population.name ?? ""} ${editionOf(part)}`;
}

/** The parts of the same population and edition, this one included. */
function kinOf(part: FigurePart, parts: readonly FigurePart[]): readonly FigurePart[] {
  return parts.filter((other) => subjectOf(other) === subjectOf(part));
}

function describeBase(
  {query, rows}: FigurePart,
  {kin, hasEditions}: {kin: readonly FigurePart[]; hasEditions: boolean},
): Base {
  const [first] = rows;
  if (first === undefined) throw new Error("a part of a figure has no rows");
  const words = baseInWords(query, first);
  const common = {
    words: hasEditions ? `${words} (${first.row.edition.label})` : words,
    leavesOutMissing: query.amongStated || measureOf(query).base === "known",
  };
  if (isOfOnePeriod(query, first)) return common;
  if (isSpread(query)) return {...common, ...partsOf(query, rows)};
  // Where every row asks another question, each misses other records.
  const missingOf =
    new Set(kin.map(({rows: [one]}) => questionOf(one))).size > 1 ? undefined : missingVariable(query, first);
  const {denominator, group, missing} = first.row;
  return {
    ...common,
    ...(denominator && {denominator}),
    ...(group && {group}),
    ...(missingOf !== undefined && missing && {missing, missingOf}),
  };
}

/** Whether every row has a base of its own. */
function isSpread(query: Query): boolean {
  return dividingOf(query).length > 0;
}

function questionOf(read: ReadRow | undefined): string {
  return [...(read?.row.place ?? []), ...(read?.row.at ?? [])].map(({variable}) => variable.name).join(" ");
}

/** The number of every base, where they are few; otherwise where the numbers stand. */
function partsOf(query: Query, rows: readonly ReadRow[]): Pick<Base, "parts" | "numbersIn"> {
  const own = query.within.length > 0 ? query.within : query.by;
  const bases = new Map(rows.map((read) => [JSON.stringify(partWords(read, own)), read]));
  const parts = [...bases.values()].flatMap((read): readonly BasePart[] => {
    const {denominator} = read.row;
    return denominator === undefined ? [] : [{words: partWords(read, own).join(", "), denominator}];
  });
  if (parts.length === 0) return {};
  if (parts.length === bases.size && parts.length <= mostListed) return {parts};
  const isOneDimension = query.by.length + query.within.length === 1;
  return {numbersIn: isOneDimension ? "table" : "data"};
}

function partWords({row, asked}: ReadRow, own: readonly string[]): readonly string[] {
  return row.place.flatMap(({variable, category}, index) => {
    if (!own.includes(variable.name)) return [];
    const known = asked.place[index]?.category;
    return [known === undefined || known === "total" ? lowerFirst(category.label) : known.text];
  });
}

function missingVariable(query: Query, {row, asked}: ReadRow): string | undefined {
  if (asked.missing === undefined) return undefined;
  const name = measureOf(query).numberOf(query) ?? [...query.by, ...Object.keys(query.at)][0];
  const averaged = asked.population?.variables.find((candidate) => candidate.name === name);
  const place = [...row.place, ...row.at].find((candidate) => candidate.variable.name === name);
  return lowerFirst(averaged?.label ?? place?.variable.label ?? "");
}
