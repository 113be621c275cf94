import type {Mark} from "../../../publication/index.ts";
import {rowAt, type FigureData, type Panel} from "../../figures/figureData.ts";
import type {TidyRow} from "../../figures/tidyRow.ts";
import {isHeldBack} from "../../figures/isHeldBack.ts";
import {printedValue, printRow} from "../../figures/printRow.ts";
import {barMarks} from "./barMarks.ts";
import {claims} from "./claim.ts";
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
    const inner = (second ?? []).flatMap(({name: column, label}) => {
      const row = rowAt(panel, [category.name, column]);
      return row ? [{label, row}] : [];
    });
    const told = largestCells(inner, mark);
    const words = wrapText(told.words, width, plain);
    return {name, words, shown: told.rows, total, wordsFrom: name.length * lineHeight + 2 + (total ? barStep : 0)};
  });
  const {rows, bottom} = stackDown(described, 0, ({wordsFrom, words}) => wordsFrom + words.length * lineHeight + 10);
  const totals = rows.flatMap(({total, name, top}) => {
    if (total === undefined) return [];
    const {text} = printRow(total, mark);
    const isWithheld = isHeldBack(total.cell);
    return [{row: total, text, value: printedValue(total), isWithheld, y: top + name.length * lineHeight + 10}];
  });
  const bars = totals.flatMap(({value, ...total}) => (value === undefined ? [] : [{...total, x: value}]));
  const hidden = totals
    .filter(({value}) => value === undefined)
    .map(({row, ...total}) => ({...total, claim: claims(row, "mark"), x: 1}));
  const names = rows.map(({name, top}) => ({x: 0, y: top + (name.length * lineHeight) / 2, text: name}));
  const details = rows.map(({words, shown, top, wordsFrom}): Label => {
    return {
      ...(shown.length > 0 && {claim: claims(shown, "text")}),
      x: 0,
      y: top + wordsFrom + (words.length * lineHeight) / 2,
      text: words,
      colour: "muted",
    };
  });
  const printed = totals.map(({text}) => text);
  const room = widest(printed, plain) + 8;
  const x = along([0, Math.max(1, ...bars.map((bar) => bar.x))], [0, width - room]);
  const colour = colourOf(panel);
  const values = bars.map(({row, x: value, y, text}) => ({claim: claims(row, "text"), x: value, y, text}));
  const drawn = barMarks(
    bars.map(({row, x, y}) => ({claim: claims(row, "x"), x, y, colour})),
    14,
  );
  return plotFigure({width, height: bottom}, [
    {marks: [labels(names), labels(details), ...withheldMarks(hidden)]},
    ...(bars.length > 0 ? [{x, marks: [drawn, labels(values, {dx: 5})]}] : []),
  ]);
}

/** The largest published cells of a row in words, and the mark of those that are withheld. */
function largestCells(
  cells: readonly {readonly label: string; readonly row: TidyRow}[],
  mark: Mark,
): {readonly words: string; readonly rows: readonly TidyRow[]} {
  const shown = cells
    .filter(({row}) => (printedValue(row) ?? 0) > 0)
    .toSorted((a, b) => (printedValue(b.row) ?? 0) - (printedValue(a.row) ?? 0))
    .slice(0, largestShown);
  const marks = [...new Set(cells.filter(({row}) => isHeldBack(row.cell)).map(({row}) => printRow(row, mark).text))];
  const told = shown.map(({label, row}) => `${label} ${printRow(row, mark).text}`).join(", ");
  const rest = marks.length === 0 ? "" : `${told === "" ? "cells" : "others"} ${marks.join(" or ")}`;
  const words = [told, rest].filter((part) => part !== "").join("; ");
  return {words: words === "" ? "No cell above 0" : words, rows: shown.map(({row}) => row)};
}
