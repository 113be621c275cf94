import type {Reads, Variable} from "../../publication/index.ts";
import {formVariables} from "../dictionary/formVariables.ts";
import {isAlike} from "../dictionary/isAlike.ts";
import type {ExtractModel} from "../dictionary/variableModel.ts";

/**
 * From which answers a variable of a release is read: as the release says; of an older one, that says nothing, as the
 * dictionary reads the variable of its name today, or where none has its categories, any that has. Nothing where none has.
 */
export function readsIn(variable: Variable, {variables}: ExtractModel): Reads | undefined {
  if (variable.reads !== undefined) return variable.reads;
  const today = [...variables.map((one) => one.variable), ...formVariables];
  const alike = today.filter((one) => isAlike(one, variable));
  const named = alike.find(({name}) => name === variable.name);
  return (named ?? (variable.kind === "number" ? undefined : alike[0]))?.reads;
}
