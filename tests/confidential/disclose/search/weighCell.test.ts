import {expect, test} from "vitest";
import {crossTabulate, type CrossTable} from "../../../../src/confidential/disclose/search/crossTabulate.ts";
import {protectCounts} from "../../../../src/confidential/disclose/search/protectCounts.ts";
import {protectionOf} from "../../../../src/confidential/disclose/search/protectionOf.ts";
import {weighCell} from "../../../../src/confidential/disclose/search/weighCell.ts";

const protection = protectionOf({threshold: 5, zeros: "shown", level: "width-2", marks: "one"});

function tableOf(areas: readonly string[], counts: readonly (readonly number[])[]): CrossTable {
  const lines = counts.flatMap((row, i) =>
    row.map((count, j) => ({categories: [areas[i] ?? "", areas[j] ?? ""], count})),
  );
  return crossTabulate(lines, 2);
}

/** The places that are withheld beside the small counts. */
async function furtherOf({cells, equations}: CrossTable): Promise<readonly (readonly string[])[]> {
  const unsafe = new Set(cells.keys().filter((cell) => (cells[cell]?.count ?? 0) in {1: true, 2: true, 3: true}));
  const {withheld} = await protectCounts({cells, equations}, unsafe, protection);
  return [...withheld].filter((cell) => !unsafe.has(cell)).map((cell) => cells[cell]?.categories ?? []);
}

test("withholding a hundred people costs as much as withholding four cells of a sixteenth of that size", () => {
  expect(weighCell({count: 100, level: 0})).toBe(10);
  expect(4 * weighCell({count: 6.25, level: 0})).toBe(10);
});

test("a total costs six times as much for every variable that it is over", () => {
  expect(weighCell({count: 100, level: 2})).toBe(360);
});

test("several cells of few people are withheld rather than one of many", async () => {
  const table = tableOf(
    ["kent", "essex", "surrey"],
    [
      [3, 900, 6],
      [900, 8, 7],
      [6, 6, 900],
    ],
  );
  expect(new Set(await furtherOf(table))).toEqual(
    new Set([
      ["kent", "surrey"],
      ["essex", "surrey"],
      ["essex", "essex"],
      ["surrey", "essex"],
      ["surrey", "kent"],
    ]),
  );
});

test("among equals the cell of an area with itself is withheld last", async () => {
  const table = tableOf(
    ["dorset", "essex", "kent", "surrey"],
    [
      [20, 20, 20, 20],
      [20, 20, 20, 20],
      [20, 20, 20, 2],
      [20, 20, 20, 20],
    ],
  );
  const further = await furtherOf(table);
  expect(further).toHaveLength(3);
  expect(further.filter(([contact, residence]) => contact === residence)).toEqual([]);
});

test("a total over two areas is no cell of an area with itself", () => {
  const {cells} = tableOf(
    ["essex", "kent"],
    [
      [10, 20],
      [30, 40],
    ],
  );
  const diagonal = cells.filter(({isDiagonal}) => isDiagonal).map(({categories}) => categories.join());
  expect(diagonal).toEqual(["essex,essex", "kent,kent"]);
});
