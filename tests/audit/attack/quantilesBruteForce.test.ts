import fc from "fast-check";
import {expect, test} from "vitest";
import {attack} from "../../../src/audit/attack/attack.ts";
import {modelOf} from "../../../src/audit/model/modelOf.ts";
import {runs} from "../../invariants/runs.ts";
import {countAt, inside, people, variables, worlds, type World} from "./agedWorlds.ts";
import {at, tinyRelease, type Shown} from "../tinyRelease.ts";

/** The printed quantile of a place, or that it is withheld, as it is of fewer than two on its thinner side's scale. */
function quantileAt(place: string, percent: number, world: World): number | "c" {
  const ages = people.flatMap((person, index) =>
    inside(place)(person) && person.age ? Array.from({length: world[index] ?? 0}, () => person.age!) : [],
  );
  if (ages.length < 100 / Math.min(percent, 100 - percent)) return "c";
  return ages.toSorted((one, other) => one - other)[Math.ceil((percent * ages.length) / 100) - 1]!;
}

const places = ["", "area=kent", "area=surrey"];
const cells = ["kent", "surrey"].flatMap((area) => ["young", "old", "not-stated"].map((band) => `area=${area},band=${band}`)); // prettier-ignore
const asked = places.flatMap((place) => [25, 50, 60].map((percent) => ({place, percent})));

const cases = fc.record({
  size: fc.nat({max: worlds.length - 1}),
  world: fc.nat(),
  hidden: fc.array(fc.boolean(), {minLength: cells.length, maxLength: cells.length}),
  quantiles: fc.subarray(asked, {minLength: 1}),
});

test("what quantiles tell of the counts beside them is what trying every population gives", async () => {
  let narrowed = 0;
  await fc.assert(
    fc.asyncProperty(cases, async ({size, world, hidden, quantiles}) => {
      const all = worlds[size]!;
      const truth = all[world % all.length]!;
      const counts: Record<string, Shown> = Object.fromEntries(places.map((place) => [place, countAt(place, truth)]));
      cells.forEach((place, index) => {
        const value = countAt(place, truth);
        counts[place] = value > 0 && hidden[index] ? "c" : value;
      });
      const isCounted = (one: World) =>
        Object.entries(counts).every(([place, shown]) =>
          shown === "c" ? countAt(place, one) > 0 : countAt(place, one) === shown,
        );
      const counted = all.filter(isCounted);
      const fitting = counted.filter((one) =>
        quantiles.every(({place, percent}) => quantileAt(place, percent, one) === quantileAt(place, percent, truth)),
      );
      const release = tinyRelease({
        variables: {},
        population: {variables},
        counts,
        cells: quantiles.map(({place, percent}) => ({
          address: {measure: "quantile" as const, population: "people", at: at(place), variable: "age", percent},
          cell: cellOf(quantileAt(place, percent, truth)),
        })),
        policy: {meanNeeds: 2},
      });
      const model = modelOf([release]);
      const result = await attack(model, {exactRanges: true});
      result.dispose();
      expect(model.leftOut).toEqual([]);
      expect(result.contradictory).toBeUndefined();
      for (const {cell, least, most} of result.withheld) {
        const {key, at: place} = model.cells[cell]!;
        const name = Object.entries(place).map(([variable, category]) => `${variable}=${category}`);
        const values = fitting.map((one) => countAt(name.join(), one));
        const without = counted.map((one) => countAt(name.join(), one));
        if (new Set(values).size < new Set(without).size) narrowed += 1;
        expect([key, least, most]).toEqual([key, Math.min(...values), Math.max(...values)]);
      }
    }),
    {numRuns: runs({usual: 100, long: 2_000})},
  );
  expect(narrowed, "quantiles told nothing beside counts").toBeGreaterThan(10);
});

function cellOf(value: number | "c") {
  return value === "c" ? {status: "suppressed" as const} : {status: "published" as const, value};
}
