import {expect, test} from "vitest";
import {revisionLog, revisionsOf} from "../../../src/site/views/revisions.ts";

const position = {file: "report.yaml", line: 1, column: 1};
const report = {
  revisions: [
    {
      date: "2008-12-04",
      reason: "Two areas were exchanged.",
      affects: ["areas", "table-of-areas"],
      withdraws: [],
      position,
    },
    {date: "2009-02-01", reason: "A title was wrong.", affects: ["sexes"], withdraws: [], position},
  ],
};
const targets = new Map([
  ["areas", {words: "Figure 2"}],
  ["table-of-areas", {words: "Table B"}],
  ["sexes", {words: "Figure 6"}],
]);

test("a correction stands at what it changes, with its day and reason", () => {
  expect(revisionsOf(report, ["areas"])).toEqual(["Revised on 4 December 2008: Two areas were exchanged."]);
  expect(revisionsOf(report, ["ages"])).toEqual([]);
});

test("the log has the latest correction first and names what each has changed", () => {
  expect(revisionLog(report, targets)).toEqual([
    {date: "1 February 2009", reason: "A title was wrong.", affects: "Figure 6"},
    {date: "4 December 2008", reason: "Two areas were exchanged.", affects: "Figure 2 and Table B"},
  ]);
});
