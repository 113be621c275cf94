import type {Variable} from "../../publication/index.ts";
import type {ExtractModel, ModelledVariable} from "../dictionary/variableModel.ts";

/**
 * Whether a variable of a release is one that the dictionary makes today: of the same name and categories, or, where no
 * variable of its name has them, of the same categories alone.
 */
export function sameVariable(modelled: ModelledVariable, variable: Variable, {variables}: ExtractModel): boolean {
  if (!hasSameCategories(modelled.variable, variable)) return false;
  if (modelled.variable.name === variable.name) return true;
  const named = variables.find((one) => one.variable.name === variable.name);
  if (named !== undefined && hasSameCategories(named.variable, variable)) return false;
  return variable.kind !== "number" && variables.find((one) => hasSameCategories(one.variable, variable)) === modelled;
}

function hasSameCategories(one: Variable, other: Variable): boolean {
  const told = ({kind, categories}: Variable): string =>
    [kind, ...categories.map(({name, role}) => `${name} ${role}`).sort()].join();
  return told(one) === told(other);
}
