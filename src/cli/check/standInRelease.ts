import {measureOf, type StandIn} from "../../measures/index.ts";
import {
  cellKey,
  expandQuery,
  FaultCollector,
  restsOn,
  type AskedCell,
  type Query,
  type Report,
  type Vocabulary,
} from "../../publication/index.ts";
import {readRelease, writeRelease, type Cell, type Release, type ReleaseContent} from "../../release/index.ts";

/** What a stand-in is made for: the queries that ask one edition, and what may be asked there. */
export interface StandInRequest {
  readonly report: Report;
  readonly queries: readonly Query[];
  readonly vocabulary: Vocabulary;
  /** The figure of a reference at a place; nothing where its source has none. */
  readonly figureOf: StandIn["figureOf"];
}

/** So many everybody is in a stand-in: any number that can be shared out and printed. */
const everybody = 1200;

/**
 * A release with a number in every cell that some queries ask, in the place of one that is not made yet: pages that can
 * be set with it can be set with any. Nothing is counted for it; figures from elsewhere are those of their source.
 */
export function standInRelease(request: StandInRequest): Release {
  const {report, queries, vocabulary} = request;
  const {populations, references} = vocabulary;
  const {id, title, region, period, published, policy, synthetic} = report;
  const cells = new Map(queries.flatMap((query) => cellsOf(query, request)).map((one) => [cellKey(one.address), one]));
  const content: ReleaseContent = {
    schema: "smallprint-release/1",
    edition: {id, title, region: region.label, period, published},
    provenance: {synthetic, dictionaries: {}, policy: ""},
    disclosure: {
      stage: "primary suppression only",
      policy: {...policy, ...(policy.base !== undefined && {within: policy.base})},
    },
    ...structuredClone({populations, references} as Pick<ReleaseContent, "populations" | "references">),
    cells: [...cells.values()],
    answers: [],
  };
  return readRelease(writeRelease(content), `reports/${id}`);
}

function cellsOf(query: Query, {vocabulary, figureOf}: StandInRequest): ReleaseContent["cells"] {
  // A query with an unknown name asks nothing; whoever uses it finds the name.
  const asked = new FaultCollector().attempt(() => expandQuery(query, vocabulary)) ?? [];
  const parts = Map.groupBy(asked, baseKey);
  return asked.flatMap((one) => {
    const {address, denominator, missing, group} = one;
    const counts = [...restsOn(address), denominator, missing, group].filter((count) => count !== undefined);
    const share = Math.floor(everybody / (parts.get(baseKey(one))?.length ?? 1));
    return [
      ...counts.map((count) => ({address: count, cell: published(everybody)})),
      {address, cell: measureOf(address).standIn(address, {everybody, part: share, figureOf})},
    ] as ReleaseContent["cells"];
  });
}

function baseKey({population, denominator}: AskedCell): string {
  return denominator === undefined ? (population?.name ?? "") : cellKey(denominator);
}

function published(value: number): Cell {
  return {status: "published", value};
}
