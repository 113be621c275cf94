import {monthNames} from "../publication/index.ts";
import type {Form} from "./form.ts";
import type {ExtractRecipe} from "./extractRecipe.ts";

/** An extract as a file holds it: a header, then the forms by day, with form numbers in that order. */
export function formatExtract(recipe: ExtractRecipe, forms: readonly Form[]): string {
  const {dictionary} = recipe.layout;
  const names = dictionary.columns.map(({name}) => name);
  const serials = new Map(
    recipe.columns.flatMap(({name, margin}) => (margin.kind === "serial" ? [[name, margin.prefix] as const] : [])),
  );
  const rows = forms.toSorted(inOrder).map(({answers, extraFields = 0}, index) => {
    const fields = names.map((name) => {
      const prefix = serials.get(name);
      return prefix === undefined
        ? formatDate(recipe, answers[name] ?? "")
        : `${prefix}${String(index + 1).padStart(6, "0")}`;
    });
    return extraFields < 0 ? fields.slice(0, extraFields) : [...fields, ...Array.from({length: extraFields}, () => "")];
  });
  const line = (fields: readonly string[]) =>
    fields.map((field) => quote(field, dictionary.file.delimiter)).join(dictionary.file.delimiter);
  return `${[names, ...rows].map(line).join("\n")}\n`;
}

function inOrder(one: Form, other: Form): number {
  if (one.received !== other.received) return one.received < other.received ? -1 : 1;
  return one.order[0] - other.order[0] || one.order[1] - other.order[1];
}

const isoDate = /^(\d{4})-(\d{2})-(\d{2})$/;

/** A day in the dictionary's first format, at midnight where that has a time; ISO where it counts days. */
function formatDate({layout}: ExtractRecipe, text: string): string {
  const [format] = layout.dictionary.dates;
  const [, year = "", month = "", day = ""] = isoDate.exec(text) ?? [];
  if (year === "" || format?.kind !== "calendar") return text;
  const name = (monthNames[Number(month) - 1] ?? month).slice(0, 3);
  const written = {day, month, name, year, "short-year": year.slice(2)} as const;
  return format.parts.map((part) => written[part]).join(format.sign) + (format.hasTime ? " 00:00" : "");
}

function quote(field: string, delimiter: string): string {
  return field.includes(delimiter) || /["\r\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field;
}
