import fc from "fast-check";
import {expect, test} from "vitest";
import {attack} from "../../../src/audit/attack/attack.ts";
import {modelOf} from "../../../src/audit/model/modelOf.ts";
import type {Release} from "../../../src/release/index.ts";
import {runs} from "../../invariants/runs.ts";
import {category, count, tinyRelease, variable, type Shown} from "../tinyRelease.ts";

const fates = [
  category("counted", {usable: "yes"}),
  category("superseded", {usable: "yes"}),
  category("quarantined", {usable: "no"}),
];
const forms = {
  name: "forms",
  label: "forms",
  heading: "Forms",
  unit: "forms" as const,
  extract: "people",
  variables: [
    {...variable("fate", []), categories: fates},
    variable("usable", ["yes", "no"]),
    variable("area", ["kent", "surrey", "sussex"]),
    variable("sex", ["f", "m"]),
    variable("kind", ["a", "b"]),
  ],
};

const cells = ["kent", "surrey", "sussex"].flatMap((area) =>
  ["f", "m"].flatMap((sex) => ["a", "b"].map((kind) => ({area, sex, kind}))),
);
const tables = [["area", "sex"], ["area", "kind"], ["sex", "kind"], ["area"], []] as const;

const cases = fc.record({
  counts: fc.array(fc.nat({max: 8}), {minLength: cells.length, maxLength: cells.length}),
  shown: fc.subarray([...tables], {minLength: 1}),
  hides: fc.infiniteStream(fc.boolean()),
});

/** What a reader makes of every count that is not printed. */
async function rangesIn(release: Release) {
  const model = modelOf([release]);
  const found = await attack(model, {exactRanges: true});
  found.dispose();
  const told = ({cell, least, most}: (typeof found.withheld)[number]) => [model.cells[cell]!.key, least, most];
  return {ranges: found.withheld.map(told), derivable: found.derivable.map(told), cells: model.cells.length};
}

test("forms of which nothing tells are left out of the attack, and it finds the same", async () => {
  let withheld = 0;
  await fc.assert(
    fc.asyncProperty(cases, async ({counts, shown, hides}) => {
      const hidden = hides[Symbol.iterator]();
      const printed = new Map<string, Shown>();
      for (const names of shown) {
        for (const cell of cells) {
          const place = ["usable=yes", ...names.map((name) => `${name}=${cell[name]}`)].join();
          if (printed.has(place)) continue;
          const isIn = (one: (typeof cells)[number]) => names.every((name) => one[name] === cell[name]);
          const value = cells.reduce((sum, one, at) => sum + (isIn(one) ? counts[at]! : 0), 0);
          printed.set(place, value > 0 && hidden.next().value === true ? "c" : value);
        }
      }
      const told = [...printed].map(([place, value]) => count("forms", place, value));
      const tiny = {variables: {}, counts: {}, populations: [forms], cells: told};
      const alone = await rangesIn(tinyRelease(tiny));
      // Clients of the same extract could tell of the forms that stand for them.
      const beside = await rangesIn(tinyRelease({...tiny, population: {extract: "people"}}));
      withheld += alone.ranges.length;
      expect(alone.ranges).toEqual(beside.ranges);
      expect(alone.derivable).toEqual(beside.derivable);
      expect(alone.cells).toBeLessThan(beside.cells);
    }),
    {numRuns: runs({usual: 60, long: 1_000})},
  );
  expect(withheld, "nothing was withheld").toBeGreaterThan(10);
});
