import {measureOf} from "../../measures/index.ts";
import {stated, type Query, type Variable} from "../../publication/index.ts";
import {listInWords} from "../words/listInWords.ts";
import {lowerFirst} from "../words/letterCase.ts";
import type {ReadRow} from "./readRows.ts";
import type {TidyPlace} from "./tidyRow.ts";

/**
 * The whole base of a query in words: population, whatever narrows it, and by what it is divided: "prison clients who
 * were problematic drug users, by sex", "community clients (area of residence: Kent) whose age is stated".
 */
export function baseInWords(query: Query, {row, asked}: ReadRow): string {
  const variables = asked.population?.variables ?? [];
  const narrowing = row.at.filter(({variable}) => isOfBase(variable.name, query));
  const knows = new Set([
    ...narrowing.filter(isStated).map(({variable}) => variable.name),
    ...statedIn(query, variables),
  ]);
  const plain = narrowing.filter((place) => !isStated(place));
  const who = plain.flatMap((place) => whoIs(place, variables) ?? []);
  const others = plain.filter((place) => whoIs(place, variables) === undefined);
  const said = others.map(({variable, category}) => `${lowerFirst(variable.label)}: ${lowerFirst(category.label)}`);
  const known = [...knows].map((name) => lowerFirst(variables.find((one) => one.name === name)?.label ?? name));
  return [
    row.population.label,
    ...(said.length > 0 ? [`(${said.join("; ")})`] : []),
    ...(who.length > 0 ? [`who ${listInWords(who)}`] : []),
    ...(known.length > 0 ? [`whose ${listInWords(known)} ${known.length === 1 ? "is" : "are"} stated`] : []),
  ]
    .join(" ")
    .concat(divided(query, row.place));
}

/** A mean is of whoever stands at its place; a share's place is a part of its base. */
function isOfBase(name: string, query: Query): boolean {
  return measureOf(query).base === "known" || name in query.among;
}

function isStated({category}: TidyPlace): boolean {
  return category.name === stated;
}

/** The variables of which the base leaves out those not stated. */
function statedIn(query: Query, variables: readonly Variable[]): readonly string[] {
  const {base, numberOf} = measureOf(query);
  const number = numberOf(query);
  if (number !== undefined) return [number];
  const asked = query.amongStated && base === "within" ? [...query.by, ...Object.keys(query.at)] : [];
  return asked.filter((name) => variables.find((one) => one.name === name)?.kind !== "multi");
}

function whoIs({variable, category}: TidyPlace, variables: readonly Variable[]): string | undefined {
  return category.name === "yes" ? variables.find(({name}) => name === variable.name)?.who : undefined;
}

function divided(query: Query, place: readonly TidyPlace[]): string {
  const dividing = dividingOf(query);
  const names = place
    .filter(({variable}) => dividing.includes(variable.name))
    .map(({variable}) => lowerFirst(variable.label));
  return names.length === 0 ? "" : `, by ${listInWords(names)}`;
}

/** What divides the base: a share is of each group that it stands within, a mean of each of its groups. */
export function dividingOf(query: Query): readonly string[] {
  const {by, within} = query;
  switch (measureOf(query).base) {
    case "within":
      return within;
    case "known":
      return [...by, ...within];
    case "all":
    case "none":
      return [];
  }
}
