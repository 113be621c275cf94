import type {Cell} from "../../release/index.ts";
import {lowerFirst} from "../words/lowerFirst.ts";
import type {Base} from "./figureData.ts";
import type {ReadRow} from "./readRows.ts";
import type {Query} from "../../publication/index.ts";
import type {TidyPlace, TidyRow} from "./tidyRow.ts";

/** What shares and means are taken of, for every population of a figure. References have no base. */
export function describeBases(
  parts: readonly {readonly query: Query; readonly rows: readonly ReadRow[]}[],
): readonly Base[] {
  const isComparison = new Set(parts.flatMap(({rows}) => rows.map(({row}) => row.edition.id))).size > 1;
  const bases = parts.flatMap(({query, rows}) => describeBase(query, rows, isComparison));
  return [...new Map(bases.map((base) => [JSON.stringify(base), base])).values()];
}

function describeBase(query: Query, rows: readonly ReadRow[], isComparison: boolean): readonly Base[] {
  const [first] = rows;
  if (first?.asked.population === undefined || query.measure === "rate" || query.measure === "value") return [];
  const {row} = first;
  const hasOneBase = query.within.length === 0 && !(query.measure === "mean" && rows.length > 1);
  const leavesOutMissing = query.amongStated || query.measure === "mean";
  const missingOf = missingOfAll(query, rows);
  const edition = isComparison ? ` (${row.edition.label})` : "";
  const words = hasOneBase
    ? wordsOf(query, row.population.label, row.at) + edition
    : eachOf(row.population.label, row.place, query) + edition;
  const missing = missingOf === undefined ? undefined : row.missing;
  const counts = hasOneBase ? countsOf(row, missing) : {};
  return [{heading: row.population.heading, words, leavesOutMissing, ...counts, ...(missingOf && {missingOf})}];
}

function countsOf({denominator, group}: TidyRow, missing: Cell | undefined): Partial<Base> {
  return {...(denominator && {denominator}), ...(missing && {missing}), ...(group && {group})};
}

/** What is not stated; nothing where every row asks another question and so misses other records. */
function missingOfAll(query: Query, rows: readonly ReadRow[]): string | undefined {
  const questions = new Set(rows.map(({row}) => row.at.map(({variable}) => variable.name).join(" ")));
  const [first] = rows;
  return first === undefined || questions.size > 1 ? undefined : missingVariable(query, first);
}

function missingVariable({measure, variable, by, at}: Query, {row, asked}: ReadRow): string | undefined {
  if (asked.missing === undefined) return undefined;
  const name = measure === "mean" ? variable : [...by, ...Object.keys(at)][0];
  const averaged = asked.population?.variables.find((candidate) => candidate.name === name);
  const place = [...row.place, ...row.at].find((candidate) => candidate.variable.name === name);
  return lowerFirst(averaged?.label ?? place?.variable.label ?? "");
}

function wordsOf(query: Query, label: string, at: readonly TidyPlace[]): string {
  const {amongStated, among, measure} = query;
  // A mean is of whoever stands at its place; a share's place is a part of its base.
  const subset = at
    .filter(({variable}) => measure === "mean" || variable.name in among)
    .map(({variable, category}) => `${lowerFirst(variable.label)}: ${lowerFirst(category.label)}`);
  const subsetWords = subset.length > 0 ? ` (${subset.join("; ")})` : "";
  return `${label}${subsetWords}${amongStated && measure === "share" ? " who stated it" : ""}`;
}

function eachOf(label: string, place: readonly TidyPlace[], query: Query): string {
  const own = query.within.length > 0 ? query.within : query.by;
  const names = place
    .filter(({variable}) => own.includes(variable.name))
    .map(({variable}) => lowerFirst(variable.label));
  return `each group of ${label} by ${names.join(" and ")}`;
}
