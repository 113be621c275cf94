import type {CategoryRole, Query, Mark, Standing} from "../../publication/index.ts";
import type {Cell} from "../../release/index.ts";
import type {Change} from "./changesOf.ts";
import type {TidyRow} from "./tidyRow.ts";

/** What a figure or table shows, ready to be drawn, tabulated, described and downloaded. */
export interface FigureData {
  readonly id: string;
  /** "Share of clients by sex, prison and community clients, South East, April 2007 to March 2008". */
  readonly subtitle: string;
  /** "Share of clients by sex". */
  readonly measure: string;
  /** Every cell asked, as downloaded. */
  readonly rows: readonly TidyRow[];
  /** The cells that are drawn side by side: one panel for every population, edition and query that has dimensions. */
  readonly panels: readonly Panel[];
  /** Single cells beside a spread query: what the others are held against. */
  readonly benchmarks: readonly Benchmark[];
  /** Dimensions of the panels, in the order of the query, each with the categories of all panels in published order. */
  readonly dimensions: readonly Dimension[];
  /** Where it shows a share of two periods or editions: how they differ. */
  readonly changes: readonly Change[];
  readonly bases: readonly Base[];
  /** What its indicators are held against in words. */
  readonly standings: readonly Standing[];
  /** What its indicators are, each in a sentence. */
  readonly definitions: readonly string[];
  /** What heads the names of the rows, where the text says that itself. */
  readonly heading?: string;
  /** Categories that the text leaves out of rows, columns and shapes, not of `rows`. */
  readonly omitted: readonly OmittedCategories[];
  /** The fewest people that a number may be about, by the policy. */
  readonly fewest: number;
  /** The smallest base that a percentage is printed of, by the policy. */
  readonly fewestOfShare: number;
  /** Mark or marks of withheld cells. */
  readonly mark: Mark;
  /** That counts are rounded, in a sentence; absent where they are not. */
  readonly rounding?: string;
  /** Identifiers of the editions shown, this one first. */
  readonly editions: readonly TidyRow["edition"][];
}

/** Categories of a dimension that a figure does not show. */
export interface OmittedCategories {
  /** Label of the variable. */
  readonly of: string;
  readonly labels: readonly string[];
  /** What these categories are. */
  readonly roles: readonly ("not-stated" | "outside")[];
}

export interface Panel {
  /** Unique within the figure and stable: `prison`, `prison-2006-07`. */
  readonly key: string;
  /** Short, and no other panel's: "Prison", "Prison 2006/07", "Prison, tested". */
  readonly heading: string;
  readonly population: TidyRow["population"];
  readonly edition: TidyRow["edition"];
  /**
   * The number of its colour, no other panel's: from 1 which of the publication's populations this is, 0 for a reference,
   * and beyond the populations for a further panel of one.
   */
  readonly place: number;
  readonly query: Query;
  /** What is added up, where it is a sum: "Packs given". */
  readonly summed?: string;
  /** One row for every combination of the figure's categories; `not-applicable` where the population lacks one. */
  readonly rows: readonly TidyRow[];
}

/** One number that the values of some panels are held against. */
export interface Benchmark {
  readonly row: TidyRow;
  /** "All prison clients", "Target share". */
  readonly name: string;
  /** It is the whole of its panels' own query, and no figure from elsewhere. */
  readonly isWhole: boolean;
  /** Of its panels. */
  readonly keys: readonly string[];
}

export interface Dimension {
  readonly name: string;
  readonly label: string;
  /** Records can be in several categories, so that shares need not add to 100%. */
  readonly isMulti: boolean;
  /** Its categories have an order of their own, as bands of ages have, in which they always stand. */
  readonly isOrdered: boolean;
  readonly categories: readonly DimensionCategory[];
}

export interface DimensionCategory {
  readonly name: string;
  readonly code: string;
  readonly label: string;
  readonly role: CategoryRole | "total";
}

/** What the shares or means of some series are taken of. */
export interface Base {
  /** The series that it belongs to, where others of their population have another base. */
  readonly series?: string;
  /** The whole base: "prison clients", "prison clients who were tested, by sex". */
  readonly words: string;
  /** Absent where every row has a base of its own ("men of each area"). */
  readonly denominator?: Cell;
  readonly missing?: Cell;
  /** Of a mean of one group: the size of the group, whether or not the number averaged is known of all. */
  readonly group?: Cell;
  /** The bases of the rows, where they are few. */
  readonly parts?: readonly BasePart[];
  /** Where the numbers of the rows' bases stand, where they are many. */
  readonly numbersIn?: "table" | "data";
  /** What is not stated, where some records are: "sex". */
  readonly missingOf?: string;
  /** The base leaves out the records that are not stated. */
  readonly leavesOutMissing: boolean;
}

/** One of several bases: so many "men". */
export interface BasePart {
  readonly words: string;
  readonly denominator: Cell;
}

/** The row of a panel at categories, in the order of the figure's dimensions. */
export function rowAt(panel: Panel, names: readonly string[]): TidyRow | undefined {
  return panel.rows.find(({place}) => names.every((name, index) => place[index]?.category.name === name));
}
