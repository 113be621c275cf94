import {readFileSync} from "node:fs";
import path from "node:path";
import {expect, test} from "vitest";

const folder = path.resolve(import.meta.dirname, "../../data/reference");
const read = (name: string) =>
  readFileSync(path.join(folder, name), "utf8")
    .trim()
    .split("\n")
    .slice(1)
    .map((line) => line.split(",").slice(1).map(Number) as [people: number, proven: number, predicted: number]);

const groups = read("offending-groups.csv").map(([people, proven, predicted]) => ({people, proven, predicted}));
const [[allPeople, allProven, allPredicted]] = read("national-indicator-38.csv") as [[number, number, number]];
const sum = (of: keyof (typeof groups)[number], some = groups) => some.reduce((total, one) => total + one[of], 0);

/** The most that the axes of the review's picture let anybody's prediction and offences be. */
const [mostPredicted, mostProven] = [5, 25];

test("the groups together are the whole cohort, so that nothing is left over", () => {
  expect([sum("people"), sum("proven")]).toEqual([allPeople, allProven]);
  expect(sum("predicted")).toBeCloseTo(allPredicted, 9);
});

test("eighteen people account for the difference, and all others offended as predicted", () => {
  const first = groups.slice(0, 3);
  expect(sum("people", first)).toBe(18);
  expect(sum("proven", first) - sum("predicted", first)).toBeCloseTo(allProven - allPredicted, 9);
});

test("groups stand in the order of what each of their people has more than was predicted", () => {
  const excess = groups.map(({people, proven, predicted}) => (proven - predicted) / people);
  expect(excess).toEqual(excess.toSorted((a, b) => b - a));
});

/**
 * The least and the most offences that a member of a group can have, by all that the table and its order tell: nobody lies
 * further above their prediction than anybody of the group before, nor less far than anybody of the next; the mean of
 * a group's neighbours lies between. A prediction lies from nought to the end of the printed axis.
 */
function rangeOfMember(at: number): readonly [least: number, most: number] {
  const mean = (group: (typeof groups)[number] | undefined) => group && (group.proven - group.predicted) / group.people;
  const least = Math.max(0, Math.ceil(mean(groups[at + 1]) ?? 0));
  const group = groups[at]!;
  const above = mean(groups[at - 1]);
  const most = above === undefined ? mostProven : Math.floor(above + mostPredicted);
  return [least, Math.min(most, group.proven - (group.people - 1) * least)];
}

test.each(groups.map((group, at) => ({at, ...group})))(
  "under attack by one of its own, each other member of group $at can have had five numbers of offences or more",
  ({at, people, proven}) => {
    const [least, most] = rangeOfMember(at);
    // Whatever the attacker's own number is, the others share the rest within the same limits.
    for (let own = least; own <= most; own += 1) {
      const left = proven - own;
      const others = people - 2;
      const highest = Math.min(most, left - others * least);
      const lowest = Math.max(least, left - others * most);
      if (highest < lowest) continue;
      expect(highest - lowest + 1).toBeGreaterThanOrEqual(5);
    }
  },
);
