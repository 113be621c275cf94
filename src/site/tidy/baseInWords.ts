import {measureOf} from "../../measures/index.ts";
import {stated, type Population, type Query, type Variable} from "../../publication/index.ts";
import {listInWords} from "../words/listInWords.ts";
import {lowerFirst} from "../words/letterCase.ts";
import {partPlaces} from "./fixedPlaces.ts";
import type {ReadRow} from "./readRows.ts";
import type {TidyPlace} from "./tidyRow.ts";

/**
 * The whole base of a query in words: population, whatever narrows it, and by what it is divided: "prison clients who
 * were problematic drug users, by sex", "community clients (area of residence: Kent) whose age is stated".
 */
export function baseInWords(query: Query, {row, asked}: ReadRow): string {
  const variables = asked.population?.variables ?? [];
  const narrowing = [
    ...(asked.population === undefined ? [] : partPlaces(asked.population)),
    ...row.at.filter(({variable: {name}}) => isOfBase(name, query) || selects(name, variables)),
  ];
  const dated = [...narrowing.map(({variable}) => variable.name), ...dividingOf(query)];
  const window = dated.some((name) => selects(name, variables)) ? undefined : asked.population?.window;
  return narrowedInWords(row.population.label, {
    narrowing,
    variables,
    stated: statedIn(query, variables),
    ...(window && {days: window.text}),
  }).concat(divided(query, row.place, variables));
}

/** Whether a query is of one period of the dates that records are selected by, which no number of all records is. */
export function isOfOnePeriod(query: Query, {row, asked}: ReadRow): boolean {
  const variables = asked.population?.variables ?? [];
  return row.at.some(({variable: {name}}) => !isOfBase(name, query) && selects(name, variables));
}

/** Whether a variable tells apart the dates that records are selected by. */
function selects(name: string, variables: readonly Variable[]): boolean {
  return variables.some((one) => one.name === name && one.reads?.as === "period" && one.reads.selects === true);
}

interface Narrowed {
  readonly narrowing: readonly TidyPlace[];
  readonly variables: readonly Variable[];
  /** Names of variables whose answer all have stated. */
  readonly stated: readonly string[];
  /** The days whose records are counted, where they are more than the edition's. */
  readonly days?: string;
}

/** A population that is a part of another, with what makes it one: "contacts that tested positive (test: positive)". */
export function partInWords(population: Population): string {
  const {label, variables} = population;
  return narrowedInWords(label, {narrowing: partPlaces(population), variables, stated: []});
}

function narrowedInWords(label: string, {narrowing, variables, stated: answered, days}: Narrowed): string {
  const knows = new Set([...narrowing.filter(isStated).map(({variable}) => variable.name), ...answered]);
  const plain = narrowing.filter((place) => !isStated(place));
  const who = plain.flatMap((place) => whoIs(place, variables) ?? []);
  const others = plain.filter((place) => whoIs(place, variables) === undefined);
  const answers = others.map(({variable, category}) => `${lowerFirst(variable.label)}: ${lowerFirst(category.label)}`);
  const said = [...(days === undefined ? [] : [days]), ...answers];
  return [
    label,
    ...(said.length > 0 ? [`(${said.join("; ")})`] : []),
    ...(who.length > 0 ? [`who ${listInWords(who)}`] : []),
    ...knownInWords([...knows], variables),
  ].join(" ");
}

/**
 * "whose age is stated", "where it is stated whether they tested positive", "with an answer to “Treated in prison”": by what the
 * dictionary says of a yes, and otherwise by how the label of a variable reads.
 */
function knownInWords(names: readonly string[], variables: readonly Variable[]): readonly string[] {
  const known = names.map((name): Asked => variables.find((one) => one.name === name) ?? {label: name, categories: []});
  const nouns = known.filter((one) => howAsked(one) === "noun").map(({label}) => lowerFirst(label));
  const questions = known.filter((one) => howAsked(one) === "question").map(({label}) => `“${label}”`);
  const whether = [
    ...known.flatMap(({who}) => (who === undefined ? [] : [`whether they ${who}`])),
    ...known.filter((one) => howAsked(one) === "whether").map(({label}) => lowerFirst(label)),
  ];
  const said = [
    ...(nouns.length > 0 ? [`whose ${listInWords(nouns)} ${nouns.length === 1 ? "is" : "are"} stated`] : []),
    ...(whether.length > 0 ? [`where it is stated ${listInWords(whether)}`] : []),
    ...(questions.length > 0 ? [`with an answer to ${listInWords(questions)}`] : []),
  ];
  return said.length > 0 ? [said.join(" and ")] : [];
}

/** What is needed of a variable to speak of it. */
type Asked = Pick<Variable, "label" | "categories" | "who">;

/** How a variable is spoken of: its own words of a yes, a clause that begins with "whether", a question of yes and no, or a noun. */
function howAsked(variable: Asked): "who" | "whether" | "question" | "noun" {
  if (variable.who !== undefined) return "who";
  if (/^whether\b/i.test(variable.label)) return "whether";
  return variable.categories.some(({name}) => name === "yes") ? "question" : "noun";
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

/** ", by district and whether they were tested" */
function divided(query: Query, place: readonly TidyPlace[], variables: readonly Variable[]): string {
  const dividing = dividingOf(query);
  const names = place
    .filter(({variable}) => dividing.includes(variable.name))
    .map(({variable}) => {
      const who = variables.find(({name}) => name === variable.name)?.who;
      return who === undefined ? lowerFirst(variable.label) : `whether they ${who}`;
    });
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
    case "others":
      return [];
  }
}
