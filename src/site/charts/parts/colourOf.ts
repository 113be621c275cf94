import type {DimensionCategory, Panel} from "../../tidy/figureData.ts";
import {ChartError} from "../ChartError.ts";
import type {Token} from "../theme.ts";

const series: readonly Token[] = [
  ...(["region", "population-1", "population-2", "population-3", "population-4"] as const),
  // Hues of categories that no population has.
  ...(["category-3", "category-4"] as const),
];

/** The colour of a panel: its population's, the same through the whole publication, or one that means no population. */
export function colourOf({place, heading}: Panel): Token {
  const token = series[place];
  if (token !== undefined) return token;
  throw new ChartError("", `there is no colour left for "${heading}": show fewer series`);
}

export interface Paint {
  readonly fill: Token;
  readonly on: Token;
}

// The accessible order without the two colours that mean prison and community wherever they appear.
const categories: readonly Paint[] = [
  {fill: "category-1", on: "on-category-1"},
  {fill: "category-2", on: "on-category-2"},
  {fill: "category-3", on: "on-category-3"},
  {fill: "category-4", on: "on-category-4"},
];

const amounts: readonly Paint[] = [
  {fill: "amount-5", on: "on-amount-5"},
  {fill: "amount-4", on: "on-amount-4"},
  {fill: "amount-3", on: "on-amount-3"},
  {fill: "amount-2", on: "on-amount-2"},
  {fill: "amount-1", on: "on-amount-1"},
];

const apart: Paint = {fill: "not-stated", on: "on-not-stated"};

/** Categories with an order of their own (age groups) get one hue from dark to light; others the accessible hues. */
export function paintsOf(all: readonly DimensionCategory[], isOrdered: boolean): ReadonlyMap<string, Paint> {
  const values = all.filter(({role}) => role === "value");
  const palette = isOrdered ? amounts : categories;
  if (values.length > palette.length) {
    throw new ChartError(
      "",
      `${String(values.length)} categories are too many colours to tell apart: use bars or dots`,
    );
  }
  const step = isOrdered && values.length > 1 ? (palette.length - 1) / (values.length - 1) : 1;
  const painted = values.map(({name}, index) => [name, palette[Math.round(index * step)] ?? apart] as const);
  const rest = all.filter(({role}) => role !== "value").map(({name}) => [name, apart] as const);
  return new Map([...painted, ...rest]);
}
