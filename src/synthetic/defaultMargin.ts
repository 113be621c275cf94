import type {CodedColumn, Layout} from "./layout.ts";
import type {ColumnMargin} from "./columnMarginSchema.ts";
import type {TableMargin} from "./marginsSchema.ts";

/**
 * How a column is drawn that the margins file says nothing of: plausible, never published. Earlier codes of a list are
 * the more frequent ones; one answer in twenty is not stated.
 */
export function defaultMargin(layout: Layout, table: TableMargin | undefined, column: CodedColumn): ColumnMargin {
  const {dictionary} = layout;
  if (column.name === table?.rows || column.name === table?.columns) return {kind: "spread", weights: {}, leans: []};
  if (column.name === dictionary.client) return {kind: "reference", prefix: "CANARY-"};
  if (column.type === "text") return column.unique ? {kind: "serial", prefix: "F"} : {kind: "letter"};
  if (column.type === "date") return defaultDate(layout, column);
  if (column.type === "number") return defaultNumber(column);
  const names = column.codes.filter(({role, code}) => role === "value" && code !== "").map(({name}) => name);
  if (column.type === "codes") {
    return {kind: "options", stated: 70, options: decreasing(names, 50), leans: []};
  }
  return {
    kind: "shares",
    shares: {...inAll(names, column.required ? 100 : 95), ...(!column.required && {"not-stated": "rest" as const})},
    equal: [],
    weights: {},
    leans: [],
    rules: [],
    "differs-from": [],
  };
}

function defaultNumber({decimals, from, to, required}: Extract<CodedColumn, {type: "number"}>): ColumnMargin {
  const scale = 10 ** decimals;
  const shares = {any: required ? 100 : 95, ...(!required && {"not-stated": "rest" as const})};
  return {kind: "number", bands: {any: [from / scale, to / scale]}, shares, leans: [], rules: []};
}

function defaultDate({dictionary}: Layout, column: CodedColumn): ColumnMargin {
  if (column.name === dictionary.period) return {kind: "in-period"};
  const isBirth = dictionary.variables.some(
    (variable) => variable.kind === "span" && variable.span.in === "years" && variable.span.from === column.name,
  );
  if (isBirth) {
    const bands = {adult: [18, 70] as [number, number]};
    const density: [number, number][] = [
      [18, 4],
      [28, 8],
      [45, 3],
      [70, 0.2],
    ];
    return {
      kind: "born",
      before: dictionary.period,
      bands,
      shares: {adult: 98, "not-stated": "rest"},
      density,
      leans: [],
      rules: [],
    };
  }
  return {
    kind: "days-after",
    column: dictionary.period,
    "at-least": 0,
    "up-to": 28,
    spans: [],
    "not-stated": column.required ? 0 : 5,
    leans: [],
    rules: [],
  };
}

/** Percentages in the proportions 1, 1/2, 1/3 …, from the largest down. */
function decreasing(names: readonly string[], largest: number): Record<string, number> {
  return Object.fromEntries(names.map((name, index) => [name, largest / (index + 1)]));
}

/** The same proportions, adding up to a percentage. */
function inAll(names: readonly string[], percent: number): Record<string, number> {
  const sum = names.reduce((total, _, index) => total + 1 / (index + 1), 0);
  return decreasing(names, percent / sum);
}
