import {adviseOnName, type Category, type GroupingDeclaration} from "../../publication/index.ts";
import {DictionaryError} from "./DictionaryError.ts";
import {groupCategories, type GroupedCategories} from "./groupCategories.ts";
import {meaningInQueries} from "./reservedNames.ts";
import type {ExtractModel, ModelledVariable} from "./variableModel.ts";

/**
 * The variable that a template makes of one of a dictionary's. A group without a category in this dictionary is left out:
 * another one of the template has it. Throws DictionaryError where a category is in two groups or none.
 */
export function groupAsDeclared(grouping: GroupingDeclaration, modelled: ModelledVariable): ModelledVariable {
  const refuse = refusalIn(grouping);
  const {categories} = modelled.variable;
  const listed = new Set(grouping.groups.flatMap(({of}) => of));
  const left = categories.filter(({name}) => !listed.has(name));
  const groups = grouping.groups
    .map(({name, label, text, of}) => ({
      name,
      label,
      text,
      of: of === "rest" ? restIn(left) : namesAmong(of, categories),
    }))
    .filter(({of}) => of.length > 0);
  const missing = grouping.groups.some(({of}) => of === "rest") ? undefined : restIn(left)[0];
  if (missing !== undefined) {
    throw refuse(`"${missing}" is in no group. Name it in one, or write "of: rest" for a group of all others.`);
  }
  const grouped = groupCategories(modelled, grouping, groups);
  if (grouped !== undefined) return grouped;
  throw refuse(
    modelled.source.kind === "bands"
      ? "only bands that lie side by side can be grouped, and not stated answers stay apart. Order the groups so."
      : `the answers of "${grouping.of}" cannot be grouped: it is read from several columns or answers, or is a number. Name a variable that is read from one column of codes, or bands.`,
  );
}

/** Checks what does not depend on a dictionary alone: names, and that each category is known to some dictionary of the template. */
export function checkGrouping(grouping: GroupingDeclaration, models: readonly ExtractModel[]): void {
  const refuse = refusalIn(grouping);
  const all = models.flatMap(({variables}) => variables.map(({variable}) => variable));
  const of = all.filter(({name}) => name === grouping.of);
  if (of.length === 0) {
    const names = [...new Set(all.map(({name}) => name))];
    throw refuse(`no dictionary has a variable "${grouping.of}". ${adviseOnName(grouping.of, names)}`);
  }
  const known = [...new Set(of.flatMap(({categories}) => categories.map(({name}) => name)))];
  const listed = grouping.groups.flatMap((group) => group.of === "rest" ? [] : group.of); // prettier-ignore
  const unknown = listed.find((name) => !known.includes(name));
  if (unknown !== undefined)
    throw refuse(`"${grouping.of}" has no category "${unknown}". ${adviseOnName(unknown, known)}`);
  refuseTwice("category", listed, refuse);
  refuseTwice("group", grouping.groups.map(({name}) => name), refuse); // prettier-ignore
  refuseTwice("label", grouping.groups.map(({label}) => label), refuse); // prettier-ignore
  if (grouping.groups.filter((group) => group.of === "rest").length > 1) {
    throw refuse('two groups are "rest". Name the categories of one of them.');
  }
  const rest = grouping.groups.find((group) => group.of === "rest");
  const answers = of.flatMap(({categories}) => restIn(categories));
  if (rest !== undefined && answers.every((name) => listed.includes(name))) {
    throw refuse(`the group "${rest.name}" is the rest, and every answer is in another group. Leave it out.`);
  }
  const reserved = grouping.groups.find(({name}) => meaningInQueries(name) !== undefined);
  if (reserved !== undefined) {
    throw refuse(`the name "${reserved.name}" has a meaning of its own in queries. Choose another.`);
  }
}

type Refuse = (message: string) => DictionaryError;

function refusalIn({name, position}: GroupingDeclaration): Refuse {
  return (message) => new DictionaryError(position, `variables, ${name}: ${message}`);
}

function refuseTwice(what: string, names: readonly string[], refuse: Refuse): void {
  const twice = names.find((name, at) => names.indexOf(name) !== at);
  if (twice !== undefined) throw refuse(`the ${what} "${twice}" stands here twice. Name each once.`);
}

/** Answers are in a group; none is in one only where the group names it. */
function restIn(left: readonly Category[]): readonly string[] {
  return left.filter(({role}) => role !== "not-stated").map(({name}) => name);
}

function namesAmong(names: readonly string[], categories: readonly Category[]): GroupedCategories["of"] {
  return names.filter((name) => categories.some((one) => one.name === name));
}
