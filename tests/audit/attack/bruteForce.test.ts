import fc from "fast-check";
import {expect, test} from "vitest";
import {attack} from "../../../src/audit/attack/attack.ts";
import {modelOf} from "../../../src/audit/model/modelOf.ts";
import {runs} from "../../invariants/runs.ts";
import {cases, shownOf} from "../randomTable.ts";
import {tinyRelease, type Shown} from "../tinyRelease.ts";

/**
 * Every table with the same published numbers, found by trying: the values of every withheld cell. Stops with nothing
 * where a hidden count can grow without end or there are too many tables to try.
 */
function enumerate(shown: Record<string, Shown>, least: number): Map<string, Set<number>> | undefined {
  const places = Object.keys(shown);
  const inner = places.filter((place) => place.includes(","));
  const lineTotal = (place: string) => shown[place];
  const values = new Map<string, Set<number>>(
    places.filter((place) => shown[place] === "c").map((p) => [p, new Set()]),
  );
  const current = new Map<string, number>();
  let tried = 0;
  const margins = places.filter((place) => !place.includes(","));
  const inside = (margin: string) => inner.filter((place) => margin === "" || place.split(",").includes(margin));
  const open = inner.filter((place) => shown[place] === "c");
  for (const place of inner) {
    const value = shown[place];
    if (typeof value === "number") current.set(place, value);
  }
  const sum = (margin: string) => inside(margin).reduce((total, place) => total + (current.get(place) ?? 0), 0);
  const walk = (index: number): boolean => {
    if ((tried += 1) > 8000) return false;
    const place = open[index];
    if (place === undefined) return record();
    const lines = ["", ...place.split(",")].filter((margin) => typeof lineTotal(margin) === "number");
    if (lines.length === 0) return false;
    const room = Math.min(...lines.map((margin) => (lineTotal(margin) as number) - sum(margin)));
    for (let value = least; value <= room; value += 1) {
      current.set(place, value);
      if (!walk(index + 1)) return false;
    }
    current.delete(place);
    return true;
  };
  const record = (): boolean => {
    const fits = margins.every((margin) =>
      lineTotal(margin) === "c" ? sum(margin) >= least : lineTotal(margin) === sum(margin),
    );
    if (!fits) return true;
    for (const [place, set] of values) set.add(place.includes(",") ? current.get(place)! : sum(place));
    return true;
  };
  return walk(0) ? values : undefined;
}

test("the ranges of hidden counts are those that trying every table gives", async () => {
  let compared = 0;
  await fc.assert(
    fc.asyncProperty(cases, async (table) => {
      const {variables, shown} = shownOf(table);
      const expected = enumerate(shown, table.zeros === "shown" ? 1 : 0);
      fc.pre(expected !== undefined && expected.size > 0);
      const model = modelOf([tinyRelease({variables, counts: shown, zeros: table.zeros})]);
      const found = await attack(model, {exactRanges: true});
      const ranges = new Map(found.withheld.map(({cell, least, most}) => [model.cells[cell]!.key, [least, most]]));
      found.dispose();
      for (const [place, values] of expected) {
        const key = `count people [${place.split(",").filter(Boolean).sort().join(",")}]`;
        const range = ranges.get(key);
        // A table of one row has its column totals for cells: one name stands for both.
        if (range === undefined) continue;
        compared += 1;
        expect([key, ...range]).toEqual([key, Math.min(...values), Math.max(...values)]);
      }
    }),
    {numRuns: runs({usual: 300, long: 5_000}), verbose: 1},
  );
  expect(compared).toBeGreaterThan(300);
});
