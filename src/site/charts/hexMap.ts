import type {Markish} from "@observablehq/plot";
import {rowAt, type DimensionCategory, type FigureData, type Panel} from "../tidy/figureData.ts";
import {isHeldBack} from "../tidy/isHeldBack.ts";
import {printedValue, printRow} from "../tidy/printRow.ts";
import {ChartError} from "./ChartError.ts";
import {defineChart, type Canvas, type ChartInput} from "./defineChart.ts";
import {amountKey, amountScale, tintOf, type AmountScale} from "./parts/amountScale.ts";
import {drawBoundaries} from "./parts/boundaryMap.ts";
import {drawHexes} from "./parts/hexes.ts";
import {labels, strong, type Label} from "./parts/labels.ts";
import {areaClaims, type MapArea} from "./parts/mapArea.ts";
import {plotFigure} from "./parts/plotFigure.ts";
import type {Drawing} from "./parts/svg.ts";

/**
 * Areas as hexagons of one size that stand roughly where the areas lie, or in their boundaries where the report names
 * a file, each with its name and value. One map for every population, all in the same tints.
 */
export const hexMap = defineChart({
  spoken: "Map",
  draws: "one variable of areas, on the report's map",
  variables: [1],
  ranks: "nothing",
  belowNought: "refused",
  repeats: "nothing",
  options: {},
  draw,
  leavesOut: () => ["totals", "not-stated", "outside"],
  tells: () => [],
  notes: ({data}) => [
    "The stronger an area’s colour, the larger its value. Hexagons have one size, whatever the size of the area.",
    ...elsewhere(data),
  ],
});

function draw({data, canvas}: Pick<ChartInput, "data" | "canvas">): Drawing {
  const shown = data.panels.flatMap(({rows}) => rows.filter(isArea));
  const color = amountScale(shown);
  const isPair = data.panels.length === 2 && !canvas.isNarrow;
  const width = isPair ? (canvas.width - 24) / 2 : canvas.width;
  const headings: Label[] = [];
  const marks: Markish[] = [];
  // The key stands first: on a phone the list of names under a map is long.
  const key = amountKey(shown, color, {left: 0, top: 0, width: canvas.width});
  const start = key.height + 14;
  let bottom = start;
  data.panels.forEach((panel, index) => {
    const left = isPair ? index * (width + 24) : 0;
    const top = isPair || index === 0 ? start : bottom + 20;
    const head = data.panels.length > 1 ? 26 : 0;
    if (head > 0) headings.push({x: left, y: top + 9, text: panel.heading});
    const map = drawMap(areasOf(panel, data, color), canvas, {left, top: top + head, width});
    marks.push(...map.marks);
    bottom = Math.max(bottom, top + head + map.height);
  });
  return plotFigure({width: canvas.width, height: bottom + 4}, [
    {color, marks: [...key.marks, labels(headings, {style: strong}), ...marks]},
  ]);
}

function isArea({place}: {place: readonly {category: DimensionCategory}[]}): boolean {
  return place[0]?.category.role === "value";
}

function areasOf(panel: Panel, data: FigureData, color: AmountScale): readonly MapArea[] {
  const categories = (data.dimensions[0]?.categories ?? []).filter(({role}) => role === "value");
  return categories.flatMap(({name, label}) => {
    const row = rowAt(panel, [name]);
    if (row === undefined) return [];
    const {text} = printRow(row, data.mark);
    const value = printedValue(row);
    return [
      {
        name,
        label,
        text,
        isWithheld: isHeldBack(row.cell),
        paint: value === undefined ? blank : tintOf(value, color),
        claims: areaClaims(row),
      },
    ];
  });
}

const blank = {fill: "paper", on: "ink"} as const;
const highlighted = {fill: "amount-3", on: "on-amount-3"} as const;
const ordinary = {fill: "amount-1", on: "on-amount-1"} as const;

/** A map of the region with the names of its areas, for the front of a report; highlighted areas are tinted. */
export function drawRegionMap(
  areas: readonly {readonly name: string; readonly label: string; readonly isHighlighted: boolean}[],
  canvas: Canvas,
): Drawing {
  const painted = areas.map(({name, label, isHighlighted}) => ({
    name,
    label,
    text: "",
    isWithheld: false,
    paint: isHighlighted ? highlighted : ordinary,
    claims: {},
  }));
  const map = drawMap(painted, canvas, {left: 0, top: 0, width: canvas.width});
  return plotFigure({width: canvas.width, height: map.height + 4}, [{marks: map.marks}]);
}

function drawMap(areas: readonly MapArea[], {geography}: Canvas, place: {left: number; top: number; width: number}) {
  if (geography === undefined) throw new ChartError("", "the report names no map: give it a layout or boundaries");
  const known =
    geography.kind === "hexes" ? Object.keys(geography.layout.hexes) : geography.features.map(({name}) => name);
  const lost = areas.filter(({name}) => !known.includes(name));
  if (lost.length > 0) {
    throw new ChartError("", `the report's map has no place for ${lost.map(({label}) => label).join(", ")}`);
  }
  return geography.kind === "hexes"
    ? drawHexes(areas, geography.layout, place)
    : drawBoundaries(areas, geography.features, place);
}

function elsewhere({dimensions, panels, mark}: FigureData): readonly string[] {
  const others = (dimensions[0]?.categories ?? []).filter(({role}) => role === "outside" || role === "not-stated");
  if (others.length === 0) return [];
  return panels.map((panel) => {
    const words = others.flatMap(({name, label}) => {
      const row = rowAt(panel, [name]);
      return row ? [`${label} ${printRow(row, mark).text}`] : [];
    });
    const whose = panels.length > 1 ? `, ${panel.population.label}` : "";
    return `Not on the map${whose}: ${words.join(", ")}.`;
  });
}
