import type {Hex, HexLayout} from "../geography.ts";
import {drawList, type DrawnMap, type MapArea, type MapPlace} from "./mapArea.ts";
import {measureText} from "./measureText.ts";
import {ink, number, shape, type Shape} from "./svg.ts";
import {plain, strong, textAt, lineHeight} from "./textAt.ts";
import {hatchedBox} from "./withheldMark.ts";
import {wrapText} from "./wrapText.ts";

const widestHex = 112;
/** Parts of its height from one row to the next, and lines of text at its full width. */
const rowStep = 0.75;
const mostLines = 3;

/**
 * Areas as hexagons. A hexagon holds the area's name where it fits, and its short name otherwise; short names are
 * spelt out in a list beneath.
 */
export function drawHexes(areas: readonly MapArea[], {hexes}: HexLayout, {left, top, width}: MapPlace): DrawnMap {
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
  const shapes = placed.flatMap(({area, hex, column}) => {
    const centre = {
      x: start + (column - west + 0.5) * size,
      y: top + 1 + height / 2 + (north - hex.r) * height * rowStep,
    };
    return drawHex(area, hex, {...centre, size});
  });
  const bottom = top + height * (1 + (north - south) * rowStep) + 2;
  const shortened = placed.filter(({area, hex}) => linesOf(area, hex, size).isShort);
  const items = shortened.map(({area, hex}) =>
    [`${hex.short}: ${area.label}`, area.text].filter((text) => text !== "").join(", "),
  );
  const list = drawList(items, {left, top: bottom + 10, width});
  return {shapes: [...shapes, ...list.shapes], height: bottom - top + (items.length > 0 ? list.height + 10 : 0)};
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

function drawHex(area: MapArea, hex: Hex, {x, y, size}: {x: number; y: number; size: number}): readonly Shape[] {
  const radius = size / Math.sqrt(3);
  const corners = [0, 1, 2, 3, 4, 5].map((corner) => {
    const angle = ((corner * 60 - 90) * Math.PI) / 180;
    return `${number(x + (radius - 1) * Math.cos(angle))},${number(y + (radius - 1) * Math.sin(angle))}`;
  });
  const {fill, on} = area.isWithheld ? {fill: "paper" as const, on: "ink" as const} : area.paint;
  const {lines} = linesOf(area, hex, size);
  const all = lines.length + (area.text === "" ? 0 : 1);
  const nameY = y - ((all - lines.length) * lineHeight) / 2;
  const polygon = shape("polygon", {class: "area", points: corners.join(" "), fill: ink(fill), stroke: ink("rule")});
  const name = textAt(lines, {x, y: nameY}, {anchor: "middle", colour: on});
  if (area.text === "") return [polygon, name];
  const valueY = y + ((all - 1) * lineHeight) / 2;
  const value = textAt(area.text, {x, y: valueY}, {anchor: "middle", style: strong, colour: on});
  // The hatching of a withheld area stands under its text, at the same size in every area.
  const hatch = area.isWithheld ? hatchedBox({x: x - 12, y: y + radius * 0.62, width: 24, height: 8}) : [];
  return [polygon, name, value, ...hatch];
}
