import fc from "fast-check";
import {expect, test} from "vitest";
import {DisclosureError} from "../../src/audit/index.ts";
import {cellKey} from "../../src/publication/index.ts";
import {roundRatioHalfUp} from "../../src/release/index.ts";
import {runs} from "../invariants/runs.ts";
import {withOffences} from "./offences.ts";
import {releaseSmall, table, type Alike} from "./peopleProject.ts";

/** What can be known of the numbers of some people, less what everybody has; of two such groups what their people have together. */
interface Numbers {
  readonly size: number;
  readonly known: number;
  readonly sum: number;
  readonly contributors: number;
  readonly first: number;
  readonly second: number;
}

/** Numbers go from what everybody has to so much more, and areas have up to four people, so that all of them can be tried out. */
const most = 5;
const largestArea = 4;
const [needs, sumNeeds] = [2, 3];

function numbersOf(some: readonly (number | undefined)[]): Numbers {
  const known = some.filter((one) => one !== undefined).toSorted((a, b) => b - a);
  const sum = known.reduce((total, one) => total + one, 0);
  const contributors = known.filter((one) => one > 0).length;
  return {size: some.length, known: known.length, sum, contributors, first: known[0] ?? 0, second: known[1] ?? 0};
}

function together(some: readonly Numbers[]): Numbers {
  const add = (of: (one: Numbers) => number) => some.reduce((total, one) => total + of(one), 0);
  const [first = 0, second = 0] = some.flatMap((one) => [one.first, one.second]).toSorted((a, b) => b - a);
  return {size: add((one) => one.size), known: add((one) => one.known), sum: add((one) => one.sum), contributors: add((one) => one.contributors), first, second}; // prettier-ignore
}

const isLed = ({sum, first, second}: Numbers, percent: number) => 100 * (sum - first - second) < percent * first;
const isOfFew = ({known, contributors}: Numbers) => (contributors === 0 ? known : contributors) < sumNeeds;

/** Whatever the people of an area can have, as far as it matters here. */
const all: readonly Numbers[] = (() => {
  const found = new Map<string, Numbers>();
  const extend = (some: readonly (number | undefined)[], from: number): void => {
    const numbers = numbersOf(some);
    found.set(Object.values(numbers).join(), numbers);
    if (some.length < largestArea) for (let next = from; next >= -1; next -= 1) extend([...some, next < 0 ? undefined : next], next); // prettier-ignore
  };
  extend([], most);
  return [...found.values()];
})();

interface Known {
  readonly printed: Readonly<Record<string, number | string>>;
  readonly percent: number;
  /** What everybody has. */
  readonly floor: number;
}

/** Whether people of whom so much is known would give what is printed of their place. */
function gives(numbers: Numbers, place: string, {printed, percent, floor}: Known): boolean {
  const ofAll = numbers.sum + floor * numbers.known;
  const [count, sum, mean] = ["count", "sum offences", "mean offences"].map((what) => printed[`${what} clients [${place}]`]); // prettier-ignore
  if (typeof count === "number" && count !== numbers.size) return false;
  if (count === "suppressed" && numbers.size === 0) return false;
  if (typeof sum === "number" && (sum !== ofAll || isOfFew(numbers) || isLed(numbers, percent))) return false;
  const isFine = numbers.known >= needs && !isLed(numbers, percent);
  if (typeof mean === "number" && (!isFine || roundRatioHalfUp(ofAll, numbers.known, 1) !== mean)) return false;
  return !(mean === "suppressed" && typeof count === "number" && isFine && count > 0);
}

const areas = {K: "kent", S: "surrey", X: "sussex"};
const places = Object.values(areas).map((name) => `area=${name}`);
const number = fc.oneof({weight: 2, arbitrary: fc.constant(0)}, {weight: 3, arbitrary: fc.integer({min: 0, max: 2})}, {weight: 2, arbitrary: fc.integer({min: 0, max: most})}); // prettier-ignore
const cases = fc.record({
  people: fc.tuple(
    ...Object.keys(areas).map(() => fc.array(number, {minLength: 2, maxLength: largestArea, size: "max"})),
  ),
  percent: fc.constantFrom(10, 25, 60),
  asked: fc.subarray(["sum offences clients by area with totals", "mean offences clients by area"], {minLength: 1}),
  total: fc.constantFrom("{{ mean offences clients }}", "{{ sum offences clients }}", ""),
});

test.each([0, 1, 3])(
  "no sum of few, or that one dominates, of numbers from %i is known better than the policy allows, whatever the reader tries out",
  async (floor) => {
    let [judged, made, kept] = [0, 0, 0];
    await fc.assert(
      fc.asyncProperty(cases, async ({people, percent, asked, total}) => {
        const alike = Object.keys(areas).flatMap((area, at): readonly Alike[] =>
          people[at]!.map((one) => ({people: 1, area, sex: "M", offences: floor + one})),
        );
        const policy = `threshold: 2\nmean-needs: ${needs}\nmean-width: 0\nsum-needs: ${sumNeeds}\ndominance: ${percent}%\n`;
        const text = [total, ...["count clients by area with totals", ...asked].map(table)].join("\n\n");
        const changed = {
          "data/dictionaries/small.yaml": withOffences({
            from: floor,
            to: floor + most,
            bands: [`${floor + 2}`, `${floor + 3}`],
          }),
        };
        const one = await releaseSmall({text, people: alike, policy, changed});
        kept += 1;
        if (one instanceof DisclosureError) return;
        made += 1;
        expect(one.check).toMatchObject({holds: true, faults: [], open: []});
        const printed = Object.fromEntries(
        one.release.cells.map(({address, cell}) => [cellKey(address), cell.status === "published" ? cell.value : cell.status]),
      ); // prettier-ignore
        const hasSums = Object.keys(printed).some((key) => key.startsWith("sum"));
        const known = {printed, percent: hasSums ? percent : 0, floor};
        const ofArea = places.map((place) => all.filter((numbers) => gives(numbers, place, known)));
        const truths = people.map(numbersOf);
        const groups = [[0], [1], [2], [1, 2], [0, 2], [0, 1], [0, 1, 2]];
        const spans = groups.map(() => [Infinity, -Infinity]);
        for (const kent of ofArea[0]!)
          for (const surrey of ofArea[1]!)
            for (const sussex of ofArea[2]!) {
              const world = [kent, surrey, sussex];
              const everybody = together(world);
              if (!gives(everybody, "", known)) continue;
              const stated = printed["count clients [offences=stated]"];
              if (typeof stated === "number" && stated !== everybody.known) continue;
              groups.forEach((group, at) => {
                const sum = group.reduce((all, area) => all + world[area]!.sum, 0);
                spans[at] = [Math.min(spans[at]![0]!, sum), Math.max(spans[at]![1]!, sum)];
              });
            }
        if (!hasSums) return;
        groups.forEach((group, at) => {
          const truth = together(group.map((area) => truths[area]!));
          const isKept = (truth.contributors > 0 && truth.contributors < sumNeeds) || isLed(truth, percent);
          if (!isKept) return;
          judged += 1;
          const [least, greatest] = spans[at]!;
          expect([group, greatest! - least! >= (percent * truth.first) / 100, greatest! > least!]).toEqual([group, true, true]); // prettier-ignore
        });
      }),
      {numRuns: runs({usual: 12, long: 200})},
    );
    expect(judged).toBeGreaterThan(5);
    expect(made).toBeGreaterThan(kept / 2);
  },
);
