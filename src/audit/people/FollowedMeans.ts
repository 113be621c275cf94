import type {FewMean} from "./averaged.ts";
import {ChangeCounter} from "./ChangeCounter.ts";
import {countQuantities} from "./quantity.ts";
import type {People} from "./records.ts";
import {Spans, type Mean} from "./Spans.ts";

/** A mean of few that populations have not put far enough apart yet, with the least and the most that they made of it. */
export interface OpenMean extends FewMean {
  readonly least: Mean;
  readonly most: Mean;
}

/** Follows what populations make of some means, one by one. */
export class FollowedMeans {
  readonly #base: People;
  readonly #means: readonly FewMean[];
  readonly #inBase: readonly Mean[];
  readonly #spans: Spans;
  readonly #width: number;
  /** Places of those that are still open. */
  #open: readonly number[];
  #counter: ChangeCounter | undefined;

  /** `means`: those that populations before put somewhere start from there. */
  constructor(base: People, means: readonly (FewMean | OpenMean)[], width: number) {
    this.#base = base;
    this.#means = means;
    this.#width = width;
    this.#open = [...means.keys()];
    this.#spans = new Spans(means.length);
    this.#inBase = meansIn(base, means);
    this.#inBase.forEach(({known, sum}, at) => this.#spans.see(at, known, sum));
    means.forEach((mean, at) => {
      if (!("least" in mean)) return;
      for (const {known, sum} of [mean.least, mean.most]) this.#spans.see(at, known, sum);
    });
    this.#forget();
  }

  /** Notes the means of another population. */
  settle(people: People): void {
    const means = meansIn(people, this.#open.map((at) => this.#means[at]).filter((mean) => mean !== undefined)); // prettier-ignore
    this.#open.forEach((at, place) => this.#spans.see(at, means[place]?.known ?? 0, means[place]?.sum ?? 0));
    this.#forget();
  }

  /** The same of one that differs from the base in these records alone. */
  see(other: People, rows: readonly (readonly number[])[]): void {
    this.#counter ??= new ChangeCounter(this.#means.flatMap(({known, sum}) => [known, sum]));
    const changes = this.#counter.between(this.#base, other, rows);
    for (const at of new Set([...changes.keys()].map((quantity) => Math.floor(quantity / 2)))) {
      const {known, sum} = this.#inBase[at] ?? {known: 0, sum: 0};
      this.#spans.see(at, known + (changes.get(2 * at) ?? 0), sum + (changes.get(2 * at + 1) ?? 0));
    }
    this.#forget();
  }

  open(): readonly OpenMean[] {
    return this.#open.flatMap((at): readonly OpenMean[] => {
      const mean = this.#means[at];
      return mean === undefined ? [] : [{...mean, least: this.#spans.least(at), most: this.#spans.most(at)}];
    });
  }

  #forget(): void {
    this.#open = this.#open.filter((at) => !this.#spans.isWide(at, this.#width));
  }
}

/** What some means are in a population. */
export function meansIn(people: People, means: readonly FewMean[]): readonly Mean[] {
  const values = countQuantities(
    people,
    means.flatMap(({known, sum}) => [known, sum]),
  );
  return means.map((_, at) => ({known: values[2 * at] ?? 0, sum: values[2 * at + 1] ?? 0}));
}
