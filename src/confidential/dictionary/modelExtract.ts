import {
  oncePerProject,
  readRegions,
  type Period,
  type Project,
  type Report,
  type Variable,
} from "../../publication/index.ts";
import {checkAnyCodes} from "./checkOverForms.ts";
import {checkList} from "./checkList.ts";
import type {CodeList} from "./codeList.ts";
import {
  checkRegions,
  needExtraColumn,
  needValue,
  readAreas,
  readGroups,
  readInRegion,
  readPlain,
  type CodeReading,
} from "./codeVariable.ts";
import {notStatedCategory, yesNoCategories} from "./commonCategories.ts";
import type {Dictionary, DictionaryVariable} from "./dictionary.ts";
import {DictionaryFaults} from "./DictionaryError.ts";
import {fillWithin} from "./fillWithin.ts";
import {impossibleRows} from "./impossibleRows.ts";
import {answerColumn, anyFormList} from "./overForms.ts";
import {readPeriods} from "./periodVariable.ts";
import {readCodeList} from "./readCodeList.ts";
import {readDictionary} from "./readDictionary.ts";
import {readsOf} from "./readsOf.ts";
import type {ExtractModel, ModelledVariable, QuantitySource, RowAnswer} from "./variableModel.ts";

type Definition<Kind> = Extract<DictionaryVariable, {kind: Kind}>;

interface Context {
  readonly dictionary: Dictionary;
  readonly list: (name: string) => CodeList;
  readonly region: Report["region"];
  readonly window: Period;
}

/** Of whom and when an extract is read. */
export interface ModelSetting {
  readonly region: Report["region"];
  readonly window: Period;
}

/**
 * Reads a dictionary with its code lists and works out every variable for a region and the days that are counted.
 * Throws DictionaryError with file, line and column of all that is wrong.
 */
export const modelExtract = oncePerProject(
  (project: Project, dictionaryName: string, {region, window}: ModelSetting): ExtractModel => {
    const dictionary = readDictionary(project, dictionaryName);
    const lists = new Map(asksAnyForm(dictionary) ? [[anyFormList.name, anyFormList]] : []);
    const list = (name: string): CodeList => {
      const known = lists.get(name) ?? readCodeList(project, name);
      lists.set(name, known);
      return known;
    };
    const faults = new DictionaryFaults();
    for (const column of dictionary.columns) {
      if ("list" in column) faults.attempt(() => checkList(column, list(column.list)));
    }
    for (const one of dictionary.overForms) {
      const {over} = one;
      if (over.take === "any") faults.attempt(() => checkAnyCodes(one, listOf(over.of, {dictionary, list})));
    }
    for (const impossible of dictionary.impossible)
      faults.attempt(() => impossibleRows(impossible, {dictionary, lists}));
    const regions = readRegions(project).map(({name}) => name);
    const places = dictionary.variables.filter((one) => one.kind === "area" || one.kind === "in-region");
    for (const {from} of places) faults.attempt(() => checkRegions(listOf(from, {dictionary, list}), regions));
    const context = {dictionary, list, region, window};
    const modelled = dictionary.variables.flatMap(
      (definition) => faults.attempt(() => modelVariable(definition, context)) ?? [],
    );
    faults.throwIfAny();
    const variables = fillWithin(modelled);
    return {dictionary, lists, window, variables: variables.map((one) => withReads(one, {dictionary, lists}))};
  },
  (dictionaryName, {region, window}) => JSON.stringify([dictionaryName, region, window.from, window.to]),
);

function asksAnyForm({overForms}: Dictionary): boolean {
  return overForms.some(({over}) => over.take === "any");
}

function withReads({variable, source}: ModelledVariable, model: Pick<ExtractModel, "dictionary" | "lists">) {
  return {variable: {...variable, reads: readsOf({variable, source}, model)}, source};
}

