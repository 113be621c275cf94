import {describe, expect, test, vi} from "vitest";
import type {CountModel, ModelCell} from "../../../../src/confidential/disclose/search/countModel.ts";
import {findRemedies} from "../../../../src/confidential/disclose/advice/findRemedies.ts";
import {mergeSituation} from "../../../../src/confidential/disclose/advice/mergeSituation.ts";
import {unsafeIn, type Situation} from "../../../../src/confidential/disclose/advice/situation.ts";
import {protectCounts} from "../../../../src/confidential/disclose/search/protectCounts.ts";
import {protectionOf, type ProtectionPolicy} from "../../../../src/confidential/disclose/search/protectionOf.ts";
import {unprotectedCounts} from "../../../../src/confidential/disclose/unprotectedCounts.ts";
import {Program} from "../../../../src/solver/index.ts";

const oneMark: ProtectionPolicy = {threshold: 5, zeros: "shown", level: "exact", marks: "one"};
const twoMarks: ProtectionPolicy = {...oneMark, marks: "two"};

/** One line of a table with its total: areas a, b, c …; the total may be one that stays printed. */
function lineOf(counts: readonly number[], {isTotalFixed = false} = {}): CountModel {
  const total = {key: "total", count: counts.reduce((sum, count) => sum + count, 0), shown: true, level: 1};
  const parts = counts.map((count, at): ModelCell => ({key: "abcdef"[at] ?? "", count, shown: true, level: 0}));
  return {
    cells: [isTotalFixed ? {...total, fixed: true} : total, ...parts],
    equations: [{total: 0, parts: parts.map((_, at) => at + 1)}],
  };
}

function situationOf(model: CountModel, policy: ProtectionPolicy): Situation {
  return {
    model,
    policy,
    isUnsafe: ({count, fixed}, {threshold, zeros}) =>
      fixed !== true && count >= (zeros === "hidden" ? 0 : 1) && count < threshold,
    placeOf: ({key}) => ({table: "clients", at: key === "total" ? {} : {area: key}}),
    nameOf: ({key}) => key,
  };
}

async function refusalOf(model: CountModel, policy: ProtectionPolicy): Promise<string> {
  const situation = situationOf(model, policy);
  const {unprotected} = await protectCounts(model, unsafeIn(situation), protectionOf(policy));
  expect(unprotected).not.toEqual([]);
  return (await unprotectedCounts(situation, unprotected)).message;
}

test("counts whose derivation the solver leaves open are said to have no choice that was found", async () => {
  const situation = situationOf(lineOf([1, 1, 1, 1]), twoMarks);
  vi.spyOn(Program.prototype, "solve").mockReturnValue({status: "undecided"});
  const {message} = await unprotectedCounts(situation, [0, 1]);
  vi.restoreAllMocks();
  expect(message).toContain("No choice of counts to withhold was found");
  expect(message).toContain("within the limit of work");
  expect(message).not.toContain("can be worked out");
});

describe("a withheld total of four withheld cells with two marks, all as small as they can be together", () => {
  const fourOnes = lineOf([1, 1, 1, 1]);

  test("is derived from its sum and from what the marks allow", async () => {
    const message = await refusalOf(fourOnes, twoMarks);
    expect(message).toContain("from total = a + b + c + d");
    expect(message).toContain("no withheld count is below 1");
    expect(message).toContain("is not above 4");
  });

  test("is helped by one mark, by hidden zeros, or by leaving the total out", async () => {
    const {sufficient} = await findRemedies(situationOf(fourOnes, twoMarks), [0, 1, 2, 3, 4]);
    expect(sufficient.join("\n")).toContain("one mark");
    expect(sufficient.join("\n")).toContain("zeros: hidden");
    expect(sufficient.join("\n")).toContain("without the totals over area");
  });
});

describe("three counts of one person in a line whose total was printed before", () => {
  const printed = lineOf([1, 1, 1], {isTotalFixed: true});

  test("follow from the printed total, because none can be below 1", async () => {
    const message = await refusalOf(printed, oneMark);
    expect(message).toContain("from total = a + b + c");
    expect(message).toContain("where total is printed");
    expect(message).toContain("no withheld count is below 1");
    expect(message).not.toContain("not above");
  });

  test("cannot be helped by leaving the total out: it is known for good", async () => {
    const {sufficient, partial} = await findRemedies(situationOf(printed, oneMark), [1, 2, 3]);
    expect([...sufficient, ...partial].join("\n")).not.toContain("totals");
  });

  test("are helped by two categories as one, which leaves something to divide", async () => {
    const {sufficient} = await findRemedies(situationOf(printed, oneMark), [1, 2, 3]);
    expect(sufficient).toContain("merge a and b of area into one category");
    expect(sufficient.join("\n")).toContain("zeros: hidden");
  });
});

test("two hidden zeros under a printed total of nothing cannot be helped by any of the usual changes", async () => {
  const message = await refusalOf(lineOf([0, 0], {isTotalFixed: true}), {...oneMark, zeros: "hidden"});
  expect(message).toContain("no withheld count is below 0");
  expect(message).toContain("No single change");
});

test("a lone count beside zeros gives itself away where its total was printed", async () => {
  const message = await refusalOf(lineOf([3, 0, 0], {isTotalFixed: true}), oneMark);
  expect(message).toContain("from total = a + b + c");
  expect(message).toContain("where b is printed");
});

test("a table of one cell can be protected: it and its total are withheld together", async () => {
  const model = lineOf([3]);
  const {unprotected, withheld} = await protectCounts(model, new Set([0, 1]), protectionOf(oneMark));
  expect(unprotected).toEqual([]);
  expect(withheld).toEqual(new Set([0, 1]));
});

test("a refusal names cells and sums, and no count of the table", async () => {
  const message = await refusalOf(lineOf([2, 777], {isTotalFixed: true}), {...twoMarks, level: "exact"}).catch(String);
  expect(message).not.toContain("777");
  expect(message).not.toContain("779");
});

describe("merging two categories", () => {
  test("adds their counts up and keeps every sum", () => {
    const merger = {table: "clients", variable: "area", categories: ["a", "b"]} as const;
    const merged = mergeSituation(situationOf(lineOf([2, 5, 9]), oneMark), merger);
    expect(merged?.model.cells.map(({count}) => count)).toEqual([16, 7, 9]);
    expect(merged?.model.equations).toEqual([{total: 0, parts: [1, 2]}]);
  });

  test("is refused where an earlier edition printed one of them", () => {
    const line = lineOf([2, 5, 9]);
    const printed = {...line, cells: line.cells.map((cell) => (cell.key === "b" ? {...cell, fixed: true} : cell))};
    const merger = {table: "clients", variable: "area", categories: ["a", "b"]} as const;
    expect(mergeSituation(situationOf(printed, oneMark), merger)).toBeUndefined();
  });

  test("is refused where answers overlap, because their sum is no count of people", () => {
    const cells = ["total", "a", "other than a", "b", "other than b"].map((key, at) => ({
      key,
      count: [9, 5, 4, 6, 3][at] ?? 0,
      shown: true,
      level: 0,
    }));
    const overlapping = {
      cells,
      equations: [
        {total: 0, parts: [1, 2]},
        {total: 0, parts: [3, 4]},
      ],
    };
    const merger = {table: "clients", variable: "area", categories: ["a", "b"]} as const;
    expect(mergeSituation(situationOf(overlapping, oneMark), merger)).toBeUndefined();
  });
});
