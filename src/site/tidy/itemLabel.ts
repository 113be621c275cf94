import {lowerFirst} from "../words/letterCase.ts";
import type {TidyPlace} from "./tidyRow.ts";

/** A category that stands by itself: "Problematic drug user" for a yes, "Sex: not stated" otherwise. */
export function itemLabel({variable, category}: TidyPlace): string {
  return category.name === "yes" ? variable.label : `${variable.label}: ${lowerFirst(category.label)}`;
}
