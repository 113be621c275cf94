import type {PageElement} from "../html/parsePage.ts";
import type {PublicCell} from "../editionInDist.ts";
import type {ShownFigure} from "../scope.ts";
import {innerRows, isHeldBack, printedValue, rowKey, seriesOf} from "./drawnRows.ts";
import {claimsBy, type DrawnClaim} from "./readClaims.ts";
import {bare, bareText, extentOf, isAt, middleOf, pixelTolerance, shapesOf, type ShapeFault} from "./Shapes.ts";

type Axis = "x" | "y";

/**
 * Checks every order in which a drawing shows categories, whatever its chart: along each axis that shows no number, the
 * shapes and marks of a series stand in published order, or in that of the printed values of a series of which nothing is
 * withheld. A place in another order would tell what a mark hides. Names stand in the order of what they name.
 */
export function auditOrder(
  svg: PageElement,
  figure: ShownFigure,
  claims: readonly DrawnClaim[],
): readonly ShapeFault[] {
  const shown = claimsBy(claims, "x", "y", "x-made", "fill", "mark").filter(({shape}) => shape.name !== "line");
  const series = seriesOf(figure).map(innerRows);
  return series.flatMap((rows) =>
    variablesOf(rows).flatMap((variable) =>
      (["x", "y"] as const).flatMap((axis) => auditAxis({svg, rows, variable, axis, shown, series})),
    ),
  );
}

interface Ordered {
  readonly svg: PageElement;
  readonly rows: readonly PublicCell[];
  /** Which variable of the place. */
  readonly variable: number;
  readonly axis: Axis;
  readonly shown: readonly DrawnClaim[];
  readonly series: readonly (readonly PublicCell[])[];
}

/** A category as it is written or drawn along an axis. */
interface Placed {
  readonly name: string;
  readonly place: number;
  readonly shape: PageElement;
  /** It stands at one place, and nothing else there. */
  readonly isAlone: boolean;
}

function auditAxis(ordered: Ordered): readonly ShapeFault[] {
  const {rows, variable} = ordered;
  // Of two variables, the categories of one are in order within each category of the other.
  const parts = [...Map.groupBy(rows, (row) => otherNames(row, variable)).values()];
  const placed = parts.map((part) => placedAlong(part, ordered));
  const [known] = placed.filter((one) => one.length > 0).map((one) => one.map(({name}) => name));
  const faults = placed.flatMap((one) => orderFaults(one, ordered));
  const [first] = faults;
  if (first !== undefined) return [first];
  return known === undefined || new Set(known).size < Math.max(2, known.length) ? [] : namesAlong(ordered, known);
}

function otherNames({asked}: PublicCell, variable: number): string {
  return asked.place
    .map(({category}, index) => (index === variable || category === "total" ? "" : category.name))
    .join("|");
}

function orderFaults(placed: readonly Placed[], ordered: Ordered): readonly ShapeFault[] {
  const [first] = placed;
  if (first === undefined) return [];
  const crowded = placed.find(({isAlone}) => !isAlone);
  if (crowded !== undefined)
    return [{shape: crowded.shape, what: "categories stand neither in one line nor each at one place of its own"}];
  const names = placed.map(({name}) => name);
  if ([names, names.toReversed()].some((order) => isExplained(order, ordered))) return [];
  const what = ordered.rows.some(isHeldBack)
    ? "rows are sorted although a number among them is withheld: its place tells what the mark hides"
    : "rows stand neither in published order nor in the order of their values";
  return [{shape: first.shape, what}];
}

/**
 * The categories in the order drawn, each at its place. Nothing where the axis tells none from another: where all of
 * them stand at one place along it, or where it shows their numbers.
 */
function placedAlong(part: readonly PublicCell[], {variable, axis, shown}: Ordered): readonly Placed[] {
  const names = new Map(part.map((row) => [rowKey(row), nameAt(row, variable)]));
  const all = shown.flatMap((claim) =>
    isMeasured(claim, axis)
      ? []
      : claim.rows.flatMap((row) => {
          const name = names.get(rowKey(row));
          const isMark = claim.channels.includes("mark");
          return name === undefined ? [] : [{name, place: placeOf(claim.shape, axis), isMark, shape: claim.shape}];
        }),
  );
  if (
    isMap(
      all.map(({shape}) => shape),
      axis,
    )
  )
    return [];
  const shapes = all.filter(({isMark}) => !isMark);
  // Marks beside a scale, and under bars that stand end to end, are in lines of their own.
  const isLevel = shapes.length === 0 || isOnePlace(all, 1) || (isSpread(shapes) && isOnePlace(shapes));
  if (isLevel) return [];
  const groups = [...Map.groupBy(all, ({name}) => name).values()];
  const placed = groups.flatMap((own) => {
    const [one] = own;
    return one === undefined ? [] : [{...one, isAlone: isOnePlace(own, nearBy)}];
  });
  const sorted = placed.toSorted((a, b) => a.place - b.place);
  return sorted.map((one, index) => ({
    ...one,
    isAlone: one.isAlone && (index === 0 || !isAt(one.place, sorted[index - 1]?.place ?? NaN)),
  }));
}

function isSpread(all: readonly {readonly name: string}[]): boolean {
  return new Set(all.map(({name}) => name)).size > 1;
}

function isOnePlace(all: readonly {readonly place: number}[], tolerance = pixelTolerance): boolean {
  const places = all.map(({place}) => place);
  return Math.max(...places) - Math.min(...places) <= tolerance;
}

/** The shapes of a map lie where the areas lie. */
function isMap(shapes: readonly PageElement[], axis: Axis): boolean {
  return shapes.some(({name}) => name === "path") && !isInLine(shapes, axis);
}

/** Boxes and words of one mark may stand a little above one another, and marks of several rows a line. */
const nearBy = 18;

