import {ruleY} from "@observablehq/plot";
import {type DimensionCategory} from "../../../../src/site/tidy/figureData.ts";
import type {Token} from "../../../../src/site/charts/theme.ts";
import {printedValue} from "../../../../src/site/tidy/printRow.ts";
import {defineChart, type Chart} from "../../../../src/site/charts/defineChart.ts";
import {claims} from "../../../../src/site/charts/parts/claim.ts";
import {dotMarks} from "../../../../src/site/charts/parts/dotMarks.ts";
import {labels} from "../../../../src/site/charts/parts/labels.ts";
import {plotFigure} from "../../../../src/site/charts/parts/plotFigure.ts";
import {along} from "../../../../src/site/charts/parts/scale.ts";
import {ink} from "../../../../src/site/charts/parts/svg.ts";
import {hatchedBoxes} from "../../../../src/site/charts/parts/drawWithheldMarks.ts";

/** What a chart that gives something away does. */
export interface Leak {
  /** Orders categories by what it should not know. */
  readonly order?: (categories: readonly DimensionCategory[]) => readonly DimensionCategory[];
  /** Where the scale ends. */
  readonly end?: number;
  /** Where the mark of a withheld number stands, in px. */
  readonly markAt?: (index: number) => number;
  /** How far the mark stands from the middle of its row, in px. */
  readonly markOff?: number;
  /** Where a row stands, in px. */
  readonly rowAt?: (index: number) => number;
  readonly colourAt?: (index: number) => Token;
  /** It draws nothing for what is withheld but the name of its row. */
  readonly isSilent?: boolean;
}

/** One dot a row, at the end of a line from nought; with a leak where a test wants one. */
export function lollipop(leak: Leak = {}): Chart {
  const {order = (all) => all, end, markAt = () => 290, markOff = 0, isSilent = false} = leak;
  const {rowAt = (index) => 20 + 30 * index, colourAt = () => "population-1"} = leak;
  return defineChart({
    spoken: "Lollipop chart",
    draws: "one variable of one population",
    variables: [1],
    ranks: "categories",
    belowNought: "refused",
    repeats: "nothing",
    options: {},
    draw: ({data: {panels}, order: given}) => {
      const rows = order(given).flatMap(
        ({name}) => panels[0]?.rows.find(({place}) => place[0]?.category.name === name) ?? [],
      );
      const placed = rows.map((row, index) => ({row, value: printedValue(row), y: rowAt(index)}));
      const shown = placed.flatMap(({row, value, y}, index) =>
        value === undefined ? [] : [{claim: claims(row, "x"), x: value, y, colour: colourAt(index)}],
      );
      const hidden = placed.flatMap(({row, value, y}, index) =>
        value === undefined
          ? [{claim: claims(row, "mark"), x: markAt(index), y: y - 6 + markOff, width: 16, height: 12}]
          : [],
      );
      const names = placed.map(({row, y}) => ({x: 0, y: y - 12, text: row.place[0]?.category.label ?? ""}));
      const x = along([0, end ?? Math.max(...shown.map((dot) => dot.x))], [10, 280]);
      const stems = ruleY(shown, {x1: () => 0, x2: "x", y: "y", stroke: ink("grid")});
      return plotFigure({width: 320, height: 30 * rows.length + 20}, [
        {x, marks: [stems, dotMarks(shown)]},
        {marks: [labels(names), ...(isSilent ? [] : hatchedBoxes(hidden))]},
      ]);
    },
    leavesOut: () => [],
    tells: () => [],
    notes: () => [],
  });
}
