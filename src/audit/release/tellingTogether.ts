import {areNested, comparePeriods} from "../../publication/index.ts";
import {DisclosureError} from "../DisclosureError.ts";
import {nameOf, otherClients, type Release} from "../../release/index.ts";
import {samePeople} from "../model/worlds.ts";

/** What a release counts, and of when. */
type CountingRelease = Pick<Release, "vocabulary"> & {readonly edition: Pick<Release["edition"], "period">};

/** Which earlier releases an audit takes in, and what it says of the others. */
export interface TellingTogether {
  /** Of the same people, or of a part or more of the same period. */
  readonly together: readonly Release[];
  readonly notes: readonly string[];
}

/**
 * Chooses the releases that tell of the same people: of the same region and period, of another region but the same
 * counts, or of a period within the other. Made-up releases are never audited with real ones. Periods that only overlap
 * share people that no count of either singles out: that is said, not solved. Throws DisclosureError where clients are counted on
 * some of the same days in ways that nothing ties together.
 */
export function tellingTogether(release: Release, earlier: readonly Release[]): TellingTogether {
  const sameSort = earlier.filter(({provenance}) => provenance.synthetic === release.provenance.synthetic);
  for (const other of sameSort) refuseOtherClients(release, other);
  const otherSort = earlier.filter((other) => !sameSort.includes(other));
  const together = sameSort.filter((other) => samePeople(other, release) || isNested(other, release));
  const apart = sameSort.filter((other) => !together.includes(other));
  return {
    together,
    notes: [
      ...apart.flatMap((other) => whyApart(other, release) ?? []),
      ...otherSort.map(
        (other) =>
          `${nameOf(other)} was left out: it is ${other.provenance.synthetic ? "made up" : "real"} and this edition is not.`,
      ),
    ],
  };
}

function isNested({edition: one}: Release, {edition: other}: Release): boolean {
  return one.region === other.region && areNested(one.period, other.period);
}

/** What is not subtracted of a release whose people may be among those of another. */
function whyApart(other: Release, release: Release): string | undefined {
  if (comparePeriods(other.edition.period, release.edition.period) === "apart") return undefined;
  const name = nameOf(other);
  if (other.edition.region === release.edition.region) {
    return `${name} is of an overlapping period in the same region; neither period holds the other, and its counts were not subtracted.`;
  }
  const places = alikeAt(other, release);
  if (places.length === 0) return undefined;
  return `${name} is of another region and prints the same counts at ${places.join(", ")}; as others differ, its counts were taken for other people's and were not subtracted.`;
}

/** Places, by one category each, at which two releases print several counts in common and all of them alike. */
function alikeAt(one: Release, other: Release): readonly string[] {
  const {threshold} = one.disclosure.policy;
  const shared = one.cells.flatMap(({address, cell}) => {
    if (address.measure !== "count" || cell.status !== "published" || !other.has(address)) return [];
    const there = other.cell(address);
    if (there.status !== "published") return [];
    return Object.entries(address.at).map(([variable, category]) => ({
      place: `${address.population} ${variable}=${category}`,
      isAlike: there.value === cell.value,
      isTelling: cell.value >= threshold,
    }));
  });
  return [...Map.groupBy(shared, ({place}) => place)]
    .filter(([, counts]) => counts.every(({isAlike}) => isAlike) && counts.filter((one) => one.isTelling).length > 1)
    .map(([place]) => place);
}

/** Throws DisclosureError where an earlier release counts clients of a release's days in another way. */
export function refuseOtherClients(release: CountingRelease, earlier: Release): void {
  const counting = ({vocabulary: {populations}, edition: {period}}: CountingRelease) => ({populations, period});
  const [extract] = otherClients(counting(release), counting(earlier));
  if (extract === undefined) return;
  throw new DisclosureError(
    `clients of "${extract}" are counted once in each month or quarter here or in ${nameOf(earlier)}, and in the other of the two on some of the same days in another way; nothing proves what the two tell together. Count them in one way on the same days, or let the editions share no day (each in template.yaml, history in report.yaml).`,
  );
}
