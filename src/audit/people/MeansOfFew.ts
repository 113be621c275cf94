import {FollowedMeans, type OpenMean} from "./FollowedMeans.ts";
import type {ListedPublication} from "./listed.ts";
import {listMeans, type ListedMeans} from "./listMeans.ts";
import {momentsOf} from "./moments.ts";
import type {People} from "../population/records.ts";

/**
 * The means of fewer records than a policy asks that readers could work out from printed ones, and what populations make of
 * them: those of groups that two answers name, of what two printed means share or do not, of what lines leave over, and
 * those behind marks. First come whole populations, then those that differ from the base in some records.
 */
export class MeansOfFew {
  /** So far apart populations must put each of them, in units of its number. */
  readonly width: number;
  readonly #base: People;
  readonly #listed: readonly ListedMeans[];
  #followed: FollowedMeans | undefined;

  constructor(publication: ListedPublication) {
    const policy = publication.releases[0]?.disclosure.policy;
    this.#base = publication.base;
    this.width = policy?.meanWidth ?? 0;
    const rule = {needs: policy?.meanNeeds ?? 0, width: this.width};
    this.#listed = this.width === 0 ? [] : momentsOf(publication).flatMap((read) => listMeans(read, rule));
  }

  /** Looks at another population. */
  settle(people: People): void {
    for (const list of this.#listed) list.settle(people);
  }

  /** Looks at one that differs from the base in these records, by source; no whole population may follow. */
  see(other: People, rows: readonly (readonly number[])[]): void {
    this.#follow().see(other, rows);
  }

  /** Those that are not yet as far apart as the policy asks. */
  open(): readonly OpenMean[] {
    return this.#follow().open();
  }

  #follow(): FollowedMeans {
    return (this.#followed ??= new FollowedMeans(
      this.#base,
      this.#listed.flatMap((list) => list.open()),
      this.width,
    ));
  }
}
