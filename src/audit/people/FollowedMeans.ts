import type {FewMean} from "./averaged.ts";
import {ChangeCounter} from "./ChangeCounter.ts";
import {countQuantities} from "../population/quantity.ts";
import type {People} from "../population/records.ts";
import {Spans, type Mean} from "./Spans.ts";

/**
 * A mean or sum that populations have not put far enough apart yet, with the least and the most that they made of it. A sum is
 * one of one number, however many it is of.
 */
export interface OpenMean extends FewMean {
  readonly inBase: Mean;
  readonly least: Mean;
  readonly most: Mean;
}

/** Follows what populations make of some means, one by one. */
export class FollowedMeans {
  readonly #base: People;
  readonly #means: readonly OpenMean[];
  readonly #spans: Spans;
  /** Places of those that are still open. */
  #open: readonly number[];
  /** Counts what changes of some means, by place: all open ones, and not many more. */
  #counted: {readonly places: readonly number[]; readonly changes: ChangeCounter} | undefined;

  /** `means`: they start from where populations put them before. */
  constructor(base: People, means: readonly OpenMean[]) {
    this.#base = base;
    this.#means = means;
    this.#open = [...means.keys()];
    this.#spans = new Spans(means.length);
    means.forEach(({least, most}, at) => {
      for (const {known, sum} of [least, most]) this.#spans.see(at, known, sum);
    });
    this.#forget();
  }

  /** Notes the means of another population. */
  settle(people: People): void {
    const means = meansIn(people, this.#open.flatMap((at) => this.#means[at] ?? [])); // prettier-ignore
    this.#open.forEach((at, place) => this.#spans.see(at, means[place]?.known ?? 0, means[place]?.sum ?? 0));
    this.#forget();
  }

  /** The same of one that differs from the base in these records alone. */
  see(other: People, rows: readonly (readonly number[])[]): void {
    if (this.#open.length === 0) return;
    const {places, changes} = this.#counter();
    const changed = changes.between(this.#base, other, rows);
    for (const one of new Set([...changed.keys()].map((quantity) => Math.floor(quantity / 2)))) {
      const at = places[one] ?? 0;
      const {isSum = false, inBase: {known, sum} = {known: 0, sum: 0}} = this.#means[at] ?? {};
      const more = isSum ? 0 : (changed.get(2 * one) ?? 0);
      this.#spans.see(at, known + more, sum + (changed.get(2 * one + 1) ?? 0));
    }
    this.#forget();
  }

  open(): readonly OpenMean[] {
    return this.#open.flatMap((at): readonly OpenMean[] => {
      const mean = this.#means[at];
      return mean === undefined ? [] : [{...mean, least: this.#spans.least(at), most: this.#spans.most(at)}];
    });
  }

  #counter(): {readonly places: readonly number[]; readonly changes: ChangeCounter} {
    const isCurrent = this.#counted !== undefined && this.#counted.places.length <= 2 * this.#open.length;
    if (this.#counted !== undefined && isCurrent) return this.#counted;
    const places = this.#open;
    const quantities = places.flatMap((at) => {
      const mean = this.#means[at];
      return mean === undefined ? [] : [mean.known, mean.sum];
    });
    return (this.#counted = {places, changes: new ChangeCounter(quantities)});
  }

  #forget(): void {
    this.#open = this.#open.filter((at) => !this.#spans.isWide(at, this.#means[at]?.width ?? 0));
  }
}

/** Means as they are in the base alone. */
export function openMeans(base: People, means: readonly FewMean[]): readonly OpenMean[] {
  const inBase = meansIn(base, means);
  return means.map((mean, at): OpenMean => {
    const own = inBase[at] ?? {known: 0, sum: 0};
    return {...mean, inBase: own, least: own, most: own};
  });
}

/** What some means are in a population. */
function meansIn(people: People, means: readonly FewMean[]): readonly Mean[] {
  const values = countQuantities(
    people,
    means.flatMap(({known, sum}) => [known, sum]),
  );
  return means.map(({isSum}, at) => ({known: isSum ? 1 : (values[2 * at] ?? 0), sum: values[2 * at + 1] ?? 0}));
}
