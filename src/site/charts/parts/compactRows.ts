import type {Mark} from "../../../publication/index.ts";
import {rowAt, type DimensionCategory, type FigureData, type Panel} from "../../tidy/figureData.ts";
import type {TidyRow} from "../../tidy/tidyRow.ts";
import {isHeldBack} from "../../tidy/isHeldBack.ts";
import {printedValue, printRow} from "../../tidy/printRow.ts";
import type {Token} from "../theme.ts";
import {barMarks} from "./barMarks.ts";
import {claims} from "./claim.ts";
import {colourOf} from "./colourOf.ts";
import {labels, lineHeight, plain, widest, type Label} from "./labels.ts";
import {plotFigure, type Layer} from "./plotFigure.ts";
import {along, zeroBased} from "./scale.ts";
import {stackDown} from "./stackDown.ts";
import type {Drawing} from "./svg.ts";
import {drawWithheldMarks} from "./drawWithheldMarks.ts";
import {wrapText} from "./wrapText.ts";

const largestShown = 3;
/** Room of a bar and the gap under it, in px. */
const barStep = 19;

/** A cross-table for a phone: for every row its total as a bar and, in words, its largest published cells. */
export function drawCompactRows(data: FigureData, panel: Panel, width: number): Drawing {
  const [first] = data.dimensions.map(({categories}) => categories.filter(({role}) => role !== "total"));
  const described = (first ?? []).map((category) => describeRow(category, {data, panel, width}));
  const {rows, bottom} = stackDown(described, 0, ({wordsFrom, words}) => wordsFrom + words.length * lineHeight + 10);
  const names = rows.map(({name, top}) => ({x: 0, y: top + (name.length * lineHeight) / 2, text: name}));
  const details = rows.map(({words, shown, top, wordsFrom}): Label => {
    const y = top + wordsFrom + (words.length * lineHeight) / 2;
    return {...(shown.length > 0 && {claim: claims(shown, "text")}), x: 0, y, text: words, colour: "muted"};
  });
  const totals = rows.flatMap(({total, name, top}) =>
    total === undefined ? [] : [{row: total, y: top + name.length * lineHeight + 10}],
  );
  return plotFigure({width, height: bottom}, [
    {marks: [labels(names), labels(details)]},
    ...drawTotals(totals, {mark: data.mark, colour: colourOf(panel), width}),
  ]);
}

interface RowInput {
  readonly data: FigureData;
  readonly panel: Panel;
  readonly width: number;
}

function describeRow({name: rowName, label}: DimensionCategory, {data, panel, width}: RowInput) {
  const columns = (data.dimensions[1]?.categories ?? []).filter(({role}) => role !== "total");
  const total = rowAt(panel, [rowName, "total"]);
  const name = wrapText(label, width, plain);
  const cells = columns.flatMap((column) => {
    const row = rowAt(panel, [rowName, column.name]);
    return row ? [{label: column.label, row}] : [];
  });
  const told = largestCells(cells, data.mark);
  const wordsFrom = name.length * lineHeight + 2 + (total ? barStep : 0);
  return {name, words: wrapText(told.words, width, plain), shown: told.rows, total, wordsFrom};
}

function drawTotals(
  totals: readonly {readonly row: TidyRow; readonly y: number}[],
  {mark, colour, width}: {readonly mark: Mark; readonly colour: Token; readonly width: number},
): readonly Layer[] {
  const printed = totals.map((total) => ({...total, ...printRow(total.row, mark), value: printedValue(total.row)}));
  const bars = printed.flatMap(({value, ...bar}) => (value === undefined ? [] : [{...bar, x: value}]));
  const hidden = printed
    .filter(({value}) => value === undefined)
    .map(({row, y, text}) => ({claim: claims(row, "mark"), x: 1, y, text, isWithheld: isHeldBack(row.cell)}));
  const room = widest(
    printed.map(({text}) => text),
    plain,
  );
  const scale = along(zeroBased(bars.map(({x}) => x)), [0, width - room - 8]);
  const drawn = barMarks(
    bars.map(({row, x, y}) => ({claim: claims(row, "x"), x, y, colour})),
    14,
  );
  const values = bars.map(({row, x, y, text}) => ({claim: claims(row, "text"), x, y, text}));
  return [{marks: drawWithheldMarks(hidden)}, {x: scale, marks: [drawn, labels(values, {dx: 5})]}];
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
