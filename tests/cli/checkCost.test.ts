import {existsSync, writeFileSync} from "node:fs";
import path from "node:path";
import {expect, test} from "vitest";
import {ledgerProject, run, writeEdition} from "./ledgerProject.ts";

/** A report of twenty people, three of them users of heroin, with a table of drugs and another of what it asks already. */
function project(): string {
  const root = ledgerProject();
  writeEdition(root, "first", {asks: ["count clients", "count clients drug=heroin"]});
  const table = (id: string, show: string) => [
    `::: table ${id}`,
    "title: Some",
    "measure: Clients",
    `show: ${show}`,
    ":::",
    "",
  ];
  const lines = [
    "# One",
    "",
    "There were {{ count clients }}.",
    "",
    "{{ count clients drug=heroin }} took heroin.",
    "",
  ];
  const text = [...lines, ...table("by-drug", "count clients by drug"), ...table("by-sex", "count clients by sex")];
  writeFileSync(path.join(root, "templates/first/10-one.md"), text.join("\n"));
  return root;
}

test("what each block would withhold is told by file and line, the dearest first, and nothing is released", async () => {
  const root = project();
  const {exitCode, output, errors} = await run(root, "check", "first", "--cost");
  expect({exitCode, errors}).toEqual({exitCode: 0, errors: ""});
  const [checked, dearest, sentences] = output.split("\n");
  expect(checked).toContain("no fault found");
  expect(dearest).toMatch(
    /^templates\/first\/10-one.md, line 10: table by-drug takes 1 more cell \(2 of its 4 withheld, 1 of them asked elsewhere too\)$/,
  );
  expect(sentences).toBe(
    "templates/first/10-one.md, line 5: the text of One takes no more cells (1 of its 2 withheld, 1 of them asked elsewhere too)",
  );
  expect(output).toContain("Nothing was released");
  expect(existsSync(path.join(root, "data/releases/first"))).toBe(false);
});

test("without the option no extract is read, and none need be there", async () => {
  const root = project();
  expect((await run(root, "check", "first")).output.trim().split("\n")).toHaveLength(1);
  const {exitCode, errors} = await run(root, "check", "first", "--cost", "--extract", "people=nowhere.csv");
  expect(exitCode).not.toBe(0);
  expect(errors).toContain("nowhere.csv");
});
