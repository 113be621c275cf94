import fc from "fast-check";
import {expect, test} from "vitest";
import {attack} from "../../../src/audit/attack/attack.ts";
import {modelOf} from "../../../src/audit/model/modelOf.ts";
import {roundRatioHalfUp} from "../../../src/release/index.ts";
import {runs} from "../../invariants/runs.ts";
import {countAt, inside, people, variables, worlds, type World} from "./agedWorlds.ts";
import {at, tinyRelease, type Shown} from "../tinyRelease.ts";

/** The printed mean of a place, or that it is withheld. */
function meanAt(place: string, world: World): number | "c" {
  const known = people.map((person, index) => (inside(place)(person) && person.age ? (world[index] ?? 0) : 0));
  const number = known.reduce((sum, one) => sum + one, 0);
  const sum = known.reduce((total, one, index) => total + one * (people[index]?.age ?? 0), 0);
  return number < 2 ? "c" : roundRatioHalfUp(sum, number, 1);
}

const places = ["", "area=kent", "area=surrey"];
const cells = ["kent", "surrey"].flatMap((area) => ["young", "old", "not-stated"].map((band) => `area=${area},band=${band}`)); // prettier-ignore

const cases = fc.record({
  size: fc.nat({max: worlds.length - 1}),
  world: fc.nat(),
  hidden: fc.array(fc.boolean(), {minLength: cells.length, maxLength: cells.length}),
  meansOf: fc.subarray(places, {minLength: 1}),
});

test("what means tell of the counts beside them is what trying every population gives", async () => {
  let compared = 0;
  await fc.assert(
    fc.asyncProperty(cases, async ({size, world, hidden, meansOf}) => {
      const all = worlds[size]!;
      const truth = all[world % all.length]!;
      const counts: Record<string, Shown> = Object.fromEntries(places.map((place) => [place, countAt(place, truth)]));
      cells.forEach((place, index) => {
        const value = countAt(place, truth);
        counts[place] = value > 0 && hidden[index] ? "c" : value;
      });
      const means = meansOf.map((place) => ({
        address: {measure: "mean" as const, population: "people", at: at(place), variable: "age"},
        cell: meanCell(meanAt(place, truth)),
      }));
      const fitting = all.filter(
        (one) =>
          Object.entries(counts).every(([place, shown]) =>
            shown === "c" ? countAt(place, one) > 0 : countAt(place, one) === shown,
          ) && meansOf.every((place) => meanAt(place, one) === meanAt(place, truth)),
      );
      const release = tinyRelease({
        variables: {},
        population: {variables},
        counts,
        cells: means,
        policy: {meanNeeds: 2},
      });
      const model = modelOf([release]);
      const result = await attack(model, {exactRanges: true});
      result.dispose();
      expect(result.contradictory).toBeUndefined();
      for (const {cell, least, most} of result.withheld) {
        const {key, at: place} = model.cells[cell]!;
        const name = Object.entries(place).map(([variable, category]) => `${variable}=${category}`);
        const values = fitting.map((one) => countAt(name.join(), one));
        compared += 1;
        expect([key, least, most]).toEqual([key, Math.min(...values), Math.max(...values)]);
      }
    }),
    {numRuns: runs({usual: 100, long: 2_000})},
  );
  expect(compared).toBeGreaterThan(100);
});

function meanCell(mean: number | "c") {
  return mean === "c" ? {status: "suppressed" as const} : {status: "published" as const, value: mean};
}
