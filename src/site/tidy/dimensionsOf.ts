import {mergeCategories, readQuantity, type AskedPlace, type Category, type Reads} from "../../publication/index.ts";
import type {Dimension, DimensionCategory} from "./figureData.ts";
import type {ReadRow} from "./readRows.ts";

const total: DimensionCategory = {name: "total", code: "", label: "Total", role: "total"};

/** The dimensions of a figure: by position, so that `area` of a reference and `residence` of a population can meet. */
export function dimensionsOf(parts: readonly {readonly rows: readonly ReadRow[]}[]): readonly Dimension[] {
  const depth = Math.max(0, ...parts.flatMap(({rows}) => rows.map(({row}) => row.place.length)));
  return Array.from({length: depth}, (_, index) => dimensionAt(parts, index));
}

function dimensionAt(parts: readonly {readonly rows: readonly ReadRow[]}[], index: number): Dimension {
  const lists = parts.map(({rows}) => categoriesAt(rows, index));
  const first = parts[0]?.rows[0];
  const variable = first?.row.place[index]?.variable;
  const asked = first?.asked.place[index]?.variable;
  const hasTotal = parts.some(({rows}) => rows.some(({row}) => row.place[index]?.category.role === "total"));
  const categories = mergeCategories(lists).map(({name, code, label, role}) => ({name, code, label, role}));
  return {
    name: variable?.name ?? "",
    label: variable?.label ?? "",
    isMulti: asked?.kind === "multi",
    isOrdered: isOrdered(asked?.reads),
    categories: hasTotal ? [...categories, total] : categories,
  };
}

/** Bands of a number and periods have an order of their own. */
function isOrdered(reads: Reads | undefined): boolean {
  return reads !== undefined && (reads.as === "period" || readQuantity(reads)?.bands !== undefined);
}

function categoriesAt(rows: readonly ReadRow[], index: number): readonly Category[] {
  const categories = rows.flatMap(({row, asked}) => categoryOf(asked.place[index], row.place[index]?.category));
  return [...new Map(categories.map((category) => [category.name, category])).values()];
}

function categoryOf(place: AskedPlace | undefined, tidy: DimensionCategory | undefined): readonly Category[] {
  if (place) return place.category === "total" ? [] : [place.category];
  // A single cell that stands as a category of its own has no category in the vocabulary.
  if (tidy === undefined || tidy.role === "total") return [];
  return [{...tidy, role: tidy.role, text: tidy.label}];
}
