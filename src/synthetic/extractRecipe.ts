import type {Project} from "../publication/index.ts";
import type {Answers} from "./client.ts";
import {columnNamed, type Layout} from "./layout.ts";
import type {MarginsPlace} from "./marginsFile.ts";
import type {ColumnMargin} from "./columnMarginSchema.ts";
import type {ExtractMargins} from "./marginsSchema.ts";
import type {Random} from "./random.ts";

/** All that is known before the first client of an extract is drawn. */
export interface ExtractRecipe {
  readonly project: Project;
  readonly name: string;
  readonly margins: ExtractMargins;
  readonly layout: Layout;
  readonly period: {readonly from: string; readonly to: string};
  readonly clients: number;
  /** Where the margins file says something of this extract. */
  readonly locate: (...path: readonly PropertyKey[]) => MarginsPlace;
  /** How each column is drawn, in the order of drawing. */
  readonly columns: readonly ColumnRecipe[];
}

/** A column with the margins that it follows. */
export interface ColumnRecipe {
  readonly name: string;
  readonly margin: ColumnMargin;
  readonly place: MarginsPlace;
  /** Whether the margins file says nothing of it. */
  readonly isDefault: boolean;
}

/** What a column is drawn for and by. */
export interface Draw {
  /** The clients with the answers drawn so far. */
  readonly clients: readonly Answers[];
  readonly random: Random;
}

/** The columns of the margins file, in its order, then those that it leaves to the defaults. */
export function columnRecipes(
  recipe: Omit<ExtractRecipe, "columns">,
  fallback: (column: string) => ColumnMargin,
): readonly ColumnRecipe[] {
  const named = Object.entries(recipe.margins.columns).map(([name, margin]) => {
    const place = recipe.locate("columns", name);
    columnNamed(recipe.layout, name, place);
    return {name, margin, place, isDefault: false};
  });
  // Conditions and dates rest on these, so that they come first where the file does not place them.
  const {table} = recipe.margins;
  const needed = [recipe.layout.dictionary.period, table?.rows, table?.columns];
  const others = [...recipe.layout.columns.keys()].filter((name) => !(name in recipe.margins.columns));
  const place = recipe.locate("columns");
  const byDefault = (name: string) => ({name, margin: fallback(name), place, isDefault: true});
  return [
    ...others.filter((name) => needed.includes(name)).map(byDefault),
    ...named,
    ...others.filter((name) => !needed.includes(name)).map(byDefault),
  ];
}
