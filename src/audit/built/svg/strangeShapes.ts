import {attribute, elementsOf, type PageElement} from "../html/parsePage.ts";
import type {ShapeFault} from "./auditBars.ts";
import {colourName, hasClass, pixelTolerance, px, shapesOf} from "./Shapes.ts";

const known = new Set("svg title desc text tspan line rect circle path polygon".split(" "));
/** Width and height of a box that stands for a withheld number, wherever it stands. */
const withheldSizes = ["16 12", "16 8", "24 8"];

/** Shapes that no chart of the site draws: anything that could show a value and is checked by nobody else. */
export function strangeShapes(svg: PageElement): readonly ShapeFault[] {
  const shapes = elementsOf(svg);
  return shapes.flatMap((shape): readonly ShapeFault[] => {
    if (!known.has(shape.name)) return [{shape, what: `<${shape.name}> is a shape that no chart draws`}];
    if (shape.name === "rect" && !isKnownRect(shape, svg))
      return [{shape, what: "a box is neither a bar, a cell, a mark nor a key"}];
    if (shape.name === "circle" && !hasClass(shape, "dot")) return [{shape, what: "a circle is no dot of a chart"}];
    if (shape.name === "polygon" && !hasClass(shape, "area")) return [{shape, what: "a polygon is no area of a map"}];
    if (shape.name === "path" && !isKnownPath(shape, svg))
      return [{shape, what: "a path is neither hatching, a line through dots, a leader of a label nor an area"}];
    return [];
  });
}

function isKnownRect(rect: PageElement, svg: PageElement): boolean {
  const size = `${attribute(rect, "width")} ${attribute(rect, "height")}`;
  switch (attribute(rect, "class")) {
    case "bar":
    case "cell":
      return true;
    case "withheld":
      return withheldSizes.includes(size) || isCellSize(rect, svg);
    case "":
      return ["paper", "#FFFFFF"].includes(colourName(rect, "fill")) || ["14 14", "14 12"].includes(size);
    default:
      return false;
  }
}

/** A withheld cell of a heat map is as large as the published ones of its row. */
function isCellSize(rect: PageElement, svg: PageElement): boolean {
  const cells = shapesOf(svg, "rect", "cell");
  const [first] = cells;
  const row = cells.find((cell) => px(cell, "y") === px(rect, "y"));
  if (first === undefined || Math.abs(px(rect, "width") - px(first, "width")) > pixelTolerance) return false;
  return row === undefined || Math.abs(px(rect, "height") - px(row, "height")) <= pixelTolerance;
}

function isKnownPath(path: PageElement, svg: PageElement): boolean {
  if (hasClass(path, "area")) return true;
  const points = pointsOf(path);
  if (hasClass(path, "line")) return points.every((point) => standsOnDot(point, svg));
  const isHatching = shapesOf(svg, "rect", "withheld").some((box) => points.every((point) => isInside(point, box)));
  return isHatching || isLeader(points, svg);
}

/** A line from a label to the middle of the bar that it names. */
function isLeader(points: readonly Point[], svg: PageElement): boolean {
  const middles = shapesOf(svg, "rect", "bar").map((bar) => px(bar, "x") + px(bar, "width") / 2);
  const labels = shapesOf(svg, "text").map((text) => px(text, "x"));
  const isAt = (places: readonly number[], x: number): boolean =>
    places.some((place) => Math.abs(place - x) <= pixelTolerance);
  return points.length === 2 && points.some(([x]) => isAt(middles, x)) && points.some(([x]) => isAt(labels, x));
}

type Point = readonly [x: number, y: number];

function pointsOf(path: PageElement): readonly Point[] {
  return [...attribute(path, "d").matchAll(/[ML](-?[\d.]+),(-?[\d.]+)/g)].map(([, x, y]) => [Number(x), Number(y)]);
}

function standsOnDot([x, y]: Point, svg: PageElement): boolean {
  return shapesOf(svg, "circle").some(
    (dot) => Math.abs(px(dot, "cx") - x) <= pixelTolerance && Math.abs(px(dot, "cy") - y) <= pixelTolerance,
  );
}

function isInside([x, y]: Point, box: PageElement): boolean {
  const [left, top] = [px(box, "x") - pixelTolerance, px(box, "y") - pixelTolerance];
  const [right, bottom] = [left + px(box, "width") + 2 * pixelTolerance, top + px(box, "height") + 2 * pixelTolerance];
  return x >= left && x <= right && y >= top && y <= bottom;
}
