import {isWholeMonths, periodsWithin, type Combination, type Period, type Variable} from "../../publication/index.ts";
import {notStatedCategory} from "./commonCategories.ts";
import type {DictionaryVariable} from "./dictionary.ts";
import {DictionaryError} from "./DictionaryError.ts";
import {formVariables} from "./formVariables.ts";
import type {ExtractModel, ModelledVariable, PeriodSource} from "./variableModel.ts";

type Definition = Extract<DictionaryVariable, {kind: "period"}>;

const notStated = notStatedCategory.name;

/**
 * The categories of a variable of periods: those of the days that are counted, in their order. Throws DictionaryError where
 * these are no whole months, because a part of one would stand under the name of all of it.
 */
export function readPeriods(
  {name, of, divided, position}: Definition,
  window: Period,
): {readonly categories: Variable["categories"]; readonly source: PeriodSource} {
  if (!isWholeMonths(window)) {
    const message = `"${name}" divides time into months or longer, and the report counts from ${window.from} to ${window.to}.`;
    throw new DictionaryError(position, `${message} Begin its period with a month and end it with one.`);
  }
  const periods = periodsWithin(divided, window);
  const own = periods.map(
    ({name: period, label, text}) => ({name: period, code: "", label, text, role: "value"}) as const,
  );
  return {categories: [...own, notStatedCategory], source: {kind: "period", column: of, divided, periods}};
}

/** The category of each period of a finer variable among those of a coarser one; nothing where one lies in several. */
export function periodsInside(fine: PeriodSource, coarse: PeriodSource): ReadonlyMap<string, string> | undefined {
  if (fine.column !== coarse.column) return undefined;
  const found = new Map([[notStated, notStated]]);
  for (const {name, from, to} of fine.periods) {
    const around = coarse.periods.find((one) => one.from <= from && to <= one.to);
    if (around === undefined) return undefined;
    found.set(name, around.name);
  }
  return found;
}

/** Whether a variable tells apart the dates by which forms are selected: one of every form that is counted. */
function isOfSelection({source}: ModelledVariable, {dictionary}: Pick<ExtractModel, "dictionary">): boolean {
  return source.kind === "period" && source.column === dictionary.period;
}

/** The variables of clients: the date that selects their forms is always one of those that are counted. */
export function withoutUnselected(model: ExtractModel): readonly Variable[] {
  return model.variables.map((modelled) => {
    const {variable} = modelled;
    if (!isOfSelection(modelled, model)) return variable;
    return {...variable, categories: variable.categories.filter(({name}) => name !== notStated)};
  });
}

/** By what became of a form, whether the date that selects it lies in what is counted, does not, or may. */
const selected: Readonly<Record<string, "always" | "never" | "perhaps">> = {
  ...{counted: "always", superseded: "always", "outside-period": "never", quarantined: "perhaps"},
  ...{yes: "always", no: "perhaps"},
  ...{inside: "always", outside: "never", unreadable: "never"},
};

/** Of forms: that the date which selects them lies in some period exactly where it is inside what is counted. */
export function selectionCombinations(model: ExtractModel): readonly Combination[] {
  return model.variables
    .filter((one) => isOfSelection(one, model))
    .flatMap(({variable: {name, categories}}) =>
      formVariables.map((own): Combination => {
        const possible = categories.flatMap((category) =>
          own.categories.flatMap((stands) => {
            const when = selected[stands.name];
            const canBe = when === "perhaps" || (when === "always") === (category.name !== notStated);
            return canBe ? [[category.name, stands.name]] : [];
          }),
        );
        return {variables: [name, own.name], possible};
      }),
    );
}
