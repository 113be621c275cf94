import {expect, test} from "vitest";
import {auditRelease} from "../../../src/audit/index.ts";
import {tinyRelease, variable} from "../tinyRelease.ts";

const variables = [variable("rule", ["late", "blank"]), variable("column", ["birth", "initial"])];
const faults = {variables, combinations: [{variables: ["rule", "column"], possible: [["late", "birth"]]}]};

async function printed(counts: Record<string, number>): Promise<readonly string[]> {
  const {report} = await auditRelease(tinyRelease({variables: {}, population: faults, counts, zeros: "hidden"}));
  return report.printedUnsafe;
}

test("where zeros are hidden, the zero of a place that a record can be in is one too many", async () => {
  expect(await printed({"column=birth": 0})).toEqual(["count people [column=birth]"]);
});

test("the zero of a place that no record can be in tells of nobody", async () => {
  expect(await printed({"column=initial": 0, "rule=blank": 0})).toEqual([]);
});
