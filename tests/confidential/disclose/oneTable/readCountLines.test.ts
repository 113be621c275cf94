import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {protectText, type TextRequest} from "./protectText.ts";

const usual: Omit<TextRequest, "text"> = {
  file: "counts.csv",
  by: ["area", "sex"],
  count: "n",
  threshold: 5,
  zeros: "shown",
};

const table = (rows: readonly string[]): string => `area,sex,n\n${rows.join("\n")}\n`;
const rows = ["Rhônewijk,f,12", "Rhönewijk,f,3", "Rhônewijk,m,20", "Rhönewijk,m,4", "Mill,f,30", "Mill,m,40"];

describe("a table of counts", () => {
  test.each([
    ["in Windows-1252", Buffer.from(table(rows), "latin1")],
    ["in UTF-16", Buffer.from(`\ufeff${table(rows)}`, "utf16le")],
    ["with semicolons", table(rows).replaceAll(",", ";")],
    ["with blanks of every kind", table(rows.map((row) => row.replaceAll(",", "\u00a0,\t")))],
    ["with its accents apart", table(rows).normalize("NFD")],
  ])("%s is protected as in UTF-8 with commas", async (_, text) => {
    const {csv} = await protectText({...usual, text});
    expect(csv).toBe((await protectText({...usual, text: table(rows)})).csv);
    expect(csv).toContain("Rhönewijk,f,,suppressed");
    expect(csv).toContain("Rhônewijk,f,,suppressed");
  });
});

test("names of columns are tidied, as the header's are", async () => {
  const {csv} = await protectText({...usual, by: ["area", " sex "], text: table(rows)});
  expect(csv.split("\n")[0]).toBe("area,sex,n,status");
});

test.each(["n", "status", " status "])(
  "a column of categories that is called as the output's %j is refused",
  async (name) => {
    const text = `area,${name},clients\nA,f,12\nA,m,20\n`;
    await expect(protectText({...usual, text, by: ["area", name], count: "clients"})).rejects.toThrow(
      `the output has a column "${name.trim()}" of its own`,
    );
  },
);

describe("a table that cannot be understood in one way is refused:", () => {
  const refused = (text: string | Buffer, asked: Partial<TextRequest> = {}): Promise<string> =>
    protectText({...usual, text, ...asked}).then(
      () => "protected",
      (error: unknown) => (error instanceof Error ? error.message : "?"),
    );

  test.each([
    ["the count column twice", "area,sex,n,n\nA,f,12,2012\n", 'line 1: the column "n" stands in the header twice'],
    ["a header alone", "area,sex,n\n", "there is no row of counts"],
    ["an empty file", "", "the file is empty"],
    [
      "a line that comes again, blanks aside",
      table([...rows, "Mill ,f,3"]),
      "line 8: the categories of line 6 come again",
    ],
    [
      "a line that comes again in another Unicode spelling",
      table([...rows, "Rhönewijk,f,3".normalize("NFD")]),
      "line 8: the categories of line 3 come again",
    ],
    [
      "a count that is too large to be exact",
      table(["A,f,9007199254740993"]),
      'line 2: column "n" holds no whole number',
    ],
    ["counts whose sum is", table(["A,f,9007199254740991", "A,m,9"]), "add up to more than can be exact"],
    ["a count in other digits", table(["A,f,１２"]), 'line 2: column "n" holds no whole number'],
    ["a count with a sign", table(["A,f,+5"]), 'line 2: column "n" holds no whole number'],
  ])("%s", async (_, text, message) => {
    expect(await refused(text)).toContain(message);
  });

  test.each([
    [["area", "n"], 'the column "n" is asked twice'],
    [["area", " area"], 'the column "area" is asked twice'],
    [["arae", "sxe"], 'the header lacks the columns "arae", "sxe"'],
    [["area", "Sex"], 'lacks the column "Sex" (there is "sex")'],
  ])("columns %j", async (by, message) => {
    expect(await refused(table(rows), {by})).toContain(message);
  });

  test.each(["Total", "total", "TOTAL ", "Grand total", "All"])("a category called %j", async (name) => {
    expect(await refused(table([...rows, `Mill,${name},70`]))).toMatch(/line 8: .* called (as totals are|Total)/);
  });

  const summed = ["A,f,3", "A,m,0", "A,both,3", "B,f,19", "B,m,30", "B,both,49", "C,f,29", "C,m,35", "C,both,64"];

  test("a category that is the sum of the others in every line, whatever it is called", async () => {
    expect(await refused(table(summed))).toContain(
      'line 4: the category of "sex" is the sum of the others in every line',
    );
  });
  test("but not where it is said to be none, or in two lines only, or not in every one", async () => {
    expect(await refused(table(summed), {noTotal: ["both "]})).toBe("protected");
    expect(await refused(table(summed.slice(0, 6)))).toBe("protected");
    expect(await refused(table(summed.with(8, "C,both,65")))).toBe("protected");
  });
  test("and not where one other category is all there is", async () => {
    expect(await refused(table(["A,f,9", "A,m,9", "B,f,20", "B,m,20", "C,f,30", "C,m,30"]))).toBe("protected");
  });

  test("totals of either dimension are found wherever they stand", async () => {
    const count = fc.integer({min: 1, max: 60});
    const grid = fc.array(fc.array(count, {minLength: 3, maxLength: 3}), {minLength: 3, maxLength: 4});
    await fc.assert(
      fc.asyncProperty(grid, fc.nat(20), async (counts, place) => {
        const lines = counts.flatMap((row, area) => [
          ...row.map((n, sex) => `a${area},s${sex},${n}`),
          `a${area},everybody,${row.reduce((sum, n) => sum + n, 0)}`,
        ]);
        const turned = [...lines.slice(place % lines.length), ...lines.slice(0, place % lines.length)];
        expect(await refused(table(turned))).toContain("is the sum of the others in every line");
        const across = turned.map((line) =>
          line.split(",").with(0, line.split(",")[1]!).with(1, line.split(",")[0]!).join(),
        );
        expect(await refused(table(across))).toContain('the category of "area" is the sum of the others');
      }),
      {numRuns: 40},
    );
  });
});

test("what a spreadsheet would take for a formula begins with a tab, and plain numbers do not", async () => {
  const names = ['"=HYPERLINK(""http://x.example"",""a"")"', "@SUM(1+1)", "-2", "+1", "-1+2"];
  const {csv} = await protectText({...usual, text: table(names.map((name) => `${name},f,12`))});
  const first = csv.split("\n").map((line) => line.slice(0, 8));
  expect(first).toContain('"\t=HYPER');
  expect(first).toContain('"\t@SUM(1');
  expect(first).toContain('"\t-1+2",');
  expect(first).toContain("-2,f,12,");
  expect(first).toContain("+1,f,12,");
});
