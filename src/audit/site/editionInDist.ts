import type {Publication, Query} from "../../publication/index.ts";
import type {Answer, Release, Releases} from "../../release/index.ts";

/** An edition that was built: what was written and what was released. */
export interface EditionInDist {
  readonly publication: Publication;
  readonly release: Release;
  /** Every release that its text may ask, its own among them, by the names that queries use. */
  readonly releases: Releases;
}

/**
 * One released cell that a text asks for. The audit reads it as the site does, through the release: which cells a query
 * names and what is released of them is the contract of both. What may be said of them it works out by itself.
 */
export type PublicCell = Answer;

/**
 * The released cells of a query; none where no earlier edition is compared with. Throws ReleaseError where a release does
 * not answer for one.
 */
export function cellsOf(query: Query, {releases}: Pick<EditionInDist, "releases">): readonly PublicCell[] {
  return releases.get(query.edition)?.answer(query) ?? [];
}

/** The name of the population that a text asks, a part of another or a whole; of references that of the reference. */
export function populationAsked({asked: {population, address}}: Pick<PublicCell, "asked">): string {
  return population?.name ?? address.population;
}

/** A published cell's value as exactly as it is known: a share from its whole numbers. */
export function exactValue({cell, asked}: Pick<PublicCell, "cell" | "asked">): number | undefined {
  if (cell.status !== "published") return undefined;
  const {value, count, of} = cell;
  const isShare = asked.address.measure === "share" && count !== undefined && of !== undefined && of > 0;
  return isShare ? (100 * count) / of : value;
}
