import {z} from "zod";
import {rowAt, type DimensionCategory, type FigureData} from "../../figures/figureData.ts";
import {isHeldBack} from "../../figures/isHeldBack.ts";
import {exactValue} from "../../figures/printRow.ts";
import type {TidyRow} from "../../figures/tidyRow.ts";
import {ChartError} from "../ChartError.ts";

/** The option `sort` of the charts that rank. */
export const sortOption = z.enum(["published", "value"]).default("published");

/**
 * The categories of a figure's only dimension in the order drawn: by the first panel's values where every value ranked
 * is published, because a place in a ranking would tell what the mark hides, and in published order otherwise. Places
 * outside the region and "not stated" take no part and stay last.
 */
export function orderCategories(data: FigureData, sort: z.output<typeof sortOption>): readonly DimensionCategory[] {
  const categories = data.dimensions[0]?.categories ?? [];
  const [first] = data.panels;
  if (first === undefined || sort === "published") return categories;
  const ranked = categories
    .filter(({role}) => role === "value")
    .map((category) => ({category, row: rowAt(first, [category.name])}));
  if (ranked.some(({row}) => row !== undefined && isHeldBack(row.cell))) return categories;
  const valueOf = (row: TidyRow | undefined): number => (row && exactValue(row)) ?? -Infinity;
  const byValue = ranked.toSorted((a, b) => valueOf(b.row) - valueOf(a.row)).map(({category}) => category);
  return [...byValue, ...categories.filter(({role}) => role !== "value")];
}

/** Throws ChartError where a figure has not the number of dimensions that a chart draws. */
export function requireDimensions(chart: string, data: FigureData, allowed: readonly number[]): void {
  const found = data.dimensions.length;
  if (allowed.includes(found)) return;
  const wanted = allowed.map(String).join(" or ");
  throw new ChartError(chart, "", `the query spreads over ${String(found)} variables and this chart draws ${wanted}`);
}
