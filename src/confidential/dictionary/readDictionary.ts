import {oncePerProject, type Project} from "../../publication/index.ts";
import {tidyLabel} from "../../intake/index.ts";
import {checkDictionary} from "./checkDictionary.ts";
import type {Band, Column, CrossRule, Dictionary, ImpossibleAnswers, DictionaryVariable} from "./dictionary.ts";
import {DictionaryError, type FilePosition} from "./DictionaryError.ts";
import {dictionarySchema, type DictionaryFile, type WrittenBand} from "./dictionarySchema.ts";
import {parseYaml} from "./parseYaml.ts";
import {readNamedFile} from "./readNamedFile.ts";
import {overFormsColumns, overFormsName, type AskedOverForms} from "./overForms.ts";
import {inSteps} from "./steps.ts";

/**
 * Reads and checks `data/dictionaries/<name>.yaml`.
 * Throws DictionaryError with file, line and column for bad YAML, an unknown field, or a name that stands for nothing.
 */
export const readDictionary = oncePerProject((project: Project, name: string): Dictionary => {
  const {content, locate} = parseYaml(readNamedFile(project, "data/dictionaries", `${name}.yaml`), dictionarySchema);
  const columns = Object.entries(content.columns).map(([columnName, column]) =>
    readColumn({name: columnName, position: locate("columns", columnName)}, column),
  );
  const dictionary: Dictionary = {
    name: content.name,
    title: content.title,
    file: {
      delimiter: content.file.delimiter,
      brokenRows: content.file["broken-rows"],
      quarantinedForms: content.file["quarantined-forms"],
      droppedAnswers: content.file["dropped-answers"],
    },
    blank: [...new Set(["", ...content.blank.map(tidyLabel)])],
    dates: content.dates,
    ...(content.client !== undefined && {client: content.client}),
    ...(content.period !== undefined && {period: content.period}),
    standsForClient: content["stands-for-client"] ?? [],
    columns,
    overForms: overFormsColumns(
      Object.entries(content.variables).flatMap(([variable, written]) => {
        const asked = readOverForms(written);
        return asked === undefined ? [] : [{...asked, position: locate("variables", variable)}];
      }),
      columns,
    ),
    rules: content.rules.map(readRule),
    impossible: content.impossible.map((one, index) => readImpossible(one, locate("impossible", index))),
    variables: Object.entries(content.variables).map(([variableName, variable]) =>
      readVariable({name: variableName, position: locate("variables", variableName)}, variable, content),
    ),
  };
  checkDictionary(dictionary, name, locate);
  return dictionary;
});

interface Placed {
  readonly name: string;
  readonly position: FilePosition;
}

function readColumn({name, position}: Placed, column: DictionaryFile["columns"][string]): Column {
  if (column.type === "count") return {name, required: true, ...column};
  if (column.type !== "number") return {name, ...column};
  const {decimals = 0} = column;
  const limit = (number: number): number => stepsAt(number, {decimals, position});
  return {name, ...column, decimals, from: limit(column.from), to: limit(column.to)};
}

/** A number of the dictionary in steps. Throws DictionaryError where it has more decimals than what it is a limit of. */
function stepsAt(number: number, {decimals, position}: {decimals: number; position: FilePosition}): number {
  const steps = inSteps(number, decimals);
  if (steps !== undefined) return steps;
  const most = decimals === 0 ? "no decimals" : `${String(decimals)} decimal${decimals === 1 ? "" : "s"}`;
  throw new DictionaryError(position, `${String(number)} is finer than the number, which has ${most}. Round it.`);
}

function readRule({name, title, holds, otherwise}: DictionaryFile["rules"][number]): CrossRule {
  const [left = "", operator = "", right = ""] = holds.split(" ");
  const [action, blank = ""] = otherwise.split(" ");
  return {
    name,
    title,
    left,
    operator: operator as CrossRule["operator"],
    right,
    otherwise: action === "quarantine" ? "quarantine" : {blank},
  };
}

function readImpossible(
  {where, ...rest}: DictionaryFile["impossible"][number],
  position: FilePosition,
): ImpossibleAnswers {
  const named = Object.entries(where).map(([column, codes]) =>
    Array.isArray(codes) ? {column, codes, isNot: false} : {column, codes: codes.not, isNot: true},
  );
  return {...rest, where: named, position};
}

