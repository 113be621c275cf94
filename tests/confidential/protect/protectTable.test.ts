import {parse} from "csv-parse/sync";
import {describe, expect, test} from "vitest";
import {protectTable, type ProtectRequest} from "../../../src/confidential/index.ts";

const request: ProtectRequest = {
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
    const rows = rowsOf((await protectTable(request)).csv);
    expect(rows).toHaveLength(9);
    expect(rows.find(({prison, area}) => prison === "Total" && area === "Total")).toMatchObject({
      n: "113",
      status: "published",
    });
  });

  test("withholds the small count and what would give it back", async () => {
    const {csv, unsafe, secondary} = await protectTable(request);
    expect(unsafe).toBe(1);
    expect(secondary).toBe(3);
    expect(
      rowsOf(csv)
        .filter(({status}) => status === "suppressed")
        .map(({n}) => n),
    ).toEqual(["", "", "", ""]);
  });

  test("counts a combination that no line names as nought", async () => {
    const rows = rowsOf((await protectTable({...request, text: "prison,area,n\nA,North,30\nB,South,50\n"})).csv);
    expect(rows.find(({prison, area}) => prison === "A" && area === "South")).toMatchObject({
      n: "0",
      status: "published",
    });
  });

  test("keeps names that hold commas and quotation marks", async () => {
    const rows = rowsOf((await protectTable({...request, text: 'prison,area,n\n"A, ""old""",North,30\n'})).csv);
    expect(rows[0]?.prison).toBe('A, "old"');
  });
});

describe("a table that cannot be read", () => {
  test.each([
    ["prison,area\nA,North\n", 'counts.csv, line 1: there is no column "n"'],
    ["prison,area,n\nA,North,CANARY-7\n", 'counts.csv, line 2: column "n" holds no whole number'],
    ["prison,area,n\nA,Total,7\n", "counts.csv, line 2: a category is called Total"],
    ['prison,area,n\nA,"North,7\n', "counts.csv, line"],
  ])("is refused with file, line and remedy, never with a value", async (text, message) => {
    const failure = protectTable({...request, text});
    await expect(failure).rejects.toThrow(message);
    await expect(failure).rejects.not.toThrow("CANARY");
  });
});

test("a table of one small cell is withheld whole", async () => {
  const {csv} = await protectTable({...request, text: "prison,area,n\nA,North,3\n"});
  expect(rowsOf(csv).every(({status}) => status === "suppressed")).toBe(true);
});

describe("with a rule for small groups", () => {
  const text = "prison,area,n\nA,North,7\nA,South,0\nB,North,40\nB,South,50\n";
  const statusOf = (csv: string, prison: string, area: string): string | undefined =>
    rowsOf(csv).find((row) => row.prison === prison && row.area === area)?.status;

  test("the breakdown of a prison of seven is withheld whole, and its own count is not", async () => {
    const {csv, unsafe, ofSmallGroups, secondary} = await protectTable({...request, text, groupNeeds: 10});
    expect([unsafe, ofSmallGroups, secondary]).toEqual([0, 2, 0]);
    expect(["North", "South", "Total"].map((area) => statusOf(csv, "A", area))).toEqual([
      "suppressed",
      "suppressed",
      "published",
    ]);
  });

  test("a dimension of one category divides nobody", async () => {
    const {ofSmallGroups} = await protectTable({...request, text: "prison,area,n\nA,North,7\n", groupNeeds: 10});
    expect(ofSmallGroups).toBe(0);
  });

  test("nothing more is withheld where there is none", async () => {
    expect((await protectTable({...request, text})).csv).not.toContain("suppressed");
  });
});
