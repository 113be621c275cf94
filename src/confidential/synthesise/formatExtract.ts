import type {Form} from "./form.ts";
import type {ExtractPlan} from "./plan.ts";

/** An extract as a file holds it: a header, then the forms by day, with form numbers in that order. */
export function formatExtract(plan: ExtractPlan, forms: readonly Form[]): string {
  const {dictionary} = plan.layout;
  const names = dictionary.columns.map(({name}) => name);
  const serials = new Map(
    plan.columns.flatMap(({name, margin}) => (margin.kind === "serial" ? [[name, margin.prefix] as const] : [])),
  );
  const rows = forms.toSorted(inOrder).map(({answers, extraFields = 0}, index) => {
    const fields = names.map((name) => {
      const prefix = serials.get(name);
      return prefix === undefined
        ? formatDate(plan, answers[name] ?? "")
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

function formatDate({layout}: ExtractPlan, text: string): string {
  return layout.dictionary.dates[0] === "dd/mm/yyyy" ? text.replace(isoDate, "$3/$2/$1") : text;
}

function quote(field: string, delimiter: string): string {
  return field.includes(delimiter) || /["\r\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field;
}
