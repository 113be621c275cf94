import type {Category, Variable} from "../../publication/index.ts";
import {notStatedCategory} from "./commonCategories.ts";
import type {Band} from "./dictionary.ts";
import type {ModelledVariable, VariableSource} from "./variableModel.ts";

/** A category of a grouping, with the categories of the finer variable that it brings together. */
export interface GroupedCategories extends Pick<Category, "name" | "label" | "text"> {
  readonly of: readonly string[];
}

/** What a variable of groups is called. */
export type GroupingName = Pick<Variable, "name" | "label">;

/**
 * A variable whose categories bring those of another one together: it reads the same answers. Nothing where the answers
 * cannot be read so: only codes, and bands that lie side by side, can be grouped. `groups` hold every category once, but for
 * "not stated", which stays apart where no group has it.
 */
export function groupCategories(
  {variable, source}: ModelledVariable,
  {name: variableName, label: variableLabel}: GroupingName,
  groups: readonly GroupedCategories[],
): ModelledVariable | undefined {
  const known = new Map(variable.categories.map((category) => [category.name, category]));
  const groupOf = new Map(groups.flatMap(({name, of}) => of.map((category) => [category, name] as const)));
  const grouped = groupSource(source, groups, (category) => groupOf.get(category) ?? notStatedCategory.name);
  if (grouped === undefined) return undefined;
  const categories = groups.map(({name, label, text, of}): Category => {
    const roles = new Set(of.map((category) => known.get(category)?.role));
    return {name, code: "", label, text, role: roles.size === 1 && roles.has("outside") ? "outside" : "value"};
  });
  const isApart = known.has(notStatedCategory.name) && !groupOf.has(notStatedCategory.name);
  return {
    variable: {
      name: variableName,
      label: variableLabel,
      kind: "category",
      categories: isApart ? [...categories, notStatedCategory] : categories,
    },
    source: grouped,
  };
}

function groupSource(
  source: VariableSource,
  groups: readonly GroupedCategories[],
  groupOf: (category: string) => string,
): VariableSource | undefined {
  switch (source.kind) {
    case "code":
      return {...source, categoryOfRow: source.categoryOfRow.map(groupOf), blank: groupOf(source.blank)};
    case "bands": {
      const bands = groups.map((group) => joinBands(group, source.groups));
      return bands.includes(undefined) ? undefined : {...source, groups: inOrder(bands.flatMap((band) => band ?? []))};
    }
    case "any-of":
    case "answered":
    case "multi":
    case "span":
    case "number":
    case "period":
      return undefined;
  }
}

/** Bands side by side as one; nothing where another lies between them, or no number is meant. */
function joinBands({of, name, label, text}: GroupedCategories, bands: readonly Band[]): Band | undefined {
  const places = of.map((category) => bands.findIndex((band) => band.name === category)).toSorted((a, b) => a - b);
  const [first, last] = [bands[places[0] ?? -1], bands[places.at(-1) ?? -1]];
  const isOneStretch = places.every((place, at) => place === (places[0] ?? 0) + at);
  if (first === undefined || last === undefined || !isOneStretch) return undefined;
  const {from} = first;
  const {to} = last;
  return {name, label, text, ...(from !== undefined && {from}), ...(to !== undefined && {to})};
}

function inOrder(bands: readonly Band[]): readonly Band[] {
  return bands.toSorted((one, other) => (one.from ?? -Infinity) - (other.from ?? -Infinity));
}
