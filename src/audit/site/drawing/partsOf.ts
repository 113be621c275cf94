import {attribute, isElement, type PageElement} from "../html/parsePage.ts";
import type {PublicCell} from "../editionInDist.ts";
import type {ShownFigure} from "../scope.ts";
import {drawnRows} from "./drawnRows.ts";
import type {DrawnScale} from "./DrawnScale.ts";
import type {DrawnClaim, ReadClaims} from "./readClaims.ts";
import {bare, bareText, extentOf, middleOf, pixelTolerance, shapesOf, type Extent, type ShapeFault} from "./Shapes.ts";

/** A drawing, or one panel of it, with the cells that it may show. */
export interface DrawnPart {
  readonly svg: PageElement;
  readonly figure: ShownFigure;
  readonly read: ReadClaims;
}

/** The parts of a drawing, and what is wrong with how they stand together. */
export interface DrawnParts {
  readonly parts: readonly DrawnPart[];
  readonly faults: readonly ShapeFault[];
}

/** Panels in rows, as a drawing declares them. In px. */
interface Grid {
  /** Which variable of a place has a panel for each category. */
  readonly at: number;
  readonly columns: number;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

type Category = Exclude<PublicCell["asked"]["place"][number]["category"], "total">;

interface Panel {
  readonly name: string;
  readonly label: string;
  readonly extent: Extent;
}

/**
 * A drawing as a whole, or its panels, where it declares a grid of them: each is then judged as a drawing of its own. The
 * panels stand in rows in the published order of their categories, whatever their numbers are; what shows a cell stands in its
 * category's panel, under that name alone; all panels are drawn on the same scales. What stands in no panel is a part, too.
 */
export function partsOf(svg: PageElement, figure: ShownFigure, read: ReadClaims): DrawnParts {
  if (!svg.attributes.has("data-panels")) return {parts: [{svg, figure, read}], faults: []};
  const grid = gridOf(svg, figure);
  if (grid === undefined)
    return {
      parts: [{svg, figure, read}],
      faults: [{shape: svg, what: "a drawing says of its panels what none can be"}],
    };
  const panels = panelsIn(grid, {svg, figure, read});
  const parts = panels.map((panel) => partIn(panel, {svg, figure, read}, grid));
  const taken = new Set(parts.flatMap((part) => part.svg.children));
  const rest = {
    svg: {...svg, children: svg.children.filter((child) => !taken.has(child))},
    figure,
    read: {...read, claims: read.claims.filter(({shape}) => !taken.has(shape))},
  };
  const outside = rest.read.claims.filter(({rows}) => rows.some(({asked}) => asked.place.length > grid.at));
  return {
    parts: [...parts, rest],
    faults: [
      ...outside.map(({shape}) => ({shape, what: "what shows a cell stands in no panel"})),
      ...panels.flatMap((panel, index) => strangersIn(parts[index]?.read.claims ?? [], panel, grid)),
      ...parts.flatMap((part, index) => nameFaults(part.svg, panels[index])),
      ...scaleFaults(parts, panels),
    ],
  };
}

function gridOf(svg: PageElement, figure: ShownFigure): Grid | undefined {
  const pattern = /^([\w-]+) (\d{1,2}) ([\d.]+) ([\d.]+) ([\d.]+) ([\d.]+)$/;
  const [, variable, ...numbers] = pattern.exec(attribute(svg, "data-panels")) ?? [];
  const [columns = NaN, left = NaN, top = NaN, width = NaN, height = NaN] = numbers.map(Number);
  const variables = drawnRows(figure)[0]?.asked.place.map((place) => place.variable.name) ?? [];
  const at = variables.findIndex((name) => name === variable);
  return at < 0 || !(columns >= 1) || !(width > 0) || !(height > 0)
    ? undefined
    : {at, columns, left, top, width, height};
}

/** The categories but those that the drawing says it leaves out, in published order, each with its room in the grid. */
function panelsIn(grid: Grid, {svg, figure, read}: DrawnPart): readonly Panel[] {
  const drawn = new Set(read.claims.flatMap(({rows}) => rows.flatMap((row) => categoryAt(row, grid)?.name ?? [])));
  const left = attribute(svg, "data-leaves-out").split(" ");
  const labels = new Map(
    drawnRows(figure).flatMap((row) => {
      const category = categoryAt(row, grid);
      if (category === undefined || (left.includes(category.role) && !drawn.has(category.name))) return [];
      return [[category.name, category.label] as const];
    }),
  );
  return [...labels].map(([name, label], index) => {
    const [x, y] = [
      grid.left + (index % grid.columns) * grid.width,
      grid.top + Math.floor(index / grid.columns) * grid.height,
    ];
    return {name, label, extent: {left: x, top: y, right: x + grid.width, bottom: y + grid.height}};
  });
}

function categoryAt({asked}: PublicCell, {at}: Grid): Category | undefined {
  const category = asked.place[at]?.category;
  return category === undefined || category === "total" ? undefined : category;
}

function partIn({name, extent}: Panel, {svg, figure, read}: DrawnPart, grid: Grid): DrawnPart {
  const children = svg.children.filter((child) => isElement(child) && isIn(extentOf(child), extent));
  const own = new Set(children);
  const room = {x: [extent.left, extent.right], y: [extent.top, extent.bottom]} as const;
  const isHere = ({axis, range}: DrawnScale): boolean => {
    const [from, to] = axis === "x" || axis === "y" ? room[axis] : [-Infinity, Infinity];
    return axis === "color" || range.every((end) => Number(end) >= from - pixelTolerance && Number(end) <= to);
  };
  return {
    svg: {...svg, children},
    figure: {...figure, cells: figure.cells.filter((row) => (categoryAt(row, grid)?.name ?? name) === name)},
    read: {
      faults: [],
      scales: read.scales.filter(isHere),
      claims: read.claims.filter(({shape}) => own.has(shape)),
    },
  };
}

/** Panels do not touch: what begins where one ends is the next one's. */
function isIn({left, right, top, bottom}: Extent, room: Extent): boolean {
  return (
    left >= room.left - pixelTolerance &&
    right < room.right - pixelTolerance &&
    top >= room.top - pixelTolerance &&
    bottom < room.bottom - pixelTolerance
  );
}

function strangersIn(claims: readonly DrawnClaim[], {name}: Panel, grid: Grid): readonly ShapeFault[] {
  return claims
    .filter(({rows}) => rows.some((row) => (categoryAt(row, grid)?.name ?? name) !== name))
    .map(({shape}) => ({shape, what: "what shows a cell stands in the panel of another category"}));
}

/** What stands uppermost in a panel is its category's name. */
function nameFaults(svg: PageElement, panel: Panel | undefined): readonly ShapeFault[] {
  const [first] = shapesOf(svg, "text").toSorted((one, other) => middleOf(one).y - middleOf(other).y);
  if (first === undefined) return [{shape: svg, what: "a panel has no name"}];
  return bareText(first) === bare(panel?.label ?? "")
    ? []
    : [{shape: first, what: "a panel has a name that is not its category's"}];
}

/** Seen from its corner, every panel has the same scales. */
function scaleFaults(parts: readonly DrawnPart[], panels: readonly Panel[]): readonly ShapeFault[] {
  const seen = parts.map(({read}, index) => {
    const {left = 0, top = 0} = panels[index]?.extent ?? {};
    const corner: Readonly<Record<string, number>> = {x: left, y: top};
    const named = read.scales.map(({axis, kind, domain, range}) => {
      const ends = range.map((end) => (axis in corner ? (Number(end) - (corner[axis] ?? 0)).toFixed(1) : end));
      return [axis, kind, ...domain, ...ends].join(" ");
    });
    return [...new Set(named)].toSorted().join("; ");
  });
  const odd = parts.find((_, index) => seen[index] !== seen[0]);
  return odd === undefined ? [] : [{shape: odd.svg, what: "a panel is drawn on other scales than the first"}];
}
