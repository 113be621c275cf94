import {line, ruleY} from "@observablehq/plot";
import {isHeldBack} from "../../../../src/site/tidy/isHeldBack.ts";
import {printedValue} from "../../../../src/site/tidy/printRow.ts";
import type {TidyRow} from "../../../../src/site/tidy/tidyRow.ts";
import {defineChart} from "../../../../src/site/charts/defineChart.ts";
import {claiming, claims} from "../../../../src/site/charts/parts/claim.ts";
import {dotMarks} from "../../../../src/site/charts/parts/dotMarks.ts";
import {hatchedBoxes} from "../../../../src/site/charts/parts/drawWithheldMarks.ts";
import {plotFigure} from "../../../../src/site/charts/parts/plotFigure.ts";
import {along} from "../../../../src/site/charts/parts/scale.ts";
import {ink} from "../../../../src/site/charts/parts/svg.ts";

/** A chart that the audit has never heard of: shares by the size of their base, with the limits of chance. */
export const funnel = defineChart({
  spoken: "Funnel plot",
  draws: "shares of areas by the size of their base, with one number beside them",
  variables: [1],
  ranks: "nothing",
  options: {},
  draw: ({data: {panels, benchmarks}, canvas: {width}}) => {
    const all = panels.flatMap((panel) => panel.rows);
    const rows = all.filter(({cell}) => cell.status === "published");
    const hidden = all
      .filter(({cell}) => isHeldBack(cell))
      .map((row) => ({claim: claims(row, "mark"), x: 0, y: 306, width: 16, height: 12}));
    const bases = rows.map(baseOf);
    const x = along([0, Math.max(...bases)], [20, width - 20]);
    const y = along([0, 100], [300, 20]);
    const colour = "population-1" as const;
    const dots = rows.map((row) => ({
      claim: claims(row, "x-base", "y"),
      x: baseOf(row),
      y: printedValue(row) ?? NaN,
      colour,
    }));
    const whole = benchmarks.map(({row}) => ({claim: claims(row, "y"), y: printedValue(row)}));
    const limits = benchmarks.flatMap(({row}) =>
      ["95% upper", "95% lower"].map((formula) =>
        line(limitOf(row, formula, bases), {...claiming, x: "n", y: "percent", stroke: ink("rule")}),
      ),
    );
    return plotFigure({width, height: 320}, [
      {x, y, marks: [...limits, ruleY(whole, {...claiming, y: "y", stroke: ink("region")}), dotMarks(dots)]},
      {marks: hatchedBoxes(hidden)},
    ]);
  },
  leavesOut: () => ["not-applicable"],
  notes: () => ["Dots outside the curves differ by more than chance."],
});

function baseOf({cell}: TidyRow): number {
  return cell.status === "published" ? (cell.of ?? NaN) : NaN;
}

function limitOf(row: TidyRow, formula: string, bases: readonly number[]) {
  const percent = printedValue(row) ?? NaN;
  const error = formula === "95% upper" ? 1.96 : -1.96;
  const [least, most] = [Math.min(...bases), Math.max(...bases)];
  const claim = {...claims(row, "limit"), formula};
  return Array.from({length: 41}, (_, step) => least + (step * (most - least)) / 40).map((n) => {
    const limit = percent + error * Math.sqrt((percent * (100 - percent)) / n);
    return {claim, n, percent: Math.min(100, Math.max(0, limit))};
  });
}
