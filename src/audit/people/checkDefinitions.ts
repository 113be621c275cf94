import {readQuantity, wholePopulations, type Reads, type ReadQuantity, type Variable} from "../../publication/index.ts";
import type {Release} from "../../release/index.ts";
import {sizeOf, textsOf, underlying} from "../population/columns.ts";
import type {Definitions, DerivedColumn, SourceDefinition, VariableDefinition} from "../population/definition.ts";
import {populationsOf} from "../population/populationsOf.ts";
import {clashingForms} from "./clashingForms.ts";
import {offTheCalendar} from "./offTheCalendar.ts";
import {wrongRevisions} from "./revisions.ts";
import {notStated, type CountedPopulation} from "../population/terms.ts";

/** A name of a release that definitions lack, or define otherwise. */
export interface Gap {
  readonly kind: "lacking" | "wrong";
  readonly population: string;
  /** Absent where the whole population is meant. */
  readonly variable?: string;
}

/** What a certificate's definitions leave of some releases. */
export interface CheckedDefinitions {
  /** Where they are not those of the releases, one sentence each. */
  readonly faults: readonly string[];
  /** Names of earlier releases that they lack, as what is no longer asked: cells of these are not counted. */
  readonly unread: readonly string[];
}

/**
 * Checks that a certificate's definitions are those of the releases: no name of the one at hand is missing, no categories
 * overlap or leave values out, no value is in another category than the release says, no derived column reads other answers.
 * Its populations would then count something else; nobody may be among them whom the calendar rules out; and nothing be told of
 * clients' forms that no certificate proves. Of an earlier release names may be missing, which is told.
 */
export function checkDefinitions(releases: readonly Release[], definitions: Definitions): CheckedDefinitions {
  const missing = releases.filter((_, number) => number > 0 && definitions.editions[number] === undefined);
  const gaps = releases.flatMap((release, number) =>
    gapsOf(release, populationsOf(definitions, number)).map((gap) => ({gap, number, edition: release.edition.id})),
  );
  const isTold = ({gap, number}: (typeof gaps)[number]): boolean => number > 0 && gap.kind === "lacking";
  const faults = [
    ...missing.map(({edition}) => `the definitions lack the edition ${edition.id}`),
    ...gaps.filter((one) => !isTold(one)).map(({gap}) => describeGap(gap)),
    ...releases.slice(0, 1).flatMap((release) => faultsOfDates(release, populationsOf(definitions, 0))),
    ...wrongRevisions(definitions),
    ...clashingForms(releases),
  ];
  const unread = gaps.filter(isTold).map(({gap, edition}) => `${nameGap(gap)} in ${edition}`);
  return {faults: [...new Set(faults)].slice(0, 20), unread: [...new Set(unread)]};
}

function nameGap({variable, population}: Gap): string {
  return variable === undefined ? population : `${variable} of ${population}`;
}

function describeGap(gap: Gap): string {
  const name = nameGap(gap);
  return gap.kind === "lacking"
    ? `the definitions lack ${name}`
    : `the definitions of ${name} are not those of the release`;
}

function faultsOfDates(release: Release, populations: ReadonlyMap<string, CountedPopulation>): readonly string[] {
  return wholePopulations(release.vocabulary.populations).flatMap((population) => {
    const counted = populations.get(population.name);
    const together = counted === undefined ? [] : offTheCalendar(population, counted);
    return together.map(
      (names) => `the definitions let ${names.join(", ")} of ${population.name} go together as no days do`,
    );
  });
}

/** The names of one release that are not defined, or not as it says. */
export function gapsOf(release: Release, populations: ReadonlyMap<string, CountedPopulation>): readonly Gap[] {
  return wholePopulations(release.vocabulary.populations).flatMap(({name, unit, variables}): readonly Gap[] => {
    const known = populations.get(name);
    const {definition, source} = known ?? {};
    if (definition === undefined || source === undefined) return [{kind: "lacking", population: name}];
    if (unit === "faults") return definition.faults === undefined ? [{kind: "lacking", population: name}] : [];
    return variables.flatMap((variable): readonly Gap[] => {
      const defined = Object.hasOwn(definition.variables, variable.name)
        ? definition.variables[variable.name]
        : undefined;
      const gap = {population: name, variable: variable.name};
      if (defined === undefined) return [{kind: "lacking", ...gap}];
      const isSame = isWhole(variable, defined, source) && agrees(variable.reads, defined, source);
      return isSame ? [] : [{kind: "wrong", ...gap}];
    });
  });
}

