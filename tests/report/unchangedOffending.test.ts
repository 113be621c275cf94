import {expect, test} from "vitest";
import {randomNumbers} from "./randomNumbers.ts";
import {chooseByOneHalfYear, halfYearsCsv, levels, levelsCsv} from "./unchangedOffending.ts";

// Written anew by `npx vitest run tests/report/unchangedOffending -u`.
test("the figures of people whose offending stays as it is are those of their model", async () => {
  await expect(halfYearsCsv()).toMatchFileSnapshot("../../data/reference/unchanged-offending.csv");
  await expect(levelsCsv()).toMatchFileSnapshot("../../data/reference/unchanged-levels.csv");
});

test.each(Object.entries(levels))("who offends %s is chosen with as many offences as the formulas say", (_, mean) => {
  const {before, after} = chooseByOneHalfYear(mean);
  // A geometric count of at least one, and the mean that Bayes gives of whoever has one.
  expect(before).toBeCloseTo(1 + mean, 9);
  expect(after).toBeCloseTo((1 + mean) * (1 - (1 + mean) ** -2), 9);
});

test("drawn one by one, as many people have fewer offences, and fall as far", () => {
  const next = randomNumbers(1985);
  const count = (mean: number) => {
    let events = 0;
    for (let at = -Math.log(next()); at < mean; at -= Math.log(next())) events++;
    return events;
  };
  const chosen = Array.from({length: 200_000}, () => -Math.log(next()))
    .map((mean) => ({before: count(mean), after: count(mean)}))
    .filter(({before}) => before > 0);
  const fewer = chosen.filter(({before, after}) => after < before);
  const sum = (of: "before" | "after") => fewer.reduce((total, one) => total + one[of], 0);
  const expected = chooseByOneHalfYear(1);
  expect(fewer.length / chosen.length).toBeCloseTo(expected.fewer, 2);
  expect(sum("after") / sum("before")).toBeCloseTo(expected.leftOfFewer, 2);
});
