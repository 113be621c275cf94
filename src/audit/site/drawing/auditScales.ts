import {attribute, textOf, type PageElement} from "../html/parsePage.ts";
import type {PublicCell} from "../editionInDist.ts";
import type {ShownFigure} from "../scope.ts";
import {baseOf, isPercent, printedValue, scaledValues, unitOf} from "./drawnRows.ts";
import {placeOn, type DrawnScale} from "./DrawnScale.ts";
import {eventsLimitsAt} from "./eventsLimit.ts";
import {limitsAt} from "./limitLine.ts";
import {madeOn} from "./auditMade.ts";
import {processLine} from "./processLine.ts";
import {numberAlone} from "../../tells/printedNumbers.ts";
import {numbersBeside} from "./numbersBeside.ts";
import {claimsBy, type DrawnClaim, type ReadClaims} from "./readClaims.ts";
import {colourName, isAt, middleOf, px, shapesOf, type ShapeFault} from "./Shapes.ts";
import {timeOfRow} from "./timeOfRow.ts";

/**
 * Checks what a drawing says of its scales: they end at published values or at the next round step, classes have round
 * limits below the largest published value, ticks are round and stand at their values, and nothing else is said in them.
 */
export function auditScales(
  svg: PageElement,
  figure: ShownFigure,
  {scales, claims}: ReadClaims,
): readonly ShapeFault[] {
  const faults = scales.flatMap((scale) => {
    const what = faultOfScale(scale, {svg, figure, claims});
    return what === undefined ? [] : [{shape: svg, what}];
  });
  return [...faults, ...auditTicks(claims), ...auditBeginnings(svg, claims), ...auditKey(svg, figure, claims)];
}

interface Drawn {
  readonly svg: PageElement;
  readonly figure: ShownFigure;
  readonly claims: readonly DrawnClaim[];
}

function faultOfScale(scale: DrawnScale, drawn: Drawn): string | undefined {
  const {axis, kind, domain} = scale;
  const isInside = kind === "threshold" || isWithin(scale, drawn.svg);
  if (!isInside) return "a scale leaves the drawing";
  switch (`${axis} ${kind}`) {
    case "x linear":
    case "y linear": {
      const isRight = domain.length === 2 && domain.every((end) => canEnd(Number(end), scale, drawn));
      return isRight ? undefined : "a scale ends neither at a published value nor at the next round step";
    }
    case "x utc":
      return domain.every((end) => isPeriod(end, drawn))
        ? undefined
        : "a scale of time ends at no period of the figure";
    case "color threshold":
      return isClassed(scale, drawn) ? undefined : "a class has no round limit among the published values";
    case "x point":
    case "x band":
      return domain.every((name) => isCategory(name, drawn)) ? undefined : "a scale names what is no category";
    default:
      return "a scale is of a kind that no chart draws";
  }
}

function isWithin({axis, range}: DrawnScale, svg: PageElement): boolean {
  const size = attribute(svg, "viewBox").split(" ").map(Number)[axis === "y" ? 3 : 2] ?? NaN;
  return range.length === 2 && range.every((end) => Number(end) >= -1 && Number(end) <= size + 1);
}

/** Shares may run from nought to a hundred; whatever else a scale reaches is published, or the round step after it. */
function canEnd(end: number, scale: DrawnScale, {figure, claims}: Drawn): boolean {
  const isOfBases = claimsBy(claims, "x-base").some(({scales}) => scales.get("x") === scale);
  const bases = figure.cells.flatMap((row) => baseOf(row) ?? []);
  const made = madeOn(scale, figure, claims);
  const values = [...scaledValues(figure), ...(scale.axis === "y" ? figure.cells.flatMap(releasedValue) : [])];
  const published = isOfBases ? bases : made.length > 0 ? made : values;
  const isShare = figure.cells.some(isPercent);
  // Where nothing is above nought, or nothing drawn at all, a scale still needs a length.
  const isUnused = !claims.some(({scales}) => [...scales.values()].includes(scale));
  const isEmpty = isUnused || published.every((value) => value === 0);
  const fixed = [0, ...(isShare ? [100] : []), ...(isEmpty ? [1] : [])];
  const known = [...fixed, ...published, ...stackEnds(scale, claims)];
  return (
    known.some((value) => Math.abs(value - end) <= 0.0051) ||
    isNextStep(end, published) ||
    limitsOn(scale, figure, claims).some((limits) => isNextStep(end, limits))
  );
}