/** An axis that shows the number itself is no order of categories; one of time is. */
function isMeasured({channels}: DrawnClaim, axis: Axis): boolean {
  return channels.some((channel) => channel === axis || (channel.startsWith(`${axis}-`) && channel !== "x-time"));
}

function placeOf(shape: PageElement, axis: Axis): number {
  return middleOf(shape)[axis];
}

/** Shapes that stand in one row, or one column, across an axis. */
function isInLine(shapes: readonly PageElement[], axis: Axis): boolean {
  const across = shapes.map((shape) => middleOf(shape)[axis === "x" ? "y" : "x"]);
  return Math.max(...across) - Math.min(...across) <= pixelTolerance;
}

function variablesOf(rows: readonly PublicCell[]): readonly number[] {
  return (rows[0]?.asked.place ?? []).map((_, index) => index);
}

/** The name of a category that takes part in an order; what is not stated or lies outside stands where it may. */
function nameAt({asked}: PublicCell, variable: number): string | undefined {
  const category = asked.place[variable]?.category;
  return category === undefined || category === "total" || category.role !== "value" ? undefined : category.name;
}

/** Whether an order is the published one, or follows from printed values of a series of which nothing is withheld. */
function isExplained(names: readonly string[], {rows, variable, series}: Ordered): boolean {
  const published = [...new Set(rows.flatMap((row) => nameAt(row, variable) ?? []))];
  const positions = names.map((name) => published.indexOf(name));
  if (isRising(positions)) return true;
  return series.some((one) => {
    const ranked = one.filter((row) => nameAt(row, 0) !== undefined);
    if (variable !== 0 || ranked.some(isHeldBack) || ranked.some(({asked}) => asked.place.length > 1)) return false;
    const values = new Map(ranked.map((row) => [nameAt(row, 0), printedValue(row) ?? -Infinity]));
    const isLower = (a: number, b: number): boolean => {
      const [va = -Infinity, vb = -Infinity] = [values.get(names[a]), values.get(names[b])];
      return va > vb || (va === vb && (positions[a] ?? 0) < (positions[b] ?? 0));
    };
    return names.every((_, index) => index === 0 || isLower(index - 1, index));
  });
}

function isRising(values: readonly number[]): boolean {
  return values.every((value, index) => index === 0 || value > (values[index - 1] ?? -1));
}

/**
 * The labels of the categories stand in the order of their shapes; and so do those of categories that nothing is drawn
 * for, whose place would tell as much.
 */
function namesAlong(ordered: Ordered, names: readonly string[]): readonly ShapeFault[] {
  const written = namesWritten(ordered);
  const beside = written.filter(({name}) => names.includes(name));
  const inOrder = names.filter((name) => beside.some((one) => one.name === name));
  const wrong = beside.find(({name}, index) => inOrder[index] !== name);
  if (wrong !== undefined) return [{shape: wrong.shape, what: "a name stands by the shape of another category"}];
  const order = written.map(({name}) => name);
  const [first] = written;
  if (first === undefined || [order, order.toReversed()].some((one) => isExplained(one, ordered))) return [];
  return [{shape: first.shape, what: "names are sorted by numbers that are withheld or not drawn"}];
}

/** The names of the categories along an axis; none where they are written twice, or beside a key. */
function namesWritten({svg, rows, variable, axis, shown}: Ordered): readonly Omit<Placed, "isAlone">[] {
  const labels = new Map(
    rows.flatMap((row) => {
      const category = row.asked.place[variable]?.category;
      const name = nameAt(row, variable);
      return category === undefined || category === "total" || name === undefined
        ? []
        : [[bare(category.label), name] as const];
    }),
  );
  const written = shapesOf(svg, "text")
    .flatMap((shape) => {
      const name = labels.get(bareText(shape));
      return name === undefined ? [] : [{name, shape, place: placeOf(shape, axis)}];
    })
    .toSorted((a, b) => a.place - b.place);
  const isSingle = new Set(written.map(({name}) => name)).size === written.length;
  const isSpread = written.every((one, index) => index === 0 || !isAt(one.place, written[index - 1]?.place ?? NaN));
  const drawn = new Set(shown.flatMap((claim) => claim.rows.map((row) => nameAt(row, variable))));
  const beside = written.filter(({name}) => drawn.has(name)).map(({shape}) => shape);
  return isSingle && isSpread && standBeside(beside, {axis, shown}) ? written : [];
}

/** Whether texts are spread as far as the shapes that they could name: a key above a drawing is not. */
function standBeside(texts: readonly PageElement[], {axis, shown}: Pick<Ordered, "axis" | "shown">): boolean {
  const shapes = shown.map(({shape}) => extentOf(shape));
  const [from, to] =
    axis === "y"
      ? [Math.min(...shapes.map(({top}) => top)), Math.max(...shapes.map(({bottom}) => bottom))]
      : [Math.min(...shapes.map(({left}) => left)), Math.max(...shapes.map(({right}) => right))];
  const inside = texts.filter((text) => placeOf(text, axis) >= from - 40 && placeOf(text, axis) <= to + 40);
  return inside.length === texts.length;
}

/** Whether a category that takes part in a ranking has a withheld cell. */
export function isPartlyWithheld(rows: readonly PublicCell[]): boolean {
  return rows.some((row) => row.cell.status === "suppressed" && nameAt(row, 0) !== undefined);
}

/** Labels of the first variable's categories in published order, without white space. */
export function orderOf(rows: readonly PublicCell[]): readonly string[] {
  const labels = rows.flatMap(({asked: {place}}) => {
    const category = place[0]?.category;
    return category === undefined || category === "total" || category.role !== "value" ? [] : [bare(category.label)];
  });
  return [...new Set(labels)];
}
