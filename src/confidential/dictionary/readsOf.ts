import {bandsRead, type CodesByCategory, type OverForms, type Reads} from "../../publication/index.ts";
import type {CodeList} from "./codeList.ts";
import type {Band} from "./dictionary.ts";
import {answerColumn} from "./overForms.ts";
import type {ExtractModel, ModelledVariable, QuantitySource, VariableSource} from "./variableModel.ts";

type Source<Kind extends VariableSource["kind"]> = Extract<VariableSource, {kind: Kind}>;
type Model = Pick<ExtractModel, "dictionary" | "lists">;

/** From which answers a variable is read, as a release says it: by the dictionary and its code lists alone. */
export function readsOf({variable, source}: ModelledVariable, model: Model): Reads {
  const names = variable.categories.map(({name}) => name);
  switch (source.kind) {
    case "code":
      return {as: "code", ...overOf(source.column, model), ...coded(source, names, model), blank: source.blank};
    case "multi":
      return {as: "codes", ...coded(source, names, model)};
    case "span":
    case "number":
      return numberRead(source, model);
    case "bands": {
      const reads = bandsRead(numberRead(source.of, model), Object.fromEntries(source.groups.map(endsOf)));
      if (reads === undefined) throw new Error(`${variable.name} has groups of what is no number`);
      return reads;
    }
    case "any-of":
      return {as: "any-of", columns: source.columns.map((one) => anyOfColumn(one, model))};
    case "period": {
      const {column, divided, periods} = source;
      const categories = Object.fromEntries(periods.map(({name, from, to}) => [name, [from, to] as const]));
      const selects = column === model.dictionary.period && ({selects: true} as const);
      const year = "year" in divided && divided.year !== "edition" && {year: divided.year};
      return {as: "period", column, in: divided.in, ...year, ...selects, categories};
    }
    case "answered": {
      const column = model.dictionary.columns.find(({name}) => name === source.column);
      return {as: "answered", column: source.column, ...(column && "list" in column && {list: column.list})};
    }
  }
}

/** How a column is taken from all forms of a client, where it is, as a release says it. */
function overOf(name: string, model: Model): {readonly over?: OverForms} {
  const over = model.dictionary.overForms.find((one) => one.name === name)?.over;
  if (over === undefined) return {};
  return {over: over.take === "any" ? {...over, codes: codesMeant(over, model)} : over};
}

/** The codes of a list that make an answer over all forms a yes, in the order of the list. */
export function codesMeant({of, codes}: Extract<OverForms, {take: "any"}>, model: Model): readonly string[] {
  const list = listOf(of, model);
  const named = codesOf(list);
  return list.rows.flatMap(({code}, row) => (codes.includes(code) ? [named[row] ?? code] : []));
}

function numberRead(source: QuantitySource, model: Model): Reads {
  const {between} = source;
  if (source.kind === "span") return {as: source.in, from: source.from, to: source.to, between};
  const {column, decimals} = source;
  return {as: "number", column, ...overOf(column, model), ...(decimals > 0 && {decimals}), between};
}

function coded({column, categoryOfRow}: Source<"code" | "multi">, names: readonly string[], model: Model) {
  const list = listOf(column, model);
  const codes = codesOf(list);
  const codesIn = (category: string): readonly string[] => codes.filter((_, row) => categoryOfRow[row] === category);
  const categories: CodesByCategory = Object.fromEntries(names.map((name) => [name, codesIn(name)]));
  return {column, list: list.name, categories};
}

function endsOf({name, from, to}: Band): readonly [string, readonly [number | null, number | null]] {
  return [name, [from ?? null, to ?? null]];
}

function anyOfColumn({column, holdsOfRow}: Source<"any-of">["columns"][number], model: Model) {
  const list = listOf(column, model);
  const codes = codesOf(list);
  const saying = (answer: "yes" | "no"): readonly string[] => codes.filter((_, row) => holdsOfRow[row] === answer);
  return {column, list: list.name, yes: saying("yes"), no: saying("no")};
}

/** The code of every row; one that stands in the list twice with the day from which it has this meaning. */
export function codesOf({rows}: CodeList): readonly string[] {
  const seen = Map.groupBy(rows, ({code}) => code);
  return rows.map(({code, validFrom}) => {
    const isTwice = (seen.get(code)?.length ?? 0) > 1;
    return isTwice && validFrom !== undefined ? `${code} from ${validFrom}` : code;
  });
}

function listOf(columnName: string, {dictionary, lists}: Model): CodeList {
  const column = answerColumn(columnName, dictionary);
  const list = column && "list" in column ? lists.get(column.list) : undefined;
  if (list === undefined) throw new Error(`checkDictionary let column "${columnName}" pass`);
  return list;
}
