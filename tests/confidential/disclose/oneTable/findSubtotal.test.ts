import fc from "fast-check";
import {expect, test} from "vitest";
import {findSubtotal} from "../../../../src/confidential/disclose/oneTable/findSubtotal.ts";
import {protectText} from "./protectText.ts";

type Counts = readonly (readonly [name: string, counts: readonly number[]])[];

const linesOf = (table: Counts) =>
  table.flatMap(([name, counts]) => counts.map((count, at) => ({categories: [name, `s${at}`], count})));

const areas: Counts = [
  ["North", [12, 40, 31, 25]],
  ["East", [7, 22, 18, 30]],
  ["West", [55, 61, 3, 14]],
  ["North and East", [19, 62, 49, 55]],
  ["South", [80, 17, 44, 9]],
];

test("a category that is the sum of some others wherever it stands is a subtotal", () => {
  expect(findSubtotal(linesOf(areas), 0, [])).toEqual({at: 12, parts: [0, 4]});
  const across = linesOf(areas).map(({categories, count}) => ({categories: categories.toReversed(), count}));
  expect(findSubtotal(across, 1, [])).toEqual({at: 12, parts: [0, 4]});
});

test("but not where it is said to be none, or misses by one in one line, or copies one other", () => {
  expect(findSubtotal(linesOf(areas), 0, ["North and East"])).toBeUndefined();
  expect(findSubtotal(linesOf(areas.with(3, ["North and East", [19, 62, 49, 56]])), 0, [])).toBeUndefined();
  expect(findSubtotal(linesOf(areas.with(3, ["North again", [12, 40, 31, 25]])), 0, [])).toBeUndefined();
});

test("and no sum that few lines or small counts make by chance", () => {
  const few = areas.map(([name, counts]) => [name, counts.slice(0, 2)] as const);
  expect(findSubtotal(linesOf(few), 0, [])).toBeUndefined();
  const small: Counts = [3, 1, 2, 4, 5].map((count, at) => [`a${at}`, [count, count, count, count]]);
  expect(findSubtotal(linesOf(small), 0, [])).toBeUndefined();
});

const column = fc.array(fc.integer({min: 0, max: 900}), {minLength: 6, maxLength: 6});

test("subtotals of any two or more are found, and none where there is none", () => {
  fc.assert(
    fc.property(fc.array(column, {minLength: 4, maxLength: 9}), fc.integer({min: 2, max: 8}), (columns, wanted) => {
      const table: Counts = columns.map((counts, at) => [`a${at}`, counts]);
      const some = columns.slice(0, Math.min(wanted, columns.length - 1));
      const sum = some.reduce((all, counts) => all.map((count, at) => count + counts[at]!), Array<number>(6).fill(0));
      fc.pre(some.filter((counts) => counts.some((count) => count > 0)).length > 1 && Math.min(...sum) > 60);
      expect(findSubtotal(linesOf(table), 0, [])).toBeUndefined();
      expect(findSubtotal(linesOf([["both", sum], ...table]), 0, [])?.at).toBe(0);
    }),
  );
});

test("a table that brings a subtotal is refused with the lines of its parts", async () => {
  const rows = linesOf(areas).map(({categories, count}) => [...categories, count].join(","));
  const text = `area,sex,n\n${rows.join("\n")}\n`;
  const request = {file: "counts.csv", by: ["area", "sex"], count: "n", threshold: 5, zeros: "shown"} as const;
  await expect(protectText({...request, text})).rejects.toThrow(
    'counts.csv, line 14: the category of "area" is the sum of those of lines 2, 6 wherever it stands',
  );
  await expect(protectText({...request, text, noTotal: ["North and East"]})).resolves.toHaveProperty("csv");
});
