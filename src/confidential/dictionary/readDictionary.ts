import {oncePerProject, type Project} from "../../publication/index.ts";
import {tidyLabel} from "../../intake/index.ts";
import {checkDictionary} from "./checkDictionary.ts";
import type {CrossRule, Dictionary, ImpossibleAnswers, DictionaryVariable} from "./dictionary.ts";
import type {FilePosition} from "./DictionaryError.ts";
import {dictionarySchema, type DictionaryFile} from "./dictionarySchema.ts";
import {parseYaml} from "./parseYaml.ts";
import {readNamedFile} from "./readNamedFile.ts";

/**
 * Reads and checks `data/dictionaries/<name>.yaml`.
 * Throws DictionaryError with file, line and column for bad YAML, an unknown field, or a name that stands for nothing.
 */
export const readDictionary = oncePerProject((project: Project, name: string): Dictionary => {
  const {content, locate} = parseYaml(readNamedFile(project, "data/dictionaries", `${name}.yaml`), dictionarySchema);
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
    client: content.client,
    period: content.period,
    standsForClient: content["stands-for-client"],
    columns: Object.entries(content.columns).map(([columnName, column]) => ({name: columnName, ...column})),
    rules: content.rules.map(readRule),
    impossible: content.impossible.map((one, index) => readImpossible(one, locate("impossible", index))),
    variables: Object.entries(content.variables).map(([variableName, variable]) =>
      readVariable({name: variableName, position: locate("variables", variableName)}, variable),
    ),
  };
  checkDictionary(dictionary, name, locate);
  return dictionary;
});

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
  {name, position}: {name: string; position: FilePosition},
  variable: DictionaryFile["variables"][string],
): DictionaryVariable {
  const {label, who} = variable;
  const common = {name, label, position, ...(who !== undefined && {who})};
  if ("area" in variable) return {...common, kind: "area", from: variable.from};
  if ("grouped" in variable) return {...common, kind: "grouped", from: variable.from, grouped: variable.grouped};
  if ("in-region" in variable) {
    const {inside, elsewhere, "not-stated": notStated} = variable["in-region"];
    return {...common, kind: "in-region", from: variable.from, inRegion: {inside, elsewhere, notStated}};
  }
  if ("from" in variable) return {...common, kind: "from", from: variable.from};
  if ("years" in variable) {
    return {...common, kind: "years", years: variable.years, unit: variable.unit, between: variable.between};
  }
  if ("bands" in variable) return {...common, kind: "bands", of: variable.bands.of, groups: variable.bands.groups};
  if ("any-of" in variable) return {...common, kind: "any-of", anyOf: variable["any-of"]};
  if ("period" in variable) {
    const {of, ...divided} = variable.period;
    return {...common, kind: "period", of, divided};
  }
  return {...common, kind: "answered", column: variable.answered};
}
