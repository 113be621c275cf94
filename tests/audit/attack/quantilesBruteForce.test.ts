import fc from "fast-check";
import {expect, test} from "vitest";
import {attack} from "../../../src/audit/attack/attack.ts";
import {modelOf} from "../../../src/audit/model/modelOf.ts";
import {runs} from "../../invariants/runs.ts";
import {readsBands, readsCode, readsYears} from "./readVariables.ts";
import {at, tinyRelease, type Shown} from "../tinyRelease.ts";

/** Ages from 10 to 14, or none, in two areas. */
const people = ["kent", "surrey"].flatMap((area) =>
  [undefined, 10, 11, 12, 13, 14].map((age) => ({area, age, band: bandOf(age)})),
);

function bandOf(age: number | undefined): string {
  if (age === undefined) return "not-stated";
  return age < 12 ? "young" : "old";
}

const between: [number, number] = [10, 14];
const bands = readsBands("band", {young: [10, 11], old: [12, 14]});
const variables = [
  readsCode("area", "AREA", {kent: ["K"], surrey: ["S"]}),
  {...readsYears("age"), reads: {as: "years" as const, from: "BORN", to: "SEEN", between}},
  {...bands, reads: {...(bands.reads as object), between} as typeof bands.reads},
];

/** Every way to divide `total` people among so many sorts. */
function divisions(total: number, sorts: number): readonly (readonly number[])[] {
  if (sorts === 1) return [[total]];
  return Array.from({length: total + 1}, (_, first) => first).flatMap((first) =>
    divisions(total - first, sorts - 1).map((rest) => [first, ...rest]),
  );
}

type World = readonly number[];

const worlds: readonly (readonly World[])[] = [3, 4, 5].map((total) => divisions(total, people.length));

const inside = (place: string) => (person: (typeof people)[number]) =>
  Object.entries(at(place)).every(([name, category]) => person[name as "area" | "band"] === category);

function countAt(place: string, world: World): number {
  return people.reduce((sum, person, index) => sum + (inside(place)(person) ? (world[index] ?? 0) : 0), 0);
}

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
