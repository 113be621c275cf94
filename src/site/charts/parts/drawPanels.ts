import type {FigureData} from "../../tidy/figureData.ts";
import {colourOf} from "./colourOf.ts";
import {labels, lineHeight, strong} from "./labels.ts";
import {legend} from "./legend.ts";
import {joinDrawings, type PlacedDrawing} from "./moveDrawing.ts";
import {plotFigure} from "./plotFigure.ts";
import type {Drawing, Omission} from "./svg.ts";
import {wrapText} from "./wrapText.ts";

/** A figure drawn once for each category of one of its variables. */
export interface PanelsInput {
  readonly data: FigureData;
  /** Whose categories have a panel each. */
  readonly variable: string;
  readonly leavesOut: readonly Omission[];
  readonly width: number;
  /** Draws one panel, whose data have that variable no more, in a width. */
  readonly draw: (data: FigureData, width: number) => Drawing;
}

/** Between two panels, and from a panel's name to what it names, in px. */
const gap = {across: 20, down: 12, name: 2} as const;
/** In a panel that is narrower nothing can be read, in px; and how many stand in a row where they are few or many. */
const least = 150;
const most = {few: 3, many: 4} as const;
const many = 12;

/**
 * Small drawings of one size in rows, in published order, each under the name of its category and all on the same
 * scales. Several series are named once, above all of them.
 */
export function drawPanels({data, variable, leavesOut, width, draw}: PanelsInput): Drawing {
  const at = data.dimensions.findIndex(({name}) => name === variable);
  const categories = (data.dimensions[at]?.categories ?? []).filter(
    ({role}) => role === "value" || !leavesOut.includes(role === "total" ? "totals" : role),
  );
  const columns = columnsFor(categories.length, width);
  const room = Math.floor((width - gap.across * (columns - 1)) / columns);
  const named = categories.map(({name, label}) => {
    return {drawing: draw(sliceOf(data, at, name), room), name: wrapText(label, room, strong)};
  });
  const key = legend(
    data.panels.length < 2 ? [] : data.panels.map((panel) => ({label: panel.heading, colour: colourOf(panel)})),
    "dot",
    {left: 0, top: 0, width},
  );
  const nameHeight = Math.max(...named.map(({name}) => name.length)) * lineHeight;
  const grid = {
    ...{variable, columns, left: 0, top: data.panels.length < 2 ? 0 : key.height + gap.down, width: room + gap.across},
    height: nameHeight + gap.name + Math.max(...named.map(({drawing}) => drawing.height)) + gap.down,
  };
  const placeOf = (index: number) => ({
    left: grid.left + (index % columns) * grid.width,
    top: grid.top + Math.floor(index / columns) * grid.height,
  });
  const names = named.map(({name}, index) => {
    const {left, top} = placeOf(index);
    return {x: left, y: top + nameHeight - (name.length * lineHeight) / 2, text: name};
  });
  const height = grid.top + Math.ceil(named.length / columns) * grid.height - gap.down;
  const words = plotFigure({width, height}, [{marks: [labels(names, {style: strong}), ...key.marks]}]);
  const placed = named.map(({drawing}, index): PlacedDrawing => {
    const {left, top} = placeOf(index);
    return {drawing, left, top: top + nameHeight + gap.name};
  });
  return {...joinDrawings([{drawing: words, left: 0, top: 0}, ...placed], {width, height}), panels: grid};
}

function columnsFor(count: number, width: number): number {
  const wanted = Math.min(count, count > many ? most.many : most.few);
  return Math.max(1, Math.min(wanted, Math.floor((width + gap.across) / (least + gap.across))));
}

/** What is shown of one category, without its variable. */
function sliceOf(data: FigureData, at: number, category: string): FigureData {
  const panels = data.panels.map((panel) => ({
    ...panel,
    rows: panel.rows
      .filter(({place}) => place[at]?.category.name === category)
      .map((row) => ({...row, place: row.place.toSpliced(at, 1)})),
  }));
  return {...data, panels, dimensions: data.dimensions.toSpliced(at, 1)};
}
