import type {DimensionCategory, FigureData} from "../../tidy/figureData.ts";
import {nameInFigure} from "../../tidy/nameInFigure.ts";
import {isHeldBack} from "../../tidy/isHeldBack.ts";
import {printedValue} from "../../tidy/printRow.ts";
import type {TidyRow} from "../../tidy/tidyRow.ts";
import {lowerFirst} from "../../words/letterCase.ts";

/** One bar and its parts in published order. */
export interface Stack {
  readonly label: string;
  readonly parts: readonly {readonly category: DimensionCategory; readonly row: TidyRow}[];
  /** What the whole bar stands for: 100 for shares, the largest sum of the figure for counts. */
  readonly whole: number;
}

/** The bars of a figure: its panels, or for every panel the categories of the second variable. */
export function stacksOf({panels, dimensions}: FigureData): readonly Stack[] {
  const [, second] = dimensions;
  const labelOf = (heading: string, name: string) => (panels.length > 1 ? `${heading}, ${lowerFirst(name)}` : name);
  const stacks = panels.flatMap(({heading, rows}) => {
    if (second === undefined) return [{label: heading, rows}];
    return second.categories.map((category) => ({
      label: labelOf(heading, nameInFigure({variable: second, category}, dimensions)),
      rows: rows.filter(({place}) => place[1]?.category.name === category.name),
    }));
  });
  const isShare = panels.every(({query}) => query.measure === "share");
  // Nobody not stated anywhere needs no part, and a group of nobody no bar; the table has both.
  const isNeeded = ({place, cell}: TidyRow) =>
    !(
      place[0]?.category.role === "not-stated" &&
      stacks.every(({rows}) => rows.filter(isNotStated).every(isNought)) &&
      !isHeldBack(cell)
    );
  const sums = stacks.map(({rows}) => rows.filter(isPart).reduce((sum, row) => sum + (printedValue(row) ?? 0), 0));
  const whole = isShare ? Math.max(100, ...sums) : Math.max(1, ...sums);
  const drawn = stacks.filter(({rows}) => rows.some(({cell}) => cell.status !== "not-applicable"));
  return drawn.map(({label, rows}) => ({
    label,
    whole,
    parts: rows
      .filter(isPart)
      .filter(isNeeded)
      .flatMap((row) => (row.place[0] ? [{category: row.place[0].category, row}] : [])),
  }));
}

function isNotStated({place}: TidyRow): boolean {
  return place[0]?.category.role === "not-stated";
}

function isNought(row: TidyRow): boolean {
  return printedValue(row) === 0 || row.cell.status === "not-applicable";
}

function isPart({place}: TidyRow): boolean {
  return place[0]?.category.role !== "total";
}