/**
 * The released values with limits that a scale may have to hold: of a funnel those at each published base, of a control chart
 * all of them.
 */
function limitsOn(
  scale: DrawnScale,
  {cells}: ShownFigure,
  claims: readonly DrawnClaim[],
): readonly (readonly number[])[] {
  const drawn = claimsBy(claims, "limit").filter(({scales}) => scales.get("y") === scale);
  const values = cells.flatMap(releasedValue);
  const levels = drawn.flatMap(({formula, rows}) => processLine(formula, rows) ?? []);
  if (levels.length > 0) return [[...values, ...levels]];
  const [whole] = drawn.flatMap(({rows}) => rows);
  return whole === undefined
    ? []
    : cells.flatMap((row) => baseOf(row) ?? []).map((base) => [...values, ...limitsAround(whole, base)]);
}

/** The limits of a funnel at a base: of shares, or of events. */
function limitsAround(whole: PublicCell, base: number): readonly number[] {
  return whole.asked.address.measure === "share"
    ? releasedValue(whole).flatMap((value) => limitsAt(value, base))
    : eventsLimitsAt(whole, base);
}

function releasedValue({cell}: PublicCell): readonly number[] {
  return cell.status === "published" ? [cell.value] : [];
}

/** Bars that stand end to end are together as long as their printed values add up to. */
function stackEnds(scale: DrawnScale, claims: readonly DrawnClaim[]): readonly number[] {
  const bars = claims.filter(({shape, scales}) => shape.name === "rect" && [...scales.values()].includes(scale));
  const along = scale.axis === "x" ? "y" : "x";
  const stacks = [...Map.groupBy(bars, ({shape}) => attribute(shape, along)).values()];
  return stacks.map((stack) => stack.reduce((sum, {rows: [row]}) => sum + ((row && printedValue(row)) ?? 0), 0));
}

/** The multiple of a round step next beyond the published values and the twentieth that charts add; steps are coarse. */
function isNextStep(end: number, published: readonly number[]): boolean {
  const [low, high] = [Math.min(...published), Math.max(...published)];
  const spread = high - low || Math.abs(high) || 1;
  return roundSteps(spread / 10).some((step) => {
    const isMultiple = Math.abs(end / step - Math.round(end / step)) < 1e-6;
    const margin = spread * 0.05 + step + spread / 1e9;
    return isMultiple && step <= spread && end >= low - margin && end <= high + margin;
  });
}

/** 1, 2 and 5 times powers of ten from a least step on. */
function roundSteps(least: number): readonly number[] {
  const power = Math.floor(Math.log10(least));
  return [0, 1, 2]
    .flatMap((more) => [1, 2, 5].map((digit) => digit * 10 ** (power + more)))
    .filter((step) => step >= least);
}

function isClassed({domain, range}: DrawnScale, {figure}: Drawn): boolean {
  const largest = Math.max(0, ...figure.cells.map((row) => printedValue(row) ?? 0));
  const limits = domain.map(Number);
  const isRound = limits.every((limit) => limit > 0 && Number(limit.toPrecision(1)) === limit);
  const isRising = limits.every((limit, index) => index === 0 || limit > (limits[index - 1] ?? 0));
  const isTinted = range.length === limits.length + 1 && range.every((name) => /^amount-[0-5]$/.test(name));
  return isRound && isRising && isTinted && limits.every((limit) => limit <= Math.max(largest, 0.5));
}

function isPeriod(end: string, {figure}: Drawn): boolean {
  return figure.cells.some((row) => timeOfRow(row) === Date.parse(end));
}

function isCategory(name: string, {figure}: Drawn): boolean {
  return figure.cells.some(({asked}) =>
    asked.place.some(({category}) => category !== "total" && category.name === name),
  );
}

