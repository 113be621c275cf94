import {attribute, type PageElement} from "../html/parsePage.ts";
import {populationAsked, type PublicCell} from "../editionInDist.ts";
import type {ShownFigure} from "../scope.ts";
import {printedValue, rowKey, seriesName} from "./drawnRows.ts";
import type {DrawnClaim} from "./readClaims.ts";
import type {ShapeFault} from "./Shapes.ts";

/** What a drawing may say that it leaves out. None of it depends on a number that is not drawn and not published. */
const omissions: Readonly<Record<string, (row: PublicCell, drawn: Drawn) => boolean>> = {
  totals: ({asked}) => asked.place.some(({category}) => category === "total"),
  "not-stated": (row) => rolesOf(row).includes("not-stated"),
  outside: (row) => rolesOf(row).includes("outside"),
  "not-applicable": ({cell}) => cell.status === "not-applicable",
  // A category of which nothing is drawn, whatever its numbers are.
  categories: (row, {named}) =>
    row.asked.place.some(
      ({category}, variable) => category !== "total" && !named.has(`${String(variable)} ${category.name}`),
    ),
  // The smaller cells of a row, beside larger ones in words.
  smaller: isSmaller,
};

interface Drawn {
  readonly rows: readonly PublicCell[];
  /** Categories of which something is drawn: the number of the variable and the name. */
  readonly named: ReadonlySet<string>;
}

/**
 * Checks that every cell that the figure asks for is drawn or marked, or is of what the drawing says that it leaves out: a number that
 * is silently missing changes what a drawing says as much as one that is wrong.
 */
export function auditComplete(
  svg: PageElement,
  figure: ShownFigure,
  claims: readonly DrawnClaim[],
): readonly ShapeFault[] {
  const rows = claims
    .filter(({channels}) => !channels.some((channel) => channel.startsWith("limit")))
    .flatMap((claim) => claim.rows);
  const keys = new Set(rows.map(rowKey));
  const named = new Set(
    rows.flatMap(({asked}) =>
      asked.place.map(({category}, at) => `${String(at)} ${category === "total" ? "" : category.name}`),
    ),
  );
  const said = attribute(svg, "data-leaves-out")
    .split(" ")
    .filter((word) => word !== "");
  const unknown = said.filter((word) => !Object.hasOwn(omissions, word));
  const missing = figure.cells.filter((row) => !keys.has(rowKey(row)));
  const isLeftOut = (row: PublicCell) => said.some((word) => omissions[word]?.(row, {rows, named}) === true);
  return [
    ...(unknown.length > 0 ? [{shape: svg, what: "a drawing says that it leaves out what nobody knows"}] : []),
    ...missing
      .filter((row) => !isLeftOut(row))
      .slice(0, 1)
      .map((row) => ({
        shape: svg,
        what: `the drawing shows nothing of a cell that its figure asks for: ${nameOf(row)}`,
      })),
  ];
}

function rolesOf({asked}: PublicCell): readonly string[] {
  return asked.place.map(({category}) => (category === "total" ? "total" : category.role));
}

function isSmaller(row: PublicCell, {rows}: Drawn): boolean {
  const value = printedValue(row);
  const beside = rows.filter((one) => seriesName(one) === seriesName(row) && isSameRow(one, row));
  return value === undefined || beside.every((one) => (printedValue(one) ?? Infinity) >= value);
}

/** Cells of one category of the first variable, totals apart. */
function isSameRow(one: PublicCell, other: PublicCell): boolean {
  const [first, second] = [one.asked.place, other.asked.place];
  return nameAt(first, 0) === nameAt(second, 0) && nameAt(first, 1) !== "total" && nameAt(second, 1) !== "total";
}

function nameAt(place: PublicCell["asked"]["place"], variable: number): string {
  const category = place[variable]?.category;
  return category === undefined || category === "total" ? "total" : category.name;
}

/** In words, for a message: "prison, heroin". */
function nameOf(cell: PublicCell): string {
  const names = cell.asked.place.map(({category}) => (category === "total" ? "total" : category.name));
  return [populationAsked(cell), ...names].join(", ");
}
