import type {FigureBlock, Standing, TableBlock} from "../../publication/index.ts";
import {sideOfTarget, toldApart, type Cell, type PlacedCell} from "../../release/index.ts";
import type {FigurePart} from "./readParts.ts";
import type {ReadRow} from "./readRows.ts";

/** What stands where a number is not published: nobody learns on which side of its target it lies. */
const notShown = "not shown";

/** The parts of a table with every row of an indicator told how it stands to what the table holds it against. */
export function withStandings(parts: readonly FigurePart[], block: FigureBlock | TableBlock): readonly FigurePart[] {
  const standings = block.kind === "table" ? (block.standings ?? []) : [];
  return parts.map((part) => {
    const {query} = part;
    const standing = standings.find(
      ({indicator, against}) => query.indicator?.name === indicator && query.text !== against,
    );
    if (standing === undefined) return part;
    const held = parts.filter((other) => other.query.text === standing.against);
    return {...part, rows: part.rows.map((read) => withStanding({read, part}, held, standing))};
  });
}

interface OwnRow {
  readonly read: ReadRow;
  readonly part: FigurePart;
}

function withStanding({read, part}: OwnRow, held: readonly FigurePart[], standing: Standing): ReadRow {
  const own = placedAt(read, part);
  const against = held.flatMap((other) =>
    other.rows.flatMap((row) => (isBeside(row, read) ? [placedAt(row, other)] : [])),
  );
  const words = wordsOf(own, against[0], standing);
  return {...read, row: {...read.row, standing: {words, heldAgainst: standing.heldAgainst}}};
}

/** A single number stands beside every place, one of many beside its own. */
function isBeside({row}: ReadRow, {row: own}: ReadRow): boolean {
  return row.place.length === 0 || row.place[0]?.category.name === own.place[0]?.category.name;
}

function placedAt({row, asked}: ReadRow, {release}: FigurePart): PlacedCell | undefined {
  const cell: Cell = row.cell;
  return cell.status === "published" ? {address: asked.address, cell, release} : undefined;
}

function wordsOf(own: PlacedCell | undefined, against: PlacedCell | undefined, {words, isOfRegion}: Standing): string {
  if (own === undefined || against === undefined) return notShown;
  const [above, below, neither] = words;
  const side = isOfRegion ? toldApart(own, against) : sideOfTarget(own, against);
  if (side === 0) return neither;
  return side > 0 ? above : below;
}