/** Whether the categories are those of the release, and every value is in one of them, or in any number where several are given. */
function isWhole({kind, categories}: Variable, defined: VariableDefinition, source: SourceDefinition): boolean {
  const isColumn = defined.column < source.columns.length + source.derived.length;
  const size = isColumn ? sizeOf(source, defined.column) : 0;
  const names = Object.keys(defined.categories);
  const known = new Set([...categories.map(({name}) => name), notStated, ...(kind === "number" ? ["stated"] : [])]);
  if (names.some((name) => !known.has(name))) return false;
  if ((kind === "number") !== (defined.numbers !== undefined)) return false;
  if (defined.numbers !== undefined && defined.numbers.length !== size) return false;
  if ((kind === "multi") !== (defined.several === true)) return false;
  const held = Object.values(defined.categories).flat();
  if (held.some((value) => value >= size)) return false;
  return (
    kind === "multi" ||
    (held.length === size && new Set(held).size === size && categories.every(({name}) => names.includes(name)))
  );
}

/** Whether the texts of the values, which are codes and ages, lie in the categories that the release says. */
function agrees(reads: Reads | undefined, defined: VariableDefinition, source: SourceDefinition): boolean {
  const texts = textsOf(source, defined.column) ?? [];
  const categoryOf = (value: number): string | undefined =>
    Object.entries(defined.categories).find(([, values]) => values.includes(value))?.[0];
  switch (reads?.as) {
    case "code": {
      const codes = new Map(Object.entries(reads.categories).flatMap(([name, own]) => own.map((code) => [code, name])));
      return texts.every((text, value) => (categoryOf(value) ?? reads.blank) === (codes.get(text) ?? reads.blank));
    }
    case "codes": {
      const codes = new Map(Object.entries(reads.categories).flatMap(([name, own]) => own.map((code) => [code, name])));
      return texts.every((text, value) => {
        const said = new Set(
          text
            .replace(/ unlisted$/, "")
            .split("+")
            .flatMap((code) => codes.get(code) ?? []),
        );
        return Object.entries(defined.categories).every(([name, values]) => values.includes(value) === said.has(name));
      });
    }
    case "any-of":
      return agreesInAny(reads, source.derived[defined.column - source.columns.length], source);
    case "bands":
    case "years":
    case "months":
    case "weeks":
    case "days":
    case "number":
    case "number-bands":
      return agreesInNumber(readQuantity(reads), defined, texts);
    case "period":
      return agreesInTime(reads, categoryOf, source.columns[underlying(source, defined.column)]);
    case "answered":
    case "form":
    case undefined:
      return true;
  }
}

function agreesInAny(
  {columns}: Extract<Reads, {as: "any-of"}>,
  derived: DerivedColumn | undefined,
  source: SourceDefinition,
): boolean {
  if (derived === undefined || "revises" in derived || derived.of.length !== columns.length) return false;
  return derived.of.every(({column, says}, at) => {
    const own = source.columns[underlying(source, column)];
    const asked = columns[at];
    if (own === undefined || own.name !== asked?.column) return false;
    return own.values.every(
      (text, value) => says[value] === (asked.yes.includes(text) ? 2 : Number(asked.no.includes(text))),
    );
  });
}

/** A month lies in the period that it is counted in, and what is no month in none. */
function agreesInTime(
  {column, categories}: Extract<Reads, {as: "period"}>,
  categoryOf: (value: number) => string | undefined,
  own: SourceDefinition["columns"][number] | undefined,
): boolean {
  if (own?.name !== `${column} by month`) return false;
  return own.values.every((text, value) => {
    const around = Object.entries(categories).find(([, [from, to]]) => from <= `${text}-01` && `${text}-28` <= to);
    return (categoryOf(value) ?? notStated) === (around?.[0] ?? notStated);
  });
}

/**
 * The value of a column of numbers is its number, in steps, and that of a date ends in the spans that it gives: the categories
 * and numbers are those of one of them.
 */
function agreesInNumber(
  quantity: ReadQuantity | undefined,
  {categories, numbers}: VariableDefinition,
  texts: readonly string[],
): boolean {
  if (quantity === undefined) return false;
  const {columns, bands} = quantity;
  return texts.every((text, value) => {
    const said = columns.length === 1 ? [text] : text.split(" ").slice(1);
    const possible = said.map(Number).filter(Number.isInteger);
    if (bands === undefined) {
      const number = numbers?.[value] ?? null;
      const category = number === null ? notStated : "stated";
      return (number === null || possible.includes(number)) && categories[category]?.includes(value) === true;
    }
    const inBand = Object.entries(bands).filter(([name]) => categories[name]?.includes(value) === true);
    return inBand.every(([, [least, most]]) =>
      possible.some((number) => (least ?? -Infinity) <= number && number <= (most ?? Infinity)),
    );
  });
}
