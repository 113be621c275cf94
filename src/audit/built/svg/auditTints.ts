import type {PageElement} from "../html/parsePage.ts";
import {exactValue, type PublicCell} from "../editionInDist.ts";
import {valuesOf} from "../numbersOfCell.ts";
import {printedNumbers} from "../printedNumbers.ts";
import type {ShownFigure} from "../scope.ts";
import type {ShapeFault} from "./auditBars.ts";
import {drawnRows, innerRows, publishedValues} from "./drawnRows.ts";
import {colourName, hasClass, labelOf, shapesOf} from "./Shapes.ts";

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
  // The map draws areas from south to north, not in the order of the table: the tints agree as a whole.
  const left = [...expected];
  return areas.flatMap((shape) => {
    const at = left.indexOf(colourName(shape, "fill"));
    if (at !== -1) left.splice(at, 1);
    return at === -1 && found.length > 0
      ? [{shape, what: "an area is tinted as no released value of this figure is"}]
      : [];
  });
}

function isValueOf(row: PublicCell, key: string): boolean {
  return row.cell.status === "published" && valuesOf(row, row.cell).includes(key);
}

/** None for nought, then five steps by the square root of the value's part of the largest published one. */
function tintOf(row: PublicCell, largest: number): string {
  const value = exactValue(row);
  if (value === undefined) return row.cell.status === "suppressed" ? "paper" : "amount-0";
  const step = value <= 0 || largest <= 0 ? 0 : Math.max(1, Math.ceil(tintSteps * Math.sqrt(value / largest)));
  return `amount-${String(Math.min(step, tintSteps))}`;
}
