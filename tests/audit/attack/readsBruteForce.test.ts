import fc from "fast-check";
import {expect, test} from "vitest";
import {attack} from "../../../src/audit/attack/attack.ts";
import {modelOf} from "../../../src/audit/model/modelOf.ts";
import {runs} from "../../invariants/runs.ts";
import {readsAnyOf, readsCode} from "./readVariables.ts";
import {tinyRelease, type Shown} from "../tinyRelease.ts";

/** The answers of one person to two columns; the last is blank. */
const codes = ["a", "b", ""] as const;
const people = codes.flatMap((one) => codes.map((two) => [one, two] as const));

/** Variables over the columns, each with the category of every person. */
const kinds = [
  {of: readsCode("first", "A", {a: ["a"], b: ["b"]}), say: ([one]: Answers) => one || "not-stated"},
  {of: readsCode("either-way", "A", {ab: ["a", "b"]}), say: ([one]: Answers) => (one ? "ab" : "not-stated")},
  {of: readsCode("half", "A", {b: ["b"]}), say: ([one]: Answers) => (one === "b" ? "b" : "not-stated")},
  {of: readsCode("second", "B", {a: ["a"], b: ["b"]}), say: ([, two]: Answers) => two || "not-stated"},
  {of: readsAnyOf("any-a", ["A", "B"], {yes: ["a"], no: ["b"]}), say: (answers: Answers) => anyOf("a", answers)},
  {of: readsAnyOf("any-b", ["A", "B"], {yes: ["b"], no: ["a"]}), say: (answers: Answers) => anyOf("b", answers)},
] as const;

type Answers = (typeof people)[number];
type Kind = (typeof kinds)[number];

function anyOf(yes: string, answers: Answers): string {
  if (answers.includes(yes as "a")) return "yes";
  return answers.some((one) => one !== "") ? "no" : "not-stated";
}

/** Every way to divide `total` people among `kinds` sorts. */
function divisions(total: number, sorts: number): readonly (readonly number[])[] {
  if (sorts === 1) return [[total]];
  return Array.from({length: total + 1}, (_, first) => first).flatMap((first) =>
    divisions(total - first, sorts - 1).map((rest) => [first, ...rest]),
  );
}

const worlds = [2, 4, 5].map((total) => divisions(total, people.length));

/** The places of a table by some variables. */
function places(variables: readonly Kind[]): readonly (readonly string[])[] {
  return variables.reduce<readonly (readonly string[])[]>(
    (all, {of}) => all.flatMap((place) => of.categories.map(({name}) => [...place, `${of.name}=${name}`])),
    [[]],
  );
}

function countAt(place: readonly string[], world: readonly number[]): number {
  return people.reduce((sum, answers, index) => {
    const isThere = place.every((part) => kinds.some(({of, say}) => `${of.name}=${say(answers)}` === part));
    return sum + (isThere ? (world[index] ?? 0) : 0);
  }, 0);
}

const cases = fc.record({
  size: fc.nat({max: worlds.length - 1}),
  world: fc.nat(),
  tables: fc.array(fc.subarray([...kinds], {minLength: 1, maxLength: 2}), {minLength: 1, maxLength: 3}),
  hidden: fc.array(fc.boolean(), {minLength: 60, maxLength: 60}),
});

test("what a reader knows of variables over the same columns is what trying every population gives", async () => {
  let compared = 0;
  await fc.assert(
    fc.asyncProperty(cases, async ({size, world, tables, hidden}) => {
      const all = worlds[size]!;
      const truth = all[world % all.length]!;
      const asked = [...new Map(tables.flatMap(places).map((place) => [place.join(), place])).values()];
      const counts: Record<string, Shown> = {"": truth.reduce((sum, one) => sum + one, 0)};
      asked.forEach((place, index) => {
        const value = countAt(place, truth);
        counts[place.join()] = value > 0 && hidden[index % hidden.length] ? "c" : value;
      });
      const fitting = all.filter((one) =>
        asked.every((place) => {
          const shown = counts[place.join()];
          return shown === "c" ? countAt(place, one) > 0 : countAt(place, one) === shown;
        }),
      );
      const population = {variables: kinds.map(({of}) => of)};
      const model = modelOf([tinyRelease({variables: {}, population, counts})]);
      const result = await attack(model, {exactRanges: true});
      const ranges = new Map(result.withheld.map(({cell, least, most}) => [model.cells[cell]!.key, [least, most]]));
      result.dispose();
      expect(result.contradictory).toBeUndefined();
      for (const place of asked.filter((one) => counts[one.join()] === "c")) {
        const key = `count people [${place.toSorted().join()}]`;
        const found = ranges.get(key);
        // Two names of one group: the model keeps the first.
        if (found === undefined) continue;
        const values = fitting.map((one) => countAt(place, one));
        compared += 1;
        expect([key, ...found]).toEqual([key, Math.min(...values), Math.max(...values)]);
      }
    }),
    {numRuns: runs({usual: 150, long: 3_000})},
  );
  expect(compared).toBeGreaterThan(100);
});
