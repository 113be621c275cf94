import {rowAt, type DimensionCategory, type FigureData, type Panel} from "../../figures/figureData.ts";
import {exactValue, printRow} from "../../figures/printRow.ts";
import {colourOf} from "./colourOf.ts";
import {ink, shape, type Drawing, type Shape} from "./svg.ts";
import {lineHeight, plain, textAt, widest} from "./textAt.ts";
import {withheldMark} from "./withheldMark.ts";
import {wrapText} from "./wrapText.ts";

const largestShown = 3;

/** A cross-table for a phone: for every row its total as a bar and, in words, its largest published cells. */
export function drawCompactRows(data: FigureData, panel: Panel, width: number): Drawing {
  const [first, second] = data.dimensions;
  const inner = (categories: readonly DimensionCategory[] | undefined) =>
    (categories ?? []).filter(({role}) => role !== "total");
  const totals = inner(first?.categories).map((row) => rowAt(panel, [row.name, "total"]));
  const largest = Math.max(1, ...totals.map((row) => (row && exactValue(row)) ?? 0));
  const room =
    widest(
      totals.flatMap((row) => (row ? [printRow(row, data.mark).text] : [])),
      plain,
    ) + 8;
  let y = 0;
  const shapes: Shape[] = [];
  for (const [index, category] of inner(first?.categories).entries()) {
    const label = wrapText(category.label, width, plain);
    shapes.push(textAt(label, {x: 0, y: y + (label.length * lineHeight) / 2}));
    y += label.length * lineHeight + 2;
    const total = totals[index];
    if (total) {
      const {text} = printRow(total, data.mark);
      const value = exactValue(total);
      const length = value === undefined ? 0 : (value / largest) * (width - room);
      const bar = shape("rect", {class: "bar", x: 0, y: y + 1, width: length, height: 14, fill: ink(colourOf(panel))});
      shapes.push(
        ...(value === undefined
          ? withheldMark(text, total.cell.status === "suppressed", {x: 1, y: y + 8})
          : [bar, textAt(text, {x: length + 5, y: y + 8})]),
      );
      y += 19;
    }
    const words = wrapText(
      largestCells(inner(second?.categories), {panel, row: category, mark: data.mark}),
      width,
      plain,
    );
    shapes.push(textAt(words, {x: 0, y: y + (words.length * lineHeight) / 2}, {colour: "muted"}));
    y += words.length * lineHeight + 10;
  }
  return {width, height: y, shapes};
}

function largestCells(
  columns: readonly DimensionCategory[],
  {panel, row, mark}: {panel: Panel; row: DimensionCategory; mark: string},
): string {
  const cells = columns.flatMap(({name, label}) => {
    const found = rowAt(panel, [row.name, name]);
    const value = found && exactValue(found);
    return found === undefined || value === undefined || value === 0
      ? []
      : [{value, words: `${label} ${printRow(found, mark).text}`}];
  });
  const shown = cells.toSorted((a, b) => b.value - a.value).slice(0, largestShown);
  return shown.length === 0 ? "No published cell above 0" : shown.map(({words}) => words).join(", ");
}
