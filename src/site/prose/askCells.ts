import {expandQuery, type AskedCell, type Query} from "../../publication/index.ts";
import {ReleaseError, type Cell, type Release} from "../../release/index.ts";
import {releaseFor, type Releases} from "../releases/releases.ts";

/** A cell that the text asks for, as released. */
export interface AnsweredCell {
  readonly asked: AskedCell;
  readonly cell: Cell;
  readonly release: Release;
}

/** Every cell of a query as released, in published order. Throws ReleaseError where the release does not answer. */
export function askCells(query: Query, releases: Releases): readonly AnsweredCell[] {
  const release = releaseFor(query.edition, releases);
  return expandQuery(query, release.vocabulary).map((asked) => ({asked, cell: release.cell(asked.address), release}));
}

/** The one cell of a query that spreads over nothing. Throws ReleaseError where the release does not answer for it. */
export function askCell(query: Query, releases: Releases): AnsweredCell {
  const [answer] = askCells(query, releases);
  if (answer !== undefined) return answer;
  throw new ReleaseError(
    releaseFor(query.edition, releases).edition.id,
    `nobody can be in the place that "${query.text}" names. Ask a category that its population has`,
  );
}
