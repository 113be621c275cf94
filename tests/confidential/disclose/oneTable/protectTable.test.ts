import {parse} from "csv-parse/sync";
import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {protectText, type TextRequest} from "./protectText.ts";
import {runs} from "../../../invariants/runs.ts";

const request: TextRequest = {
  text: "prison,area,n\nA,North,3\nA,South,20\nB,North,40\nB,South,50\n",
  file: "counts.csv",
  by: ["prison", "area"],
  count: "n",
  threshold: 5,
  zeros: "shown",
};

interface Row {
  readonly prison: string;
  readonly area: string;
  readonly n: string;
  readonly status: string;
}

const rowsOf = (csv: string): readonly Row[] => parse(csv, {columns: true});

describe("a protected table", () => {
  test("has every total, and a status for every cell", async () => {
    const rows = rowsOf((await protectText(request)).csv);
    expect(rows).toHaveLength(9);
    expect(rows.find(({prison, area}) => prison === "Total" && area === "Total")).toMatchObject({
      n: "113",
      status: "published",
    });
  });

  test("withholds the small count and what would give it back", async () => {
    const {csv, unsafe, secondary} = await protectText(request);
    expect(unsafe).toBe(1);
    expect(secondary).toBe(3);
    expect(
      rowsOf(csv)
        .filter(({status}) => status === "suppressed")
        .map(({n}) => n),
    ).toEqual(["", "", "", ""]);
  });

  test("counts a combination that no line names as nought", async () => {
    const rows = rowsOf((await protectText({...request, text: "prison,area,n\nA,North,30\nB,South,50\n"})).csv);
    expect(rows.find(({prison, area}) => prison === "A" && area === "South")).toMatchObject({
      n: "0",
      status: "published",
    });
  });

  test("keeps names that hold commas and quotation marks", async () => {
    const rows = rowsOf((await protectText({...request, text: 'prison,area,n\n"A, ""old""",North,30\n'})).csv);
    expect(rows[0]?.prison).toBe('A, "old"');
  });
});

describe("a table that cannot be read", () => {
  test.each([
    ["prison,area\nA,North\n", 'counts.csv, line 1: the header lacks the column "n"'],
    ["prison,area,n\nA,North,CANARY-7\n", 'counts.csv, line 2: column "n" holds no whole number'],
    ["prison,area,n\nA,Total,7\n", 'counts.csv, line 2: a category of "area" is called Total'],
    ['prison,area,n\nA,"North,7\n', "counts.csv, line"],
  ])("is refused with file, line and remedy, never with a value", async (text, message) => {
    const failure = protectText({...request, text});
    await expect(failure).rejects.toThrow(message);
    await expect(failure).rejects.not.toThrow("CANARY");
  });
});

describe("at full level", () => {
  const full = {...request, level: "full"} as const;
  const lowest = "prison,area,n\nA,North,11\nA,South,7\nA,West,2\nB,North,0\nB,South,1\nB,West,5\n";

  test("a table whose only unsafe value is 1 leaves two values possible, as at every level", async () => {
    const {belowLevel, secondary} = await protectText({...full, text: lowest, threshold: 2});
    expect(belowLevel).toBe(0);
    expect(secondary).toBe((await protectText({...request, text: lowest, threshold: 2, level: "exact"})).secondary);
  });

  test("a table that does not reach it is not refused, and says how far it gets", async () => {
    const ones = "prison,area,n\nA,North,1\nA,South,1\nB,North,1\nB,South,2\n";
    const {belowLevel, fewestValues} = await protectText({...full, text: ones});
    expect(belowLevel).toBeGreaterThan(0);
    expect(fewestValues).toBe(4);
  });

  test("a count that nothing lets fall is hidden by those that let it rise", async () => {
    const tight = "prison,area,n\nA,North,1\nA,South,2\nA,West,2\nB,North,1\nB,South,2\nB,West,1\n";
    const {belowLevel, fewestValues} = await protectText({...full, text: tight, threshold: 3});
    expect(belowLevel).toBeGreaterThan(0);
    expect(fewestValues).toBe(2);
  });

  test("every table that can be protected at all is, and leaves two values for every count at least", async () => {
    const size = fc.integer({min: 1, max: 3});
    const table = fc.tuple(size, size, size, fc.array(fc.nat(5), {minLength: 27, maxLength: 27}));
    await fc.assert(
      fc.asyncProperty(table, fc.constantFrom(2, 3, 5), async ([p, a, s, counts], threshold) => {
        const lines = counts
          .map((count, at) => [at % 3, Math.floor(at / 3) % 3, Math.floor(at / 9), count] as const)
          .filter(([prison, area, sex]) => prison < p && area < a && sex < s);
        const text = `prison,area,sex,n\n${lines.map((line) => line.join(",")).join("\n")}\n`;
        const asked = {...request, text, by: ["prison", "area", "sex"], threshold};
        await protectText({...asked, level: "exact"});
        const {fewestValues = 2} = await protectText({...asked, level: "full"});
        expect(fewestValues).toBeGreaterThanOrEqual(2);
      }),
      {numRuns: runs({usual: 60, long: 1_000})},
    );
  });
});

test("a table of one small cell is withheld whole", async () => {
  const {csv} = await protectText({...request, text: "prison,area,n\nA,North,3\n"});
  expect(rowsOf(csv).every(({status}) => status === "suppressed")).toBe(true);
});

describe("with a rule for small groups", () => {
  const text = "prison,area,n\nA,North,7\nA,South,0\nB,North,40\nB,South,50\n";
  const statusOf = (csv: string, prison: string, area: string): string | undefined =>
    rowsOf(csv).find((row) => row.prison === prison && row.area === area)?.status;

  test("the breakdown of a prison of seven is withheld whole, and its own count is not", async () => {
    const {csv, unsafe, ofSmallGroups, secondary} = await protectText({...request, text, groupNeeds: 10});
    expect([unsafe, ofSmallGroups, secondary]).toEqual([0, 2, 0]);
    expect(["North", "South", "Total"].map((area) => statusOf(csv, "A", area))).toEqual([
      "suppressed",
      "suppressed",
      "published",
    ]);
  });

  test("a dimension of one category divides nobody", async () => {
    const {ofSmallGroups} = await protectText({...request, text: "prison,area,n\nA,North,7\n", groupNeeds: 10});
    expect(ofSmallGroups).toBe(0);
  });

  test("nothing more is withheld where there is none", async () => {
    expect((await protectText({...request, text})).csv).not.toContain("suppressed");
  });
});
