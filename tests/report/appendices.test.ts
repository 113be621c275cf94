import {readFileSync} from "node:fs";
import {fileURLToPath} from "node:url";
import {describe, expect, test} from "vitest";
import {cellOf} from "./readEdition.ts";

const folder = fileURLToPath(new URL("../../data/reference/margins/south-east-2007-08/", import.meta.url));

interface PrintedCell {
  readonly query: string;
  /** As printed: a number, a star, or nothing for nobody. */
  readonly printed: string;
}

/** The cells of a published appendix, as the project's margins hold them. */
function readAppendix(file: string, query: (row: string, column: string) => string): readonly PrintedCell[] {
  const [header = "", ...rows] = readFileSync(`${folder}${file}`, "utf8").trim().split("\n");
  const [, ...columns] = header.split(",");
  return rows.flatMap((line) => {
    const [row = "", ...cells] = line.split(",");
    return cells.map((printed, index) => ({query: query(row, columns[index]!), printed}));
  });
}

const appendices = {
  A: readAppendix(
    "prison-by-residence.csv",
    (row, column) => `count prison prison-of-contact=${row} residence=${column}`,
  ),
  B: readAppendix(
    "area-by-residence.csv",
    (row, column) => `count community area-of-contact=${row} residence=${column}`,
  ),
};

const isUnsafe = (printed: string) => ["1", "2", "3", "4"].includes(printed);
// Two stars mark a row whose stars cannot all stand for somebody; see the margins' description.
const isStar = (printed: string) => ["*", "**"].includes(printed);
const isSafe = (printed: string) => printed !== "" && !isStar(printed) && !isUnsafe(printed);

/** Queries whose published cell differs from what the appendix printed. */
function differing(cells: readonly PrintedCell[], expected: (printed: string) => number): readonly string[] {
  return cells
    .filter(({query, printed}) => {
      const cell = cellOf(query);
      return cell.status === "published" && cell.value !== expected(printed);
    })
    .map(({query}) => query);
}

describe.each(["A", "B"] as const)("published Appendix %s", (name) => {
  const cells = appendices[name];

  test("every count of five or more is reproduced, or withheld to protect another", () => {
    const safe = cells.filter(({printed}) => isSafe(printed));
    expect(safe.length).toBeGreaterThan(20);
    expect(differing(safe, Number)).toEqual([]);
  });

  test("every blank is a nought or withheld", () => {
    expect(
      differing(
        cells.filter(({printed}) => printed === ""),
        () => 0,
      ),
    ).toEqual([]);
  });

  test("every star is withheld or stood for nobody", () => {
    expect(
      differing(
        cells.filter(({printed}) => isStar(printed)),
        () => 0,
      ),
    ).toEqual([]);
  });

  test("no count of 1 to 4 is printed, although the published table printed some", () => {
    const unsafe = cells.filter(({printed}) => isUnsafe(printed));
    expect(unsafe.map(({query}) => cellOf(query).status)).toEqual(unsafe.map(() => "suppressed"));
  });
});
