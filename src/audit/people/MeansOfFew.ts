import {rulesOfSums} from "../../publication/index.ts";
import {mayBeLed} from "../tells/dominance.ts";
import type {MeanPolicy} from "./askedWidths.ts";
import {FollowedMeans, type OpenMean} from "./FollowedMeans.ts";
import type {ListedPublication} from "./listed.ts";
import {listMeans, type ListedMeans} from "./listMeans.ts";
import {momentsOf} from "./moments.ts";
import type {People} from "../population/records.ts";

/**
 * The means of fewer records than a policy asks, and the sums of few or of one who dominates, that readers could work out from
 * printed ones, and what populations make of them: those of groups that two answers name, of what two printed means share or do not, of what lines leave over, and
 * those behind marks. First come whole populations, then those that differ from the base in some records.
 */
export class MeansOfFew {
  readonly #base: People;
  readonly #listed: readonly ListedMeans[];
  #followed: FollowedMeans | undefined;

  constructor(publication: ListedPublication) {
    const rule = ruleOf(publication);
    this.#base = publication.base;
    const isAsked = rule.meanWidth !== undefined || rule.sums !== undefined;
    this.#listed = isAsked ? momentsOf(publication).flatMap((read) => listMeans(read, rule)) : [];
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
    ));
  }
}

/**
 * What the release at hand asks of means, and of sums the first that has some, or means that are as good as sums because one
 * may be nearly all of them: what was printed stays to be protected.
 */
function ruleOf({releases}: Pick<ListedPublication, "releases">): MeanPolicy {
  const {meanNeeds: needs = 0, meanWidth} = releases[0]?.disclosure.policy ?? {};
  const ofSums = releases.find((release) =>
    release.cells.some(({address}) => {
      if (address.measure === "sum") return true;
      const isMean = address.measure === "mean" || address.measure === "estimated-mean";
      return isMean && mayBeLed({release, address}, release.disclosure.policy.meanNeeds);
    }),
  );
  return {needs, meanWidth, ...(ofSums && {sums: rulesOfSums(ofSums.disclosure.policy)})};
}
