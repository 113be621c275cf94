import type {Release} from "../../release/index.ts";
import {sizeOf} from "../population/columns.ts";
import type {Definitions, EditionDefinition, PopulationDefinition, SourceDefinition} from "../population/definition.ts";
import {countQuantities, type Quantity} from "../population/quantity.ts";
import type {People} from "../population/records.ts";

/** The policy's part in how many records may have been corrected between two editions for them to be of the same people. */
type RevisionPolicy = Pick<Release["disclosure"]["policy"], "revisedRecords">;

/** Where a policy says nothing: so many records, or this share of a source's. More are other records. */
const usually = {share: 0.01, records: 25};

/** The records of a source that were corrected since an edition, added or taken away. */
export function revisedRecords(source: SourceDefinition, {source: at, column}: RecordRevision): Quantity {
  const mask = new Uint8Array(sizeOf(source, column)).fill(1, 1);
  return {source: at, parts: [{terms: [{column, mask}]}]};
}

export type RecordRevision = NonNullable<EditionDefinition["revisions"]>[number];

/** How many of a source's records may have been corrected. */
export function mostRevisedOf(records: number, {revisedRecords = usually.records}: RevisionPolicy): number {
  return Math.max(revisedRecords, Math.floor(records * usually.share));
}

/** Editions that more corrections tell apart from the records at hand than a revision may have. */
export function tooManyRevised(
  {sources, editions}: Definitions,
  people: People,
  policy: RevisionPolicy,
): readonly string[] {
  return editions.flatMap(({name, revisions = []}) => {
    const isBeyond = (revision: RecordRevision): boolean => {
      const source = sources[revision.source];
      const [found = 0] = source === undefined ? [] : countQuantities(people, [revisedRecords(source, revision)]);
      return found > mostRevisedOf(people[revision.source]?.size ?? 0, policy);
    };
    return revisions.some(isBeyond) ? [`${name} differs in more records than a revision may have`] : [];
  });
}

/**
 * Where definitions use corrections wrongly: the release at hand must be read from the records as they are, an earlier one
 * by its own corrections alone.
 */
export function wrongRevisions({sources, editions}: Definitions): readonly string[] {
  return editions.flatMap(({name, populations, revisions = []}, number) => {
    const own = number === 0 ? [] : revisions;
    const isForeign = (population: PopulationDefinition): boolean => {
      const source = sources[population.source];
      const by = own.find((one) => one.source === population.source)?.column;
      return source === undefined || columnsRead(population).some((column) => !isReadBy(source, column, by));
    };
    const isNone = own.some(({source, column}) => sources[source]?.columns[column] === undefined);
    return isNone || populations.some(isForeign)
      ? [`the definitions of ${name} read corrections that are not its own`]
      : [];
  });
}

function columnsRead({counted = [], variables, faults = []}: PopulationDefinition): readonly number[] {
  return [...counted, ...Object.values(variables), ...faults].map(({column}) => column);
}

function isReadBy(source: SourceDefinition, column: number, by: number | undefined): boolean {
  const follows = source.derived[column - source.columns.length];
  if (follows === undefined) return true;
  if ("revises" in follows) return follows.by === by && source.columns[follows.revises] !== undefined;
  return follows.of.every((one) => isReadBy(source, one.column, by));
}
