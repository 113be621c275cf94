import {shiftPath} from "./plotFigure.ts";
import {number, type Drawing, type Shape} from "./svg.ts";

/** A drawing as a part of a larger one, with its left upper corner at a place in px. */
export interface PlacedDrawing {
  readonly drawing: Drawing;
  readonly left: number;
  readonly top: number;
}

/** Several drawings in one: their shapes one after the other, each still on its own scales. */
export function joinDrawings(
  parts: readonly PlacedDrawing[],
  {width, height}: {readonly width: number; readonly height: number},
): Drawing {
  const moved = parts.map(moveDrawing);
  const scales = [...new Set(moved.flatMap((part) => part.scales))];
  const shapes = moved.flatMap((part) => part.shapes.map((shape) => renumber(shape, {from: part.scales, to: scales})));
  return {width, height, shapes, scales};
}

function moveDrawing({drawing, left, top}: PlacedDrawing): Drawing {
  return {
    ...drawing,
    shapes: drawing.shapes.map((shape) => moveShape(shape, [left, top])),
    scales: drawing.scales.map((scale) => moveScale(scale, {x: left, y: top})),
  };
}

const along = new Set(["x", "x1", "x2", "cx"]);
const down = new Set(["y", "y1", "y2", "cy"]);

function moveShape({name, attributes, children}: Shape, [left, top]: readonly [number, number]): Shape {
  const moved = Object.entries(attributes).map(([key, value]) => {
    if (key === "d") return [key, shiftPath(String(value), [left, top])] as const;
    if (along.has(key)) return [key, Number(value) + left] as const;
    return [key, down.has(key) ? Number(value) + top : value] as const;
  });
  return {
    name,
    attributes: Object.fromEntries(moved),
    children: children.map((child) => (typeof child === "string" ? child : moveShape(child, [left, top]))),
  };
}

/** `x linear 0 62 | 103.5 600`, with the range behind the bar moved along its axis; colours stand nowhere. */
function moveScale(scale: string, shift: Readonly<Partial<Record<string, number>>>): string {
  const [domain = "", range = ""] = scale.split(" | ");
  const by = shift[domain.split(" ", 1)[0] ?? ""];
  if (by === undefined) return scale;
  return `${domain} | ${range
    .split(" ")
    .map((end) => number(Number(end) + by))
    .join(" ")}`;
}

function renumber(shape: Shape, {from, to}: {readonly from: readonly string[]; readonly to: readonly string[]}): Shape {
  const named = shape.attributes["data-scale"];
  if (named === undefined) return shape;
  const numbers = String(named)
    .split(" ")
    .map((one) => to.indexOf(from[Number(one)] ?? ""));
  return {...shape, attributes: {...shape.attributes, "data-scale": numbers.join(" ")}};
}
