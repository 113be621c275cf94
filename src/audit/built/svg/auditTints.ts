import {attribute, textOf, type PageElement} from "../html/parsePage.ts";
import {exactValue, type PublicCell} from "../editionInDist.ts";
import {valuesOf} from "../numbersOfCell.ts";
import {printedNumbers} from "../printedNumbers.ts";
import type {ShownFigure} from "../scope.ts";
import type {ShapeFault} from "./auditBars.ts";
import {drawnRows, innerRows, publishedValues} from "./drawnRows.ts";
import {bare} from "./auditOrder.ts";
import {colourName, hasClass, labelOf, px, shapesOf} from "./Shapes.ts";

const tintSteps = 5;

/** The cells of a heat map in their order: a published one in its value's tint with its value, a withheld one hatched. */
export function auditCells(svg: PageElement, figure: ShownFigure): readonly ShapeFault[] {
  const drawn = shapesOf(svg, "rect", "cell");
  if (drawn.length === 0) return [];
  const published = innerRows(drawnRows(figure)).filter(({cell}) => cell.status === "published");
  const largest = Math.max(0, ...publishedValues(published));
  const surplus = drawn
    .slice(published.length)
    .map((shape) => ({shape, what: "a cell is drawn for which no value is released"}));
  const wrong = drawn.slice(0, published.length).flatMap((shape, index): readonly ShapeFault[] => {
    const row = published[index];
    if (row === undefined) return [];
    const [number] = printedNumbers(labelOf(shape));
    if (number === undefined || !isValueOf(row, number.key))
      return [{shape, what: "a cell does not hold the value released for its place"}];
    return tintOf(row, largest) === colourName(shape, "fill")
      ? []
      : [{shape, what: "a cell is tinted otherwise than its released value is"}];
  });
  return [...surplus, ...wrong];
}

/** The areas of a map in their order: each in the tint of its released value, a withheld one in the paper's. */
export function auditAreas(svg: PageElement, figure: ShownFigure): readonly ShapeFault[] {
  const areas = [...shapesOf(svg, "polygon"), ...shapesOf(svg, "path")].filter((shape) => hasClass(shape, "area"));
  if (areas.length === 0) return [];
  const isPlace = ({asked: {place}}: PublicCell) => {
    const category = place[0]?.category;
    return category !== undefined && category !== "total" && category.role === "value";
  };
  const rows = drawnRows(figure).filter(isPlace);
  const largest = Math.max(0, ...publishedValues(rows));
  const expected = rows.map((row) => tintOf(row, largest)).toSorted();
  const found = areas.map((area) => colourName(area, "fill")).toSorted();
  // The map draws areas from south to north, not in the order of the table: the tints agree as a whole, and each with
  // that of the area whose name stands on it.
  const left = [...expected];
  return areas.flatMap((shape) => {
    const named = rows.filter((row) => isNamedOn(shape, row, svg));
    if (named.length > 0 && !named.some((row) => tintOf(row, largest) === colourName(shape, "fill")))
      return [{shape, what: "an area is tinted otherwise than its released value is"}];
    const at = left.indexOf(colourName(shape, "fill"));
    if (at !== -1) left.splice(at, 1);
    return at === -1 && found.length > 0
      ? [{shape, what: "an area is tinted as no released value of this figure is"}]
      : [];
  });
}

/** Whether an area bears the name of a row's place: in full, or short with the full name in the list beside the map. */
function isNamedOn(area: PageElement, {asked: {place}}: PublicCell, svg: PageElement): boolean {
  const category = place[0]?.category;
  if (category === undefined || category === "total") return false;
  const points = [...attribute(area, "d").matchAll(/(-?[\d.]+),(-?[\d.]+)/g)].map(([, x, y]) => [Number(x), Number(y)]);
  const [xs, ys] = [points.map(([x = NaN]) => x), points.map(([, y = NaN]) => y)];
  const isOn = (text: PageElement): boolean =>
    px(text, "x") > Math.min(...xs) &&
    px(text, "x") < Math.max(...xs) &&
    px(text, "y") > Math.min(...ys) &&
    px(text, "y") < Math.max(...ys);
  const texts = shapesOf(svg, "text");
  const names = texts.filter(isOn).map((text) => bare(textOf(text)));
  const label = bare(category.label);
  const isListed = (name: string): boolean => texts.some((text) => bare(textOf(text)).startsWith(`${name}:${label},`));
  return names.some((name) => name === label || isListed(name));
}

function isValueOf(row: PublicCell, key: string): boolean {
  return row.cell.status === "published" && valuesOf(row, row.cell).includes(key);
}

/** None for nought, then five steps by the square root of the value's part of the largest published one. */
function tintOf(row: PublicCell, largest: number): string {
  const value = exactValue(row);
  if (value === undefined) return ["suppressed", "unreliable"].includes(row.cell.status) ? "paper" : "amount-0";
  const step = value <= 0 || largest <= 0 ? 0 : Math.max(1, Math.ceil(tintSteps * Math.sqrt(value / largest)));
  return `amount-${String(Math.min(step, tintSteps))}`;
}