/** A scale that does not begin at nought says where it does: by length or place its values seem to differ more. */
function auditBeginnings(svg: PageElement, claims: readonly DrawnClaim[]): readonly ShapeFault[] {
  const words = claimsBy(claims, "x-begin", "y-begin");
  const wrong = words.filter(({shape, scales}) => !saysBeginning(shape, [...scales.values()][0]));
  const measured = claimsBy(claims, "x", "y", "x-interval", "x-made", "y-made").flatMap(({scales}) => [
    ...scales.values(),
  ]);
  const cut = [...new Set(measured)].filter(({domain: [from, to]}) => Number(from) > 0 || Number(to) < 0);
  const unsaid = cut.filter((scale) => !words.some(({scales}) => scales.get(scale.axis) === scale));
  return [
    ...wrong.map(({shape}) => ({shape, what: "an axis is said to begin where it does not"})),
    ...unsaid.map(() => ({shape: svg, what: "a scale does not begin at nought, and the drawing does not say so"})),
  ];
}

function saysBeginning(text: PageElement, scale: DrawnScale | undefined): boolean {
  const [, number = ""] = /^Axis begins at (.+)$/.exec(textOf(text)) ?? [];
  return numberAlone(number) === Number(scale?.domain[0]);
}

function auditTicks(claims: readonly DrawnClaim[]): readonly ShapeFault[] {
  const ticks = claimsBy(claims, "x-tick", "y-tick");
  const axes = [...Map.groupBy(ticks, ({scales}) => [...scales.values()][0]).values()];
  return axes.flatMap((axis) => {
    const steps = roundStepOf(axis.map(({shape}) => tickValue(shape)).toSorted((a, b) => a - b));
    return axis.flatMap(({shape, scales}) => {
      const what = steps ? tickFault(shape, [...scales.values()][0]) : "an axis has ticks of no round step";
      return what === undefined ? [] : [{shape, what}];
    });
  });
}

function tickFault(shape: PageElement, scale: DrawnScale | undefined): string | undefined {
  const value = tickValue(shape);
  const [from = NaN, to = NaN] = scale?.domain.map(Number) ?? [];
  if (scale === undefined || !(value >= from - 1e-6 && value <= to + 1e-6))
    return `an axis goes on to ${textOf(shape)}, beyond the end of its scale`;
  const {x, y} = middleOf(shape);
  const isRight =
    scale.axis === "x"
      ? attribute(shape, "text-anchor") === "middle" && isAt(x, placeOn(scale, value))
      : isAt(y, placeOn(scale, value));
  return isRight ? undefined : "a tick stands elsewhere than its value is";
}

function tickValue(shape: PageElement): number {
  return numberAlone(textOf(shape));
}

/** Whether values rise by one step that is 1, 2 or 5 times a power of ten and every value is a multiple of it. */
function roundStepOf(values: readonly number[]): boolean {
  const [first = NaN, second] = values;
  if (second === undefined) return Number(first.toPrecision(1)) === first;
  const step = second - first;
  const leading = step / 10 ** Math.floor(Math.log10(step) + 1e-9);
  return (
    [1, 2, 5].some((digit) => Math.abs(leading - digit) < 1e-6) &&
    values.every((value, index) => Math.abs(value - first - index * step) < step / 1e6) &&
    Math.abs(first / step - Math.round(first / step)) < 1e-6
  );
}

/** What the key says of a tint are the ends of its class. */
function auditKey(svg: PageElement, figure: ShownFigure, claims: readonly DrawnClaim[]): readonly ShapeFault[] {
  const units = new Set(figure.cells.map(unitOf).filter((unit) => unit !== ""));
  return claimsBy(claims, "key").flatMap(({shape, scales}) => {
    const scale = scales.get("color");
    const swatch = shapesOf(svg, "rect").find((box) => isAt(px(box, "x") + 20, px(shape, "x")) && isBeside(box, shape));
    const index = swatch === undefined ? -1 : (scale?.range.indexOf(colourName(swatch, "fill")) ?? -1);
    const limits = [0, ...(scale?.domain.map(Number) ?? [])];
    const [from, to] = index <= 0 ? [0, 0] : [index === 1 ? 0 : limits[index], limits[index + 1]];
    const numbers = numbersBeside(shape, [...units]).map(({key}) => Number(key.replace("%", "")));
    const isOfClass = (number: number) => number >= (from ?? NaN) && number <= (to ?? from ?? NaN);
    return index >= 0 && numbers.every(isOfClass)
      ? []
      : [{shape, what: "a key says otherwise than the classes of its scale are"}];
  });
}

function isBeside(box: PageElement, text: PageElement): boolean {
  return Math.abs(middleOf(box).y - middleOf(text).y) <= 20;
}
