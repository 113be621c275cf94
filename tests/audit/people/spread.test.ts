import fc from "fast-check";
import {expect, test} from "vitest";
import {measures} from "../../../src/measures/index.ts";
import {weightOf} from "../../../src/audit/index.ts";
import {saysSpread} from "../../../src/audit/tells/spread.ts";
import type {Sentence} from "../../../src/audit/tells/tells.ts";
import {runs} from "../../invariants/runs.ts";

const {"estimated-mean": estimatedMean} = measures;
const limit = 40;
const asked = {known: {terms: []}, column: 0, numbers: Array.from({length: limit + 1}, (_, number) => number)};
const address = {measure: "estimated-mean", population: "people", at: {}, variable: "wait"} as const;

function countsOf(numbers: readonly number[]): readonly number[] {
  return asked.numbers.map((number) => numbers.filter((one) => one === number).length);
}

/** What the measure publishes of some numbers. */
function printed(numbers: readonly number[]) {
  const histogram = new Map(countsOf(numbers).entries());
  const given = {
    count: () => 0,
    numbers: () => histogram,
    decimals: () => 0,
    mayBeBelowNought: () => false,
    floorOf: () => 0,
    countsPeople: true,
    figure: () => undefined,
  };
  const cell = estimatedMean.publish(estimatedMean.gather(address, given), {});
  if (cell.status !== "published") throw new Error("a mean of many is published");
  return {value: cell.value, ends: [Math.round(10 * cell.lower!), Math.round(10 * cell.upper!)] as const};
}

function holds(sentences: readonly Sentence[], numbers: readonly number[]): boolean {
  return sentences.every(({parts, range: [lower, upper]}) => {
    const value = numbers.reduce(
      (sum, one) => sum + parts.reduce((all, part) => all + weightOf(part, () => one), 0),
      0,
    );
    return value >= lower && value <= upper;
  });
}

const people = fc.array(fc.integer({min: 0, max: limit}), {minLength: 30, maxLength: 50, size: "max"});
/** How two numbers move apart, or nearer, so that their sum stays. */
const moves = fc.array(fc.tuple(fc.nat(), fc.nat(), fc.integer({min: -3, max: 3})), {maxLength: 8});

test("whoever satisfies what an interval says gives the same mean and interval, as another code works them out", () => {
  let [same, other] = [0, 0];
  fc.assert(
    fc.property(people, moves, (base, moved) => {
      const {value, ends} = printed(base);
      const sentences = saysSpread(asked, {counts: countsOf(base), ends});
      expect(holds(sentences, base)).toBe(true);
      const people = [...base];
      for (const [one, two, by] of moved) {
        const [a, b] = [one % people.length, two % people.length];
        const [up, down] = [people[a]! + by, people[b]! - by];
        if (a !== b && [up, down].every((number) => number >= 0 && number <= limit))
          [people[a], people[b]] = [up, down];
      }
      if (holds(sentences, people)) {
        same += 1;
        expect(printed(people)).toEqual({value, ends});
      } else if (printed(people).ends.join() !== ends.join()) other += 1;
    }),
    {numRuns: runs({usual: 1_000, long: 50_000})},
  );
  expect([same > 100, other > 10]).toEqual([true, true]);
});

test("nobody satisfies what an interval says that is not theirs", () => {
  const base = Array.from({length: 30}, (_, at) => at);
  const {ends: [lower, upper]} = printed(base); // prettier-ignore
  expect(holds(saysSpread(asked, {counts: countsOf(base), ends: [lower, upper + 3]}), base)).toBe(false);
});
