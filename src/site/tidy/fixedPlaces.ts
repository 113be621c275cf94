import {stated, type Population, type Variable} from "../../publication/index.ts";
import type {TidyPlace} from "./tidyRow.ts";

/** What makes a population a part of another: one place for every variable, none where it is a whole. */
export function partPlaces({variables, partOf}: Pick<Population, "variables" | "partOf">): readonly TidyPlace[] {
  return Object.entries(partOf?.at ?? {}).flatMap(([name, category]) => {
    const variable = variables.find((candidate) => candidate.name === name);
    return variable ? [fixedPlace(variable, category)] : [];
  });
}

/** A category of a variable that a query, or a population, fixes. */
export function fixedPlace({name, label, categories}: Variable, asked: string): TidyPlace {
  const category = categories.find((candidate) => candidate.name === asked);
  const answered = {name: stated, code: "", label: "Stated", role: "value"} as const;
  if (category === undefined) return {variable: {name, label}, category: {...answered, name: asked}};
  const {code, label: called, role} = category;
  return {variable: {name, label}, category: {name: category.name, code, label: called, role}};
}
