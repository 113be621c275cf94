import {describe, expect, test} from "vitest";
import {crossTabulate} from "../../../../src/confidential/disclose/search/crossTabulate.ts";
import {protectCounts} from "../../../../src/confidential/disclose/search/protectCounts.ts";
import {protectionOf} from "../../../../src/confidential/disclose/search/protectionOf.ts";

const policy = {threshold: 5, zeros: "shown", level: "width-2", marks: "one"} as const;

describe("what a reader assumes behind a mark", () => {
  test("is at least 1 where zeros are shown, and 0 where they are hidden", () => {
    expect(protectionOf(policy).range(3)).toEqual({least: 1, most: Infinity});
    expect(protectionOf({...policy, zeros: "hidden"}).range(3)).toEqual({least: 0, most: Infinity});
  });

  test("is below the threshold for one of two marks and from it on for the other", () => {
    const {range} = protectionOf({...policy, marks: "two"});
    expect(range(4)).toEqual({least: 1, most: 4});
    expect(range(5)).toEqual({least: 5, most: Infinity});
  });
});

describe("how far an unsafe count must be able to move", () => {
  test("is one unit for exact, two for width 2, either way", () => {
    expect(protectionOf({...policy, level: "exact"}).need(3)).toEqual({up: 0, down: 0, total: 1});
    expect(protectionOf(policy).need(3)).toEqual({up: 0, down: 0, total: 2});
  });

  test("is to every unsafe value for full", () => {
    const full = {...policy, level: "full"} as const;
    expect(protectionOf(full).need(3)).toEqual({up: 1, down: 2, total: 3});
    expect(protectionOf({...full, zeros: "hidden", threshold: 8}).need(0)).toEqual({up: 7, down: 0, total: 7});
  });

  test("is one unit at least for full, where 1 is the only unsafe value", () => {
    expect(protectionOf({...policy, level: "full", threshold: 2}).need(1)).toEqual({up: 0, down: 0, total: 1});
  });
});

/** Rows of a table whose first count is small. */
const lines = [
  [2, 20, 30],
  [40, 50, 60],
  [70, 80, 90],
].flatMap((row, i) => row.map((count, j) => ({categories: [`r${String(i)}`, `c${String(j)}`], count})));

test("at full protection a lone 2 can be anything from 1 to 4", async () => {
  const table = crossTabulate(lines, 2);
  const {freedoms} = await protectCounts(table, new Set([0]), protectionOf({...policy, level: "full"}));
  expect(freedoms.get(0)).toMatchObject({up: 2, down: 1});
});

test("with two marks a small count does not rise to the threshold", async () => {
  const four = crossTabulate([{categories: ["r0", "c0"], count: 2}, ...lines], 2);
  const {freedoms} = await protectCounts(four, new Set([0]), protectionOf({...policy, marks: "two"}));
  expect(freedoms.get(0)).toMatchObject({up: 0, down: 2});
});

test("a cell that stays printed is passed over, however cheap it is", async () => {
  const table = crossTabulate(lines, 2);
  const place = (name: string): number => table.cells.findIndex(({key}) => key === name);
  const cheap = place('["r1","c1"]');
  const {withheld: free} = await protectCounts(table, new Set([0]), protectionOf(policy));
  expect(free).toContain(cheap);
  const cells = table.cells.map((cell, at) => (at === cheap ? {...cell, fixed: true} : cell));
  const {withheld, unprotected} = await protectCounts({...table, cells}, new Set([0]), protectionOf(policy));
  expect(withheld).not.toContain(cheap);
  expect(unprotected).toEqual([]);
});

test("an unsafe count that stays printed is not protected", async () => {
  const table = crossTabulate(lines, 2);
  const cells = table.cells.map((cell, at) => (at === 0 ? {...cell, fixed: true} : cell));
  const {withheld, unprotected} = await protectCounts({...table, cells}, new Set([0]), protectionOf(policy));
  expect([...withheld]).toEqual([]);
  expect(unprotected).toEqual([0]);
});
