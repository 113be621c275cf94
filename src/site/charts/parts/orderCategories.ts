import {z} from "zod";
import {rowAt, type DimensionCategory, type FigureData} from "../../tidy/figureData.ts";
import {isHeldBack} from "../../tidy/isHeldBack.ts";
import {printedValue} from "../../tidy/printRow.ts";
import type {TidyRow} from "../../tidy/tidyRow.ts";

/** The option `sort` of the charts that rank. */
export const sortOption = z.enum(["published", "value"]).default("published");

/**
 * The categories of a figure's first variable in the order drawn: by the first panel's printed values where every value
 * ranked is published, because a place in a ranking would tell what the mark hides, and in published order otherwise;
 * values that are printed alike stay in published order. Places outside the region and "not stated" take no part and stay
 * last.
 */
export function orderCategories(data: FigureData, sort: z.output<typeof sortOption>): readonly DimensionCategory[] {
  const categories = data.dimensions[0]?.categories ?? [];
  const [first] = data.panels;
  if (first === undefined || sort === "published") return categories;
  const ranked = categories
    .filter(({role}) => role === "value")
    .map((category) => ({category, row: rowAt(first, [category.name])}));
  if (ranked.some(({row}) => row !== undefined && isHeldBack(row.cell))) return categories;
  const valueOf = (row: TidyRow | undefined): number => (row && printedValue(row)) ?? -Infinity;
  const byValue = ranked.toSorted((a, b) => valueOf(b.row) - valueOf(a.row)).map(({category}) => category);
  return [...byValue, ...categories.filter(({role}) => role !== "value")];
}
