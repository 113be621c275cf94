import {readFileSync} from "node:fs";
import path from "node:path";
import {describe, expect, test} from "vitest";
import {synthesise} from "../../src/synthetic/synthesise.ts";
import {root} from "./countedExtract.ts";
import {bareMargins, makeVisits, rowsOf, tinyProject} from "./tinyProject.ts";
import {openProject} from "../../src/publication/index.ts";

const withColumns = (columns: string) => `${bareMargins}    columns:\n${columns}`;

describe("the same seed", () => {
  test("gives the same bytes", () => {
    expect(makeVisits(tinyProject(bareMargins), "7")).toBe(makeVisits(tinyProject(bareMargins), "7"));
  });
  test("is the one of the margins file where none is named", () => {
    expect(makeVisits(tinyProject(bareMargins))).toBe(makeVisits(tinyProject(bareMargins), "1"));
  });
  test("makes the extracts that are kept with the project", () => {
    const out = path.join(tinyProject(bareMargins), "pair");
    synthesise({project: openProject(root), margins: "south-east-2007-08", out});
    for (const file of ["prison.csv", "community.csv", "README.md"]) {
      const kept = readFileSync(path.join(root, "data/synthetic/south-east-2007-08", file), "utf8");
      expect(readFileSync(path.join(out, file), "utf8") === kept).toBe(true);
    }
  }, 60_000);
});

test("another seed gives other people", () => {
  const project = tinyProject(bareMargins);
  expect(makeVisits(project, "1")).not.toBe(makeVisits(project, "2"));
});

describe("any dictionary", () => {
  const rows = rowsOf(makeVisits(tinyProject(bareMargins)));
  test("gives as many people as the margins say, each marked as invented", () => {
    expect(new Set(rows.map(({PERSON}) => PERSON)).size).toBe(200);
    expect(rows.every(({PERSON}) => PERSON!.startsWith("CANARY-"))).toBe(true);
  });
  test("has its own way of writing dates, within the period", () => {
    expect(rows.every(({SEEN}) => SEEN! >= "2020-01-01" && SEEN! <= "2020-12-31")).toBe(true);
  });
  test("is filled from its own code lists", () => {
    expect(rows.filter(({FRUIT}) => !["A", "P", "X", ""].includes(FRUIT!))).toHaveLength(0);
    expect(new Set(rows.map(({NEEDS}) => NEEDS))).toContain("A|P");
  });
  test("names the columns that no margin speaks of", () => {
    const project = tinyProject(withColumns("      FRUIT: {kind: shares, shares: {apple: 60, pear: rest}}\n"));
    const [visits] = synthesise({project: openProject(project), margins: "town", out: path.join(project, "out")});
    expect(visits?.columnsWithoutMargin).toEqual(["SEEN", "VISIT", "PERSON", "BORN", "TOWN", "HOME", "NEEDS"]);
  });
});

test("a published share is met after rounding, and among some clients too", () => {
  const rules = "[{when: TOWN = far-town, shares: {apple: {percent: 90}}}]";
  const columns = `      TOWN: {kind: shares, shares: {north-town: 50, far-town: rest}}
      FRUIT: {kind: shares, shares: {apple: {percent: 60}, pear: rest}, rules: ${rules}}\n`;
  const rows = rowsOf(makeVisits(tinyProject(withColumns(columns))));
  const percentOf = (of: typeof rows) => Math.round((100 * of.filter(({FRUIT}) => FRUIT === "A").length) / of.length);
  expect([percentOf(rows), percentOf(rows.filter(({TOWN}) => TOWN === "9"))]).toEqual([60, 90]);
});

test("a published mean age is met", () => {
  const columns =
    "      BORN: {kind: born, before: SEEN, bands: {all: [18, 60]}, shares: {all: 100}, mean: {years: 33.3}}\n";
  const rows = rowsOf(makeVisits(tinyProject(withColumns(columns))));
  const ageOf = ({SEEN, BORN}: (typeof rows)[number]) =>
    Number(SEEN!.slice(0, 4)) - Number(BORN!.slice(0, 4)) - (SEEN!.slice(5) < BORN!.slice(5) ? 1 : 0);
  const mean = rows.reduce((sum, row) => sum + ageOf(row), 0) / rows.length;
  expect(mean.toFixed(1)).toBe("33.3");
});

test("a table with withheld cells keeps its cells and its sums", () => {
  const table = `${bareMargins}    table:
      rows: TOWN
      columns: HOME
      file: towns-by-home.csv
      marks: {"*": [1, 4]}
      sums:
        - {rows: [north-town], columns: all, clients: 105}
        - {rows: all, columns: [outside], clients: 7}
`;
  const cells = "TOWN,north-town,south-town,outside\nnorth-town,100,*,*\nsouth-town,*,90,*\n";
  const rows = rowsOf(makeVisits(tinyProject(table, {"towns-by-home.csv": cells})));
  const count = (town: string, home: string) => rows.filter(({TOWN, HOME}) => TOWN === town && HOME === home).length;
  expect([count("1", "1"), count("2", "2")]).toEqual([100, 90]);
  expect(count("1", "2") + count("1", "9")).toBe(5);
  expect(count("1", "9") + count("2", "9")).toBe(7);
});
