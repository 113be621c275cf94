import type {FewMean, OpenMean, People, Records, ExchangeTies} from "../../audit/index.ts";
import {AveragedGroup, RowsByValue} from "./AveragedGroup.ts";
import {Buckets} from "./Buckets.ts";
import type {RecordChanges} from "./glue.ts";
import type {OtherPeople} from "./PeopleFound.ts";

/** How means are moved: up or down; by exchanges of numbers alone, or of whatever makes somebody a member too. */
export interface Dealing {
  readonly direction: 1 | -1;
  readonly isOfNumbers: boolean;
}

/** Records that are looked at for each that is to exchange an answer. */
const mostPartners = 400;

/**
 * Raises or lowers means of few by exchanges of single answers between records that agree on all that statements tie the
 * answer to, so that every statement stays as it is. No record takes part in two exchanges.
 */
export class MeanDealer {
  readonly #base: People;
  readonly #ties: readonly ExchangeTies[];
  readonly #sources: (OfSource | undefined)[] = [];
  /** Means dealt before, by how; each is dealt once. */
  readonly #dealt = new Map<string, Set<FewMean["known"]>>();

  constructor(base: People, ties: readonly ExchangeTies[]) {
    this.#base = base;
    this.#ties = ties;
  }

  /**
   * Other people of one source, among whom as many means as can be are moved at once until they are as far as the width asks
   * from what was seen. Nothing where all were dealt before.
   */
  deal(means: readonly OpenMean[], dealing: Dealing): OtherPeople | undefined {
    const before = this.#dealtBefore(dealing);
    const left = means.filter(({known}) => !before.has(known));
    const source = left[0]?.known.source ?? -1;
    const own = this.#ofSource(source);
    if (own === undefined) return undefined;
    const dealt: Dealt = {own, changes: new Map(), taken: new Set()};
    for (const mean of left) {
      if (mean.known.source !== source) continue;
      const group = own.groupOf(mean);
      if (group.members.some((row) => dealt.changes.has(row))) continue;
      before.add(mean.known);
      for (const row of group.members) dealt.taken.add(row);
      let missing = missingOf(mean, group, dealing);
      for (const row of group.members) if (missing > 0) missing -= exchange(row, group, {...dealing, ...dealt});
    }
    return {source, changes: dealt.changes};
  }

  #dealtBefore({direction, isOfNumbers}: Dealing): Set<FewMean["known"]> {
    const name = `${String(direction)} ${String(isOfNumbers)}`;
    const known = this.#dealt.get(name) ?? new Set();
    this.#dealt.set(name, known);
    return known;
  }

  #ofSource(source: number): OfSource | undefined {
    const records = this.#base[source];
    return records && (this.#sources[source] ??= new OfSource(records, this.#ties[source] ?? []));
  }
}

/** By how much the sum of a group must rise, or fall, from what it is. */
function missingOf({least, most, isSum, width}: OpenMean, group: AveragedGroup, {direction}: Dealing): number {
  const from = direction > 0 ? least : most;
  const own = isSum ? group.total : group.mean;
  return (isSum ? 1 : group.members.length) * (direction * (from.sum / from.known - own) + width);
}

/** The records of a source, and who of them may exchange what. */
class OfSource {
  readonly records: Records;
  readonly #ties: ExchangeTies;
  readonly #index: RowsByValue;
  readonly #buckets: (Buckets | undefined)[] = [];
  readonly #groups = new Map<FewMean["known"], AveragedGroup>();

  constructor(records: Records, ties: ExchangeTies) {
    this.records = records;
    this.#ties = ties;
    this.#index = new RowsByValue(records);
  }

  groupOf(mean: FewMean): AveragedGroup {
    const known = this.#groups.get(mean.known) ?? new AveragedGroup(mean, this.records, this.#index);
    this.#groups.set(mean.known, known);
    return known;
  }

  /** Those with whom a record may exchange its value of a column, some of them where they are many. */
  partnersOf(row: number, column: number): Uint32Array {
    const buckets = (this.#buckets[column] ??= new Buckets(this.records, this.#ties[column] ?? []));
    const rows = buckets.rows(buckets.of(row));
    const step = Math.max(1, Math.ceil(rows.length / mostPartners));
    return step === 1 ? rows : rows.filter((_, at) => at % step === 0);
  }
}

/** Exchanges so far. */
interface Dealt {
  readonly own: OfSource;
  readonly changes: RecordChanges;
  /** Members of groups that were dealt: nobody's partners. */
  readonly taken: Set<number>;
}

/** Exchanges an answer of a member with the partner who moves the mean furthest. By how much its sum moves, as wished. */
function exchange(
  row: number,
  group: AveragedGroup,
  {direction, isOfNumbers, own, changes, taken}: Dealing & Dealt,
): number {
  let best = {gain: 0, column: -1, partner: -1};
  for (const column of isOfNumbers ? [group.numbered] : group.columns) {
    const values = own.records.columns[column];
    for (const partner of own.partnersOf(row, column)) {
      if (changes.has(partner) || taken.has(partner) || values?.[partner] === values?.[row]) continue;
      const gain = direction * group.gain(column, row, partner);
      if (gain > best.gain) best = {gain, column, partner};
    }
  }
  const {gain, column, partner} = best;
  const values = own.records.columns[column];
  if (values === undefined) return 0;
  changes.set(row, new Map([[column, values[partner] ?? 0]]));
  changes.set(partner, new Map([[column, values[row] ?? 0]]));
  return gain;
}
