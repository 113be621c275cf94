import type {Reads, Variable} from "../../publication/index.ts";
import type {Release} from "../../release/index.ts";
import type {Definitions, SourceDefinition, VariableDefinition} from "./definition.ts";
import {populationsOf} from "./populationsOf.ts";
import {notStated, type CountedPopulation} from "./terms.ts";

/**
 * Where a certificate's definitions are not those of the release: names that they lack, categories that overlap or leave
 * values out, values that another category of the release holds, derived columns that read other answers. Its populations
 * would then count something else.
 */
export function checkDefinitions(releases: readonly Release[], definitions: Definitions): readonly string[] {
  const wrong = releases.flatMap((release, number) => gapsOf(release, populationsOf(definitions, number)));
  return [...new Set(wrong)].slice(0, 20);
}

/** The names of one release that are not defined as it says. */
export function gapsOf(release: Release, populations: ReadonlyMap<string, CountedPopulation>): readonly string[] {
  return release.vocabulary.populations.flatMap(({name, unit, variables}) => {
    const known = populations.get(name);
    if (known === undefined) return [`the definitions lack ${name}`];
    const {definition, source} = known;
    if (unit === "faults") return definition.faults === undefined ? [`the definitions lack the faults of ${name}`] : [];
    return variables.flatMap((variable) => {
      const defined = Object.hasOwn(definition.variables, variable.name)
        ? definition.variables[variable.name]
        : undefined;
      if (defined === undefined) return [`the definitions lack ${variable.name} of ${name}`];
      const isSame = isWhole(variable, defined, source) && agrees(variable.reads, defined, source);
      return isSame ? [] : [`the definitions of ${variable.name} of ${name} are not those of the release`];
    });
  });
}

/** Whether the categories are those of the release, and every value is in one of them, or in any number where several are given. */
function isWhole({kind, categories}: Variable, defined: VariableDefinition, source: SourceDefinition): boolean {
  const size = source.columns[defined.column]?.values.length ?? (source.derived.length > 0 ? 3 : 0);
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
  const texts = source.columns[defined.column]?.values ?? [];
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
      return agreesInYears(reads, defined, texts);
    default:
      return true;
  }
}

function agreesInAny(
  {columns}: Extract<Reads, {as: "any-of"}>,
  derived: SourceDefinition["derived"][number] | undefined,
  source: SourceDefinition,
): boolean {
  if (derived?.of.length !== columns.length) return false;
  return derived.of.every(({column, says}, at) => {
    const own = source.columns[column];
    const asked = columns[at];
    if (own === undefined || own.name !== asked?.column) return false;
    return own.values.every(
      (text, value) => says[value] === (asked.yes.includes(text) ? 2 : Number(asked.no.includes(text))),
    );
  });
}

/** A date's value ends in the ages that it gives: the categories and numbers are those of one of them. */
function agreesInYears(
  reads: Extract<Reads, {as: "bands" | "years"}>,
  {categories, numbers}: VariableDefinition,
  texts: readonly string[],
): boolean {
  return texts.every((text, value) => {
    const ages = text.split(" ").slice(1).map(Number).filter(Number.isInteger);
    if (reads.as === "years") {
      const number = numbers?.[value] ?? null;
      const category = number === null ? notStated : "stated";
      return (number === null || ages.includes(number)) && categories[category]?.includes(value) === true;
    }
    const inBand = Object.entries(reads.categories).filter(([name]) => categories[name]?.includes(value) === true);
    return inBand.every(([, [least, most]]) =>
      ages.some((age) => (least ?? -Infinity) <= age && age <= (most ?? Infinity)),
    );
  });
}
