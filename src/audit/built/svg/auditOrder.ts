import {textOf, type PageElement} from "../html/parsePage.ts";
import type {PublicCell} from "../editionInDist.ts";
import type {ShownFigure} from "../scope.ts";
import type {ShapeFault} from "./auditBars.ts";
import {drawnRows, innerRows} from "./drawnRows.ts";
import {px, shapesOf} from "./Shapes.ts";

const ranking = ["bars", "dots", "ranked-dots"];

/**
 * A chart that ranks stands in published order where a cell that it would rank is withheld: a place in a ranking would
 * tell what the mark hides.
 */
export function auditOrder(svg: PageElement, {block, ...figure}: ShownFigure): readonly ShapeFault[] {
  if (!("chart" in block) || !ranking.includes(block.chart)) return [];
  const rows = innerRows(drawnRows({block, ...figure}));
  if (!isPartlyWithheld(rows)) return [];
  const published = orderOf(rows);
  const drawn = labelsOf(svg, published);
  const [shape] = drawn;
  const isPublished = drawn.every(
    (label, index) => index === 0 || indexOf(label, published) >= indexOf(drawn[index - 1] ?? label, published),
  );
  if (shape === undefined || isPublished) return [];
  return [
    {shape, what: "rows are sorted although a number among them is withheld: its place tells what the mark hides"},
  ];
}

/** Whether a category that takes part in a ranking has a withheld cell. */
export function isPartlyWithheld(rows: readonly PublicCell[]): boolean {
  return rows.some(({cell, asked: {place}}) => {
    const category = place[0]?.category;
    return cell.status === "suppressed" && category !== undefined && category !== "total" && category.role === "value";
  });
}

/** Labels of the first variable's categories in published order, without white space: wrapped labels lose theirs. */
export function orderOf(rows: readonly PublicCell[]): readonly string[] {
  const labels = rows.flatMap(({asked: {place}}) => {
    const category = place[0]?.category;
    return category === undefined || category === "total" || category.role !== "value" ? [] : [bare(category.label)];
  });
  return [...new Set(labels)];
}

/** The labels of rows in the order drawn, from top to bottom. */
function labelsOf(svg: PageElement, published: readonly string[]): readonly PageElement[] {
  return shapesOf(svg, "text")
    .filter((text) => published.includes(bare(textOf(text))))
    .toSorted((a, b) => px(a, "y") - px(b, "y"));
}

function indexOf(label: PageElement, published: readonly string[]): number {
  return published.indexOf(bare(textOf(label)));
}

/** A label without white space. */
export function bare(label: string): string {
  return label.replace(/\s+/g, "");
}
