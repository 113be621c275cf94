import type {Mark} from "../../../publication/index.ts";
import {rowAt, type DimensionCategory, type FigureData, type Panel} from "../../figures/figureData.ts";
import {isHeldBack} from "../../figures/isHeldBack.ts";
import {exactValue, printRow} from "../../figures/printRow.ts";
import {barMarks} from "./barMarks.ts";
import {colourOf} from "./colourOf.ts";
import {labels, lineHeight, plain, widest, type Label} from "./labels.ts";
import {plotFigure} from "./plotFigure.ts";
import {along} from "./scale.ts";
import {stackDown} from "./stackDown.ts";
import type {Drawing} from "./svg.ts";
import {withheldMarks} from "./withheldMark.ts";
import {wrapText} from "./wrapText.ts";

const largestShown = 3;
/** Room of a bar and the gap under it, in px. */
const barStep = 19;

/** A cross-table for a phone: for every row its total as a bar and, in words, its largest published cells. */
export function drawCompactRows(data: FigureData, panel: Panel, width: number): Drawing {
  const {mark} = data;
  const [first, second] = data.dimensions.map(({categories}) => categories.filter(({role}) => role !== "total"));
  const described = (first ?? []).map((category) => {
    const total = rowAt(panel, [category.name, "total"]);
    const name = wrapText(category.label, width, plain);
    const words = wrapText(largestCells(second ?? [], {panel, row: category, mark}), width, plain);
    return {name, words, total, wordsFrom: name.length * lineHeight + 2 + (total ? barStep : 0)};
  });
  const {rows, bottom} = stackDown(described, 0, ({wordsFrom, words}) => wordsFrom + words.length * lineHeight + 10);
  const totals = rows.flatMap(({total, name, top}) => {
    if (total === undefined) return [];
    const {text} = printRow(total, mark);
    const isWithheld = isHeldBack(total.cell);
    return [{text, value: exactValue(total), isWithheld, y: top + name.length * lineHeight + 10}];
  });
  const bars = totals.flatMap(({value, text, y}) => (value === undefined ? [] : [{x: value, y, text}]));
  const hidden = totals.filter(({value}) => value === undefined).map((total) => ({...total, x: 1}));
  const names = rows.map(({name, top}) => ({x: 0, y: top + (name.length * lineHeight) / 2, text: name}));
  const details = rows.map(({words, top, wordsFrom}): Label => {
    return {x: 0, y: top + wordsFrom + (words.length * lineHeight) / 2, text: words, colour: "muted"};
  });
  const printed = totals.map(({text}) => text);
  const room = widest(printed, plain) + 8;
  const x = along([0, Math.max(1, ...bars.map((bar) => bar.x))], [0, width - room]);
  const colour = colourOf(panel);
  const drawn = barMarks(
    bars.map((bar) => ({...bar, colour})),
    14,
  );
  return plotFigure({width, height: bottom}, [
    {marks: [labels(names), labels(details), ...withheldMarks(hidden)]},
    {x, marks: [drawn, labels(bars, {dx: 5})]},
  ]);
}

function largestCells(
  columns: readonly DimensionCategory[],
  {panel, row, mark}: {panel: Panel; row: DimensionCategory; mark: Mark},
): string {
  const cells = columns.flatMap(({name, label}) => {
    const found = rowAt(panel, [row.name, name]);
    const value = found && exactValue(found);
    return found === undefined || value === undefined || value === 0
      ? []
      : [{value, words: `${label} ${printRow(found, mark).text}`}];
  });
  const shown = cells.toSorted((a, b) => b.value - a.value).slice(0, largestShown);
  return shown.length === 0 ? "No published cell above 0" : shown.map(({words}) => words).join(", ");
}
