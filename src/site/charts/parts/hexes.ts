import {hexagon, type Markish} from "@observablehq/plot";
import type {Hex, HexLayout} from "../geography.ts";
import type {Token} from "../theme.ts";
import {claiming} from "./claim.ts";
import {labels, lineHeight, plain, strong} from "./labels.ts";
import type {Placed} from "./legend.ts";
import {drawList, type MapArea, type MapPlace} from "./mapArea.ts";
import {measureText} from "./measureText.ts";
import {ink} from "./svg.ts";
import {hatchedBoxes} from "./drawWithheldMarks.ts";
import {wrapText} from "./wrapText.ts";

const widestHex = 112;
/** Parts of its height from one row to the next, and lines of text at its full width. */
const rowStep = 0.75;
const mostLines = 3;

/**
 * Areas as hexagons. A hexagon holds the area's name where it fits, and its short name otherwise; short names are
 * spelt out in a list beneath.
 */
export function drawHexes(areas: readonly MapArea[], {hexes}: HexLayout, {left, top, width}: MapPlace): Placed {
  const placed = areas.flatMap((area) => {
    const hex = hexes[area.name];
    return hex ? [{area, hex, column: columnOf(hex)}] : [];
  });
  const columns = placed.map(({column}) => column);
  const rows = placed.map(({hex}) => hex.r);
  const [west, east] = [Math.min(...columns), Math.max(...columns)];
  const [south, north] = [Math.min(...rows), Math.max(...rows)];
  const size = Math.min(widestHex, (width - 2) / (east - west + 1));
  const height = (2 / Math.sqrt(3)) * size;
  const start = left + (width - size * (east - west + 1)) / 2;
  const drawn = placed.map(({area, hex, column}) => ({
    area,
    ...linesOf(area, hex, size),
    x: start + (column - west + 0.5) * size,
    y: top + 1 + height / 2 + (north - hex.r) * height * rowStep,
  }));
  const bottom = top + height * (1 + (north - south) * rowStep) + 2;
  const shortened = placed.filter(({area, hex}) => linesOf(area, hex, size).isShort);
  const items = shortened.map(({area, hex}) => ({
    text: [`${hex.short}: ${area.label}`, area.text].filter((text) => text !== "").join(", "),
    ...(area.claims.text && {claim: area.claims.text}),
  }));
  const list = drawList(items, {left, top: bottom + 10, width});
  return {
    marks: [...drawHexagons(drawn, size), ...list.marks],
    height: bottom - top + (items.length > 0 ? list.height + 10 : 0),
  };
}

function columnOf({q, r}: Hex): number {
  return q + (r % 2 === 0 ? 0 : 0.5);
}

function linesOf({label, text}: MapArea, {short}: Hex, size: number): {lines: readonly string[]; isShort: boolean} {
  const lines = wrapText(label, size - 8, plain);
  const fits =
    lines.length + (text === "" ? 0 : 1) <= mostLines && lines.every((line) => measureText(line, plain) <= size - 6);
  return fits ? {lines, isShort: false} : {lines: [short], isShort: true};
}

interface DrawnHex {
  readonly area: MapArea;
  readonly lines: readonly string[];
  /** Centre in px. */
  readonly x: number;
  readonly y: number;
}

function drawHexagons(hexes: readonly DrawnHex[], size: number): readonly Markish[] {
  const radius = size / Math.sqrt(3);
  const painted = hexes.map((hex) => {
    return {...hex, ...hex.area.paint, half: hex.area.text === "" ? 0 : lineHeight / 2};
  });
  const names = painted.map(({x, y, lines, half, on}) => ({x, y: y - half, text: lines, colour: on}));
  const values = painted.map(({area, x, y, lines, half, on}) => {
    const valueY = y + lines.length * half;
    return {...(area.claims.text && {claim: area.claims.text}), x, y: valueY, text: area.text, colour: on};
  });
  // The hatching of a withheld area stands under its text, at the same size in every area.
  const hatched = painted.filter(({area}) => area.isWithheld);
  const boxes = hatched.map(({area, x, y}) => ({
    ...(area.claims.text && {claim: area.claims.text}),
    x: x - 12,
    y: y + radius * 0.62,
    width: 24,
    height: 8,
  }));
  const claimed = painted.map((hex) => ({...hex, ...(hex.area.claims.area && {claim: hex.area.claims.area})}));
  const fill = {value: ({fill: token}: {fill: Token}) => ink(token), scale: null};
  // Plot measures a hexagon from its centre to the middle of a side.
  const r = ((radius - 1) * Math.sqrt(3)) / 2;
  const outline = {className: "area", x: "x", y: "y", r, fill, stroke: ink("rule"), strokeWidth: 1};
  return [
    hexagon(claimed, {...claiming, ...outline}),
    labels(names, {anchor: "middle"}),
    labels(
      values.filter(({text}) => text !== ""),
      {anchor: "middle", style: strong},
    ),
    ...hatchedBoxes(boxes),
  ];
}
