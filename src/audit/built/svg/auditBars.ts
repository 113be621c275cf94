import {placeOf, type PageElement} from "../html/parsePage.ts";
import {exactValue, type PublicCell} from "../editionInDist.ts";
import {valuesOf} from "../numbersOfCell.ts";
import {printedNumbers} from "../printedNumbers.ts";
import {labelOf, pixelTolerance, px, unmatched, type Scale} from "./Shapes.ts";

/** What is wrong with a shape of a drawing. */
export interface ShapeFault {
  readonly shape: PageElement;
  readonly what: string;
}

/**
 * Compares the bars of one scale with the released values: every bar has to be as long as one published value of its
 * own, and the number at its end has to be that value. The scale is the one under which most bars do.
 */
export function auditBars(
  bars: readonly PageElement[],
  rows: readonly PublicCell[],
  side: "width" | "height",
): readonly ShapeFault[] {
  const published = rows.filter(({cell}) => cell.status === "published");
  const values = published.flatMap((row) => exactValue(row) ?? []);
  const lengths = bars.map((bar) => px(bar, side));
  const scale = bestScale(lengths, values);
  const wrong = unmatched(lengths, values, scale);
  return bars.flatMap((shape, index): readonly ShapeFault[] => {
    const length = lengths[index] ?? NaN;
    if (wrong.includes(length)) return [{shape, what: "a bar is as long as no released value of this figure"}];
    return isMislabelled(shape, {length, scale, published})
      ? [{shape, what: "the number at a bar is not the released value that the bar is as long as"}]
      : [];
  });
}

/** Of the scales that make some bar some value, the one that leaves fewest bars without a value. */
function bestScale(lengths: readonly number[], values: readonly number[]): Scale {
  const longest = Math.max(0, ...lengths);
  const candidates = [...new Set(values)]
    .filter((value) => value > 0)
    .map((value) => ({start: 0, perUnit: longest / value}));
  const second = lengths.toSorted((a, b) => b - a)[1] ?? 0;
  // A bar that should not be there may be the longest: the scale is then that of the next.
  const others =
    second > 0 && candidates.length > 0
      ? candidates.map(({perUnit}) => ({start: 0, perUnit: (perUnit / longest) * second}))
      : [];
  return [...candidates, ...others].reduce<{scale: Scale; left: number}>(
    (best, scale) => {
      if (best.left === 0) return best;
      const left = unmatched(lengths, values, scale).length;
      return left < best.left ? {scale, left} : best;
    },
    {scale: {start: 0, perUnit: 1}, left: Infinity},
  ).scale;
}

function isMislabelled(
  shape: PageElement,
  {length, scale, published}: {length: number; scale: Scale; published: readonly PublicCell[]},
): boolean {
  const [number] = printedNumbers(labelOf(shape));
  if (number?.text !== labelOf(shape).replace(/^[<>]/, "")) return false;
  const same = published.filter((row) => Math.abs((exactValue(row) ?? NaN) * scale.perUnit - length) <= pixelTolerance);
  return !same.some((row) => row.cell.status === "published" && valuesOf(row, row.cell).includes(number.key));
}

/** Where a shape stands, for a message. */
export function shapePlace(shape: PageElement): string {
  const x = shape.attributes.get("x") ?? shape.attributes.get("cx") ?? "";
  const y = shape.attributes.get("y") ?? shape.attributes.get("cy") ?? "";
  return x === "" ? placeOf(shape) : `${placeOf(shape)}, at ${x},${y}`;
}
