import {expandQuery, type AskedCell, type Publication, type Query} from "../../publication/index.ts";
import type {Cell, Release} from "../../release/index.ts";

/** An edition that was built: what was written and what was released. */
export interface EditionInDist {
  readonly publication: Publication;
  readonly release: Release;
  /** Releases of other editions that its text may ask, by identifier. */
  readonly others: ReadonlyMap<string, Release>;
}

/** One released cell that a text asks for, with the counts that are printed beside it. */
export interface PublicCell {
  readonly query: Query;
  readonly asked: AskedCell;
  readonly release: Release;
  readonly cell: Cell;
  readonly denominator?: Cell;
  readonly missing?: Cell;
  /** Of a mean of a group: the size of the group. */
  readonly group?: Cell;
}

/** The released cells of a query. Throws ReleaseError where a release does not answer for one. */
export function cellsOf(query: Query, edition: EditionInDist): readonly PublicCell[] {
  const release = releaseOf(query, edition);
  if (release === undefined) return [];
  return expandQuery(query, release.vocabulary).map((asked) => {
    const {denominator = asked.averaged, missing, group} = asked;
    return {
      query,
      asked,
      release,
      cell: release.cell(asked.address),
      ...(denominator && release.has(denominator) && {denominator: release.cell(denominator)}),
      ...(missing && release.has(missing) && {missing: release.cell(missing)}),
      ...(group && release.has(group) && {group: release.cell(group)}),
    };
  });
}

/** The release that a query asks; none where no earlier edition is compared with. */
function releaseOf({edition: name}: Query, {publication, release, others}: EditionInDist): Release | undefined {
  if (name === "this" || name === release.edition.id) return release;
  const {compareWith} = publication.report;
  const id = name === "previous" ? compareWith : name;
  return id === undefined ? undefined : others.get(id);
}

/** A published cell's value as exactly as it is known: a share from its whole numbers. */
export function exactValue({cell, asked}: Pick<PublicCell, "cell" | "asked">): number | undefined {
  if (cell.status !== "published") return undefined;
  const {value, count, of} = cell;
  const isShare = asked.address.measure === "share" && count !== undefined && of !== undefined && of > 0;
  return isShare ? (100 * count) / of : value;
}
