import fc from "fast-check";
import {expect, test} from "vitest";
import type {CountModel, Equation, ModelCell, Move} from "../../../../src/confidential/disclose/search/countModel.ts";
import {crossTabulate} from "../../../../src/confidential/disclose/search/crossTabulate.ts";
import {distinctCounts} from "../../../../src/confidential/disclose/search/distinctCounts.ts";
import {protectCounts} from "../../../../src/confidential/disclose/search/protectCounts.ts";
import {protectionOf} from "../../../../src/confidential/disclose/search/protectionOf.ts";
import {unitsOf} from "../../../../src/confidential/disclose/search/protectModel.ts";

const protection = protectionOf({threshold: 5, zeros: "shown", level: "width-2", marks: "one"});

const rows = fc.integer({min: 2, max: 3}).chain((columns) =>
  fc.array(fc.array(fc.integer({min: 0, max: 9}), {minLength: columns, maxLength: columns}), {
    minLength: 2,
    maxLength: 3,
  }),
);

/** A table, and beside it every count and every sum of it again under other names that nobody is shown. */
function saidThrice(counts: readonly (readonly number[])[]): CountModel & {readonly own: number} {
  const lines = counts.flatMap((row, i) => row.map((count, j) => ({categories: [`r${i}`, `c${j}`], count})));
  const {cells, equations} = crossTabulate(lines, 2);
  const own = cells.length;
  const again = [1, 2].flatMap((time) => cells.map((cell): ModelCell => ({...cell, key: `${cell.key}, ${time}`, shown: false}))); // prettier-ignore
  const inner = new Set(cells.keys().filter((cell) => cells[cell]?.level === 0));
  const same = [1, 2].flatMap((time) =>
    [...inner].map((cell): Equation => ({total: cell + time * own, parts: [cell]})),
  );
  const sums = [1, 2].flatMap((time) =>
    equations.map(({total, parts}): Equation => ({
      total: total + time * own,
      parts: parts.map((part) => part + (inner.has(part) ? (3 - time) * own : time * own)).toReversed(),
    })),
  );
  return {cells: [...cells, ...again], equations: [...equations, ...same, ...sums], own};
}

function keepsSums({equations}: CountModel, move: Move): boolean {
  const by = (cell: number): number => move.get(cell) ?? 0;
  return equations.every(({total, parts}) => parts.reduce((sum, part) => sum + by(part), 0) === by(total));
}

test("what a table says in other words is left out, and nothing else", () => {
  fc.assert(
    fc.property(rows, (counts) => {
      const whole = saidThrice(counts);
      const {model, placeOf} = distinctCounts(whole);
      expect(model.cells.map(({key}) => key).sort()).toEqual(whole.cells.slice(0, whole.own).map(({key}) => key).sort()); // prettier-ignore
      whole.cells.forEach((_, cell) => {
        expect(model.cells[placeOf(cell)]?.key).toBe(whole.cells[cell % whole.own]?.key);
      });
    }),
    {numRuns: 100},
  );
});

test("it is protected as well, by the same cells, and what shows it is true of every name of a count", async () => {
  await fc.assert(
    fc.asyncProperty(rows, async (counts) => {
      const whole = saidThrice(counts);
      const single: CountModel = distinctCounts(whole).model;
      const unsafeOf = ({cells}: CountModel): ReadonlySet<number> =>
        new Set(cells.keys().filter((cell) => [1, 2, 3, 4].includes(cells[cell]?.count ?? 0)));
      const found = await protectCounts(whole, unsafeOf(whole), protection);
      const expected = await protectCounts(single, unsafeOf(single), protection);
      const keysOf = ({cells}: CountModel, places: Iterable<number>): readonly string[] => [...places].map((place) => cells[place]?.key ?? "").sort(); // prettier-ignore
      expect(keysOf(whole, found.withheld)).toEqual(keysOf(single, expected.withheld));
      expect(keysOf(whole, found.unprotected)).toEqual(keysOf(single, expected.unprotected));
      for (const [cell, freedom] of found.freedoms) {
        expect(new Set(freedom.moves.map((move) => move.get(cell))).size).toBe(unitsOf(freedom));
        for (const move of freedom.moves) {
          expect(keepsSums(whole, move)).toBe(true);
          for (const moved of move.keys()) expect(moved >= whole.own || found.withheld.has(moved)).toBe(true);
        }
      }
    }),
    {numRuns: 60},
  );
});

test("counts that tables show stay, and are known by what is known of them under any name", () => {
  const cell = (key: string, shown: boolean, more: Partial<ModelCell> = {}): ModelCell => ({key, count: 7, shown, level: 0, ...more}); // prettier-ignore
  const cells = [
    cell("women", true),
    cell("adult women", true, {bounds: {least: 2, most: 20}}),
    cell("women who came", false, {bounds: {least: 0, most: 9}}),
  ];
  const {model} = distinctCounts({
    cells,
    equations: [
      {total: 0, parts: [2]},
      {total: 2, parts: [1]},
    ],
  });
  expect(model.cells.map(({key, bounds}) => [key, bounds])).toEqual([
    ["adult women", {least: 2, most: 9}],
    ["women", {least: 2, most: 9}],
  ]);
  expect(model.equations).toEqual([{total: 0, parts: [1]}]);
});
