import {lowerFirst} from "../words/letterCase.ts";
import type {Dimension} from "./figureData.ts";
import type {TidyPlace} from "./tidyRow.ts";

/**
 * A category as it is named in a figure of several variables: with its variable where another variable has a category
 * of the same name, so that "Yes" says to what; by its label alone otherwise.
 */
export function nameInFigure({variable, category}: TidyPlace, dimensions: readonly Dimension[]): string {
  const holders = dimensions.filter(({categories}) =>
    categories.some(({name, role}) => name === category.name && role === "value"),
  );
  const isNotStated = category.role === "not-stated" && dimensions.length > 1;
  const isShared = holders.length > 1 || isNotStated;
  return isShared ? `${variable.label}: ${lowerFirst(category.label)}` : category.label;
}
