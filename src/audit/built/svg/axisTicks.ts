import {attribute, textOf, type PageElement} from "../html/parsePage.ts";
import type {ShownFigure} from "../scope.ts";
import {scaledValues} from "./drawnRows.ts";
import {shapesOf} from "./Shapes.ts";

/** The labels of one axis and the values that they name, ascending. */
export interface Axis {
  readonly labels: readonly PageElement[];
  readonly values: readonly number[];
  readonly step: number;
}

const bareNumber = /^[\d,]+(?:\.\d+)?%?$/;

/**
 * The axes of a drawing: two or more bare numbers in one row or column that rise by one round step from a multiple of
 * it. Other numbers are no ticks and have to be released.
 */
export function axesOf(svg: PageElement): readonly Axis[] {
  const labels = shapesOf(svg, "text").filter(
    (text) => bareNumber.test(textOf(text)) && /muted|#565D66/i.test(attribute(text, "fill")),
  );
  const rows = [...Map.groupBy(labels, (label) => attribute(label, "y")).values()];
  const single = rows.filter((row) => row.length === 1).flat();
  const columns = [...Map.groupBy(single, (label) => attribute(label, "x")).values()];
  return [...rows.flatMap(splitAxes), ...columns.flatMap(splitAxes)].flatMap((group) => {
    const sorted = group.toSorted((a, b) => valueOf(a) - valueOf(b));
    const values = sorted.map(valueOf);
    const step = stepOf(values);
    return step === undefined ? [] : [{labels: sorted, values, step}];
  });
}

/** Panels side by side have their axes in one row: a new one starts where the numbers fall. */
function splitAxes(labels: readonly PageElement[]): readonly (readonly PageElement[])[] {
  const axes: PageElement[][] = [];
  for (const label of labels) {
    const last = axes.at(-1)?.at(-1);
    if (last === undefined || valueOf(label) <= valueOf(last)) axes.push([label]);
    else axes.at(-1)?.push(label);
  }
  return axes;
}

/** Whether an axis goes no further than to the next tick beyond what is published and the twentieth that charts add. */
export function isWithinPublished({values, step}: Axis, figure: ShownFigure): boolean {
  const published = scaledValues(figure);
  const [low, high] = [Math.min(...published), Math.max(...published)];
  const margin = (high - low || Math.abs(high) || 1) * 0.05;
  const most = (Math.floor((high + margin) / step) + 1) * step;
  const least = Math.min(0, (Math.ceil((low - margin) / step) - 1) * step);
  return values.every((value) => value <= most + step / 1e6 && value >= least - step / 1e6);
}

function valueOf(label: PageElement): number {
  return Number(textOf(label).replace(/[,%]/g, ""));
}

/** The step of an axis where it is 1, 2 or 5 times a power of ten and every value is a multiple of it. */
function stepOf(values: readonly number[]): number | undefined {
  const [first = 0, second = 0] = values;
  const step = second - first;
  if (values.length < 2 || !(step > 0)) return undefined;
  const leading = step / 10 ** Math.floor(Math.log10(step) + 1e-9);
  const isRound = [1, 2, 5].some((digit) => Math.abs(leading - digit) < 1e-6);
  const isEven = values.every((value, index) => Math.abs(value - first - index * step) < step / 1e6);
  const isMultiple = Math.abs(first / step - Math.round(first / step)) < 1e-6;
  return isRound && isEven && isMultiple ? step : undefined;
}