function readVariable(
  {name, position}: Placed,
  variable: DictionaryFile["variables"][string],
  file: DictionaryFile,
): DictionaryVariable {
  const {label, who} = variable;
  const common = {name, label, position, ...(who !== undefined && {who})};
  const overForms = readOverForms(variable);
  const over = overForms && overFormsName(overForms.over);
  if ("how-many" in variable) return {...common, kind: "number", column: over ?? "", unit: variable.unit};
  if ("any" in variable) return {...common, kind: "from", from: over ?? ""};
  if ("from" in variable)
    return readCoded(common, variable, typeof variable.from === "string" ? variable.from : (over ?? ""));
  if ("number" in variable) return {...common, kind: "number", column: variable.number, unit: variable.unit};
  if ("unit" in variable) return {...common, ...readSpan(variable)};
  if ("bands" in variable) {
    const {of, groups} = variable.bands;
    return {...common, kind: "bands", of, groups: readGroups(groups, {decimals: decimalsOf(of, file), position})};
  }
  if ("any-of" in variable) return {...common, kind: "any-of", anyOf: variable["any-of"]};
  if ("period" in variable) {
    const {of, ...divided} = variable.period;
    return {...common, kind: "period", of, divided};
  }
  return {...common, kind: "answered", column: variable.answered};
}

/** What a variable asks of all forms of a client; nothing where it asks the form that stands for them. */
function readOverForms(variable: WrittenVariable): Omit<AskedOverForms, "position"> | undefined {
  if ("how-many" in variable) return {over: {take: "number"}, most: variable.most};
  if ("any" in variable) return {over: {take: "any", of: variable.any, codes: [...new Set(variable.is)].sort()}};
  if (!("from" in variable) || typeof variable.from === "string") return undefined;
  if ("first" in variable.from) return {over: {take: "first", of: variable.from.first}};
  return {over: {take: "last", of: variable.from.last}};
}

type WrittenVariable = DictionaryFile["variables"][string];

/** A variable of codes; `from` is the column that it is read from, of the extract or of answers over all forms. */
function readCoded(
  common: Placed & {readonly label: string},
  variable: Extract<WrittenVariable, {from: unknown}>,
  from: string,
): DictionaryVariable {
  if ("area" in variable) return {...common, kind: "area", from};
  if ("grouped" in variable) return {...common, kind: "grouped", from, grouped: variable.grouped};
  if (!("in-region" in variable)) return {...common, kind: "from", from};
  const {inside, elsewhere, "not-stated": notStated} = variable["in-region"];
  return {...common, kind: "in-region", from, inRegion: {inside, elsewhere, notStated}};
}

type SpanVariable = Extract<
  DictionaryFile["variables"][string],
  {years: object} | {months: object} | {weeks: object} | {days: object}
>;

function readSpan(variable: SpanVariable): Omit<Extract<DictionaryVariable, {kind: "span"}>, keyof Placed | "label"> {
  const {unit, between} = variable;
  const span = (): Extract<DictionaryVariable, {kind: "span"}>["span"] => {
    if ("years" in variable) return {in: "years", ...variable.years};
    if ("months" in variable) return {in: "months", ...variable.months};
    return "weeks" in variable ? {in: "weeks", ...variable.weeks} : {in: "days", ...variable.days};
  };
  return {kind: "span", span: span(), unit, between};
}

/** Decimals of a number that is divided into groups; a span has none, and neither has what is no number. */
function decimalsOf(name: string, {variables, columns}: DictionaryFile): number {
  const variable = variables[name];
  const column = variable && "number" in variable ? columns[variable.number] : undefined;
  return column?.type === "number" ? (column.decimals ?? 0) : 0;
}

function readGroups(
  groups: readonly WrittenBand[],
  place: {decimals: number; position: FilePosition},
): readonly Band[] {
  return groups.map(({from, to, ...group}) => ({
    ...group,
    ...(from !== undefined && {from: stepsAt(from, place)}),
    ...(to !== undefined && {to: stepsAt(to, place)}),
  }));
}
