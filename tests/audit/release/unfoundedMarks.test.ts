import {describe, expect, test} from "vitest";
import {auditRelease} from "../../../src/audit/release/auditRelease.ts";
import {tinyRelease, type Shown, type TinyRelease} from "../tinyRelease.ts";

type Entry = NonNullable<TinyRelease["cells"]>[number];

const variables = {sex: ["female", "male"]};
const shareOf = (count: number, of: number): Entry => ({
  address: {measure: "share", population: "people", at: {sex: "female"}, base: {}},
  cell: {status: "unreliable", count, of},
});
const audit = async (counts: Record<string, Shown>, share: Entry, policy: TinyRelease["policy"] = {shareNeeds: 10}) =>
  (await auditRelease(tinyRelease({variables, counts, cells: [share], policy}))).report;

describe("a share that is marked as of too few to be useful", () => {
  const printed = {"": 9, "sex=female": 9, "sex=male": 0};

  test("passes where its base is printed and below what a share needs", async () => {
    expect(await audit(printed, shareOf(9, 9))).toMatchObject({passes: true, unfounded: []});
  });

  test.each<[string, Record<string, Shown>, Entry, TinyRelease["policy"]]>([
    ["the base is not printed", {"": "c", "sex=female": 9}, shareOf(9, 9), {shareNeeds: 10}],
    ["the base is large enough", {"": 60, "sex=female": 9}, shareOf(9, 60), {shareNeeds: 10}],
    ["its counts are others", printed, shareOf(6, 9), {shareNeeds: 10}],
    ["the policy asks nothing of shares", printed, shareOf(9, 9), {}],
  ])("fails where %s", async (...[, counts, share, policy]) => {
    const report = await audit(counts, share, policy);
    expect(report).toMatchObject({passes: false, unfounded: ["share people [sex=female] among []"]});
  });

  test("may not print a small count beside it", async () => {
    const {printedUnsafe} = await audit({"": 9, "sex=female": "c"}, shareOf(3, 9));
    expect(printedUnsafe).toEqual(["share people [sex=female] among []"]);
  });
});

describe("a mean that does not apply", () => {
  const mean: Entry = {
    address: {measure: "mean", population: "people", at: {sex: "female"}, variable: "age"},
    cell: {status: "not-applicable"},
  };

  test("passes where its group is printed as nobody", async () => {
    expect(await audit({"": 40, "sex=female": 0, "sex=male": 40}, mean, {})).toMatchObject({
      passes: true,
      unfounded: [],
    });
  });

  test.each<[string, Record<string, Shown>]>([
    ["its group is withheld", {"": 40, "sex=female": "c"}],
    ["there is somebody", {"": 40, "sex=female": 20, "sex=male": 20}],
  ])("fails where %s", async (_, counts) => {
    expect(await audit(counts, mean, {})).toMatchObject({passes: false, unfounded: ["mean age people [sex=female]"]});
  });
});
