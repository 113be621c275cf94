import fc from "fast-check";
import {expect, test} from "vitest";
import {attack} from "../../../src/audit/attack/attack.ts";
import {modelOf} from "../../../src/audit/model/modelOf.ts";
import {roundRatioHalfUp} from "../../../src/release/index.ts";
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

const between = [10, 14] as [number, number];
const bands = readsBands("band", {young: [10, 11], old: [12, 14]});
const variables = [
  readsCode("area", "AREA", {kent: ["K"], surrey: ["S"]}),
  {...readsYears("age"), reads: {as: "years" as const, from: "BORN", to: "SEEN", between}},
  {...bands, reads: {...(bands.reads as object), between} as typeof bands.reads},
];

/** Every way to divide `total` people among `kinds` sorts. */
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
