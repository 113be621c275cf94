import {attribute, textOf, type PageElement} from "../html/parsePage.ts";
import type {PublicCell} from "../editionInDist.ts";
import type {ShownFigure} from "../scope.ts";
import type {DrawnScale} from "./DrawnScale.ts";
import {kinName} from "./drawnRows.ts";
import {claimsBy, type DrawnClaim} from "./readClaims.ts";
import {extentOf, pixelTolerance, px, type ShapeFault} from "./Shapes.ts";
import {textWidth} from "./textWidth.ts";

/**
 * Checks that what stands for withheld numbers stands at one place along every scale that its series is drawn on, whether
 * within the scale or beyond its ends: its place would tell how large they are. Within a scale it stands at
 * the edge of the drawing or of the scale, whatever the number is.
 */
export function auditMarks(
  svg: PageElement,
  figure: ShownFigure,
  claims: readonly DrawnClaim[],
): readonly ShapeFault[] {
  const linear = [...new Set(claims.flatMap(({scales}) => [...scales.values()]))].filter(({kind}) => kind === "linear");
  return linear.flatMap((scale) => {
    const axis = scale.axis === "x" ? "x" : "y";
    const drawn = claimsBy(claims, axis, `${axis}-interval`, `${axis}-base`, `${axis}-made`).filter(
      ({scales}) => scales.get(axis) === scale,
    );
    const own = claimsBy(claims, "mark", "made-mark").filter(({rows}) =>
      rows.some((row) => isAmong(row, drawn, figure)),
    );
    const spread = [...Map.groupBy(own, (claim) => kindOf(claim, figure)).values()].flatMap((alike) => {
      const places = alike.map(({shape}) => px(shape, axis));
      const isOnePlace = Math.max(...places) - Math.min(...places) <= pixelTolerance;
      const what = "marks of withheld numbers stand at several places of a scale";
      return isOnePlace ? [] : alike.slice(0, 1).map(({shape}) => ({shape, what}));
    });
    const within =
      axis === "x" ? own.filter((mark) => isWithin(mark, scale) && !isAtEdge(mark, own, {svg, scale})) : [];
    const what = "the mark of a withheld number stands among the numbers of a scale";
    return [...spread, ...within.map(({shape}) => ({shape, what}))];
  });
}

/** Whether a cell belongs to what is drawn on one scale: of its series, and of the categories that all of that has. */
function isAmong(row: PublicCell, drawn: readonly DrawnClaim[], figure: ShownFigure): boolean {
  const kin = drawn.flatMap(({rows}) => rows).filter((one) => kinName(one, figure) === kinName(row, figure));
  if (kin.length < 2) return false;
  return row.asked.place.every((_, variable) => {
    const names = new Set(kin.map((one) => nameAt(one, variable)));
    return names.size > 1 ? nameAt(row, variable) !== "total" || names.has("total") : names.has(nameAt(row, variable));
  });
}

function nameAt({asked}: PublicCell, variable: number): string {
  const category = asked.place[variable]?.category;
  return category === undefined || category === "total" ? "total" : category.name;
}

/** Boxes and words of one mark each stand in a line of their own, those of each side of a scale apart. */
function kindOf({shape, rows: [row]}: DrawnClaim, figure: ShownFigure): string {
  return [row ? kinName(row, figure) : "", shape.name, /^\[\w+\]/.exec(textOf(shape))?.[0] ?? ""].join("|");
}

function isWithin({shape}: DrawnClaim, {range}: DrawnScale): boolean {
  const [from = NaN, to = NaN] = range.map(Number).toSorted((a, b) => a - b);
  const {left, right} = extentOf(shape);
  return left > from + 1 && right < to - 1;
}

/** Whether a mark, with the words beside its box, begins or ends where the drawing or the scale does. */
function isAtEdge(
  {shape, rows}: DrawnClaim,
  marks: readonly DrawnClaim[],
  {svg, scale}: {readonly svg: PageElement; readonly scale: DrawnScale},
): boolean {
  const edges = [0, px(svg, "width"), ...scale.range.map(Number)];
  const parts = [
    shape,
    ...marks.filter((mark) => mark.rows.some((row) => rows.includes(row))).map((mark) => mark.shape),
  ];
  const ends = parts.map((part) => {
    const {left, right} = extentOf(part);
    return part.name === "text" && attribute(part, "text-anchor") === ""
      ? [left, left + textWidth(textOf(part))]
      : [left, right];
  });
  const [first, last] = [
    Math.min(...ends.map(([left = NaN]) => left)),
    Math.max(...ends.map(([, right = NaN]) => right)),
  ];
  return edges.some((edge) => Math.abs(edge - first) <= 2 || Math.abs(edge - last) <= 4);
}