function modelVariable(definition: DictionaryVariable, context: Context): ModelledVariable {
  switch (definition.kind) {
    case "from":
      return modelPlain(definition, context);
    case "area":
      return coded(definition, readAreas(definition, listOf(definition.from, context), context.region));
    case "in-region":
      return coded(definition, readInRegion(definition, listOf(definition.from, context), context.region));
    case "grouped": {
      const list = listOf(definition.from, context);
      needExtraColumn(definition, list, definition.grouped.column);
      return coded(definition, readGroups(definition, list, context.list(definition.grouped.list)));
    }
    case "span":
    case "number": {
      const {name, label, unit} = definition;
      const source = quantitySource(definition, context.dictionary);
      const decimals = source.kind === "number" && source.decimals > 0 ? {decimals: source.decimals} : {};
      return {variable: {name, label, kind: "number", unit, ...decimals, categories: []}, source};
    }
    case "bands":
      return modelBands(definition, context);
    case "any-of":
      return modelAnyOf(definition, context);
    case "answered":
      return modelAnswered(definition, context);
    case "period": {
      const {categories, source} = readPeriods(definition, context.window);
      return {variable: category(definition, categories), source};
    }
  }
}

function modelPlain(definition: Definition<"from">, context: Context): ModelledVariable {
  const reading = readPlain(listOf(definition.from, context));
  const column = answerColumn(definition.from, context.dictionary);
  if (column?.type !== "codes") return coded(definition, reading);
  const categories = reading.categories.filter(({role}) => role !== "not-stated");
  return {
    variable: {name: definition.name, label: definition.label, kind: "multi", categories},
    source: {kind: "multi", column: definition.from, categoryOfRow: reading.categoryOfRow},
  };
}

function coded(
  definition: DictionaryVariable & {readonly from: string},
  {categories, categoryOfRow, blank}: CodeReading,
): ModelledVariable {
  return {
    variable: category(definition, categories),
    source: {kind: "code", column: definition.from, categoryOfRow, blank},
  };
}

function modelBands(definition: Definition<"bands">, {dictionary}: Context): ModelledVariable {
  const number = dictionary.variables.find(({name}) => name === definition.of);
  if (number?.kind !== "span" && number?.kind !== "number") {
    throw new Error(`checkDictionary let "${definition.of}" pass`);
  }
  const bands = definition.groups.map(({name, label, text}) => ({name, code: "", label, text, role: "value"}) as const);
  return {
    variable: category(definition, [...bands, notStatedCategory]),
    source: {kind: "bands", of: quantitySource(number, dictionary), groups: definition.groups},
  };
}

function modelAnyOf(definition: Definition<"any-of">, context: Context): ModelledVariable {
  const {columns, column: asked, is} = definition.anyOf;
  const sources = columns.map((column) => {
    const list = listOf(column, context);
    needExtraColumn(definition, list, asked);
    needValue(definition, list, {column: asked, value: is});
    const holdsOfRow = list.rows.map(({role, extra}): RowAnswer => {
      if (role === "not-stated") return "not-stated";
      return extra[asked] === is ? "yes" : "no";
    });
    return {column, holdsOfRow};
  });
  return {
    variable: category(definition, [...yesNoCategories, notStatedCategory]),
    source: {kind: "any-of", columns: sources},
  };
}

/** Whether a question with several answers has any is known from the variable that lists them. */
function modelAnswered(definition: Definition<"answered">, {dictionary}: Context): ModelledVariable {
  const {column} = definition;
  const several = dictionary.columns.find(({name, type}) => name === column && type === "codes");
  const listing = dictionary.variables.find((one) => one.kind === "from" && several && one.from === column);
  const [yes, ...others] = yesNoCategories;
  const known = listing && yes ? [{...yes, anyOf: listing.name}, ...others] : yesNoCategories;
  return {variable: category(definition, known), source: {kind: "answered", column}};
}

function category({name, label, who}: DictionaryVariable, categories: Variable["categories"]): Variable {
  return {name, label, ...(who !== undefined && {who}), kind: "category", categories};
}

function quantitySource(definition: Definition<"span"> | Definition<"number">, dictionary: Dictionary): QuantitySource {
  if (definition.kind === "span") return {kind: "span", ...definition.span, between: definition.between};
  const column = answerColumn(definition.column, dictionary);
  if (column?.type !== "number") throw new Error(`checkDictionary let column "${definition.column}" pass`);
  return {kind: "number", column: column.name, decimals: column.decimals, between: [column.from, column.to]};
}

function listOf(columnName: string, {dictionary, list}: Pick<Context, "dictionary" | "list">): CodeList {
  const column = answerColumn(columnName, dictionary);
  if (!column || !("list" in column)) throw new Error(`checkDictionary let column "${columnName}" pass`);
  return list(column.list);
}
