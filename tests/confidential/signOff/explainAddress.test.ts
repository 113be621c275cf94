import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {explainAddress} from "../../../src/confidential/index.ts";
import type {SignOff} from "../../../src/confidential/signOff/signOff.ts";
import {cellKey, type CellAddress} from "../../../src/publication/index.ts";
import {at, category, tinyRelease, type TinyRelease} from "../../audit/tinyRelease.ts";

const tiny: TinyRelease = {
  variables: {sex: ["female", "male", "not-stated"], group: ["a", "b"]},
  counts: {"": 60, "sex=female": "c", "sex=male": 40, "sex=not-stated": "c", "group=a": 25, "group=b": 35},
};

const signed = {
  release: tinyRelease(tiny),
  signOff: {
    release: "",
    schema: "smallprint-sign-off/1",
    edition: "tiny",
    primaries: ["count people [sex=not-stated]"],
    others: {
      "count people [sex=female]": "secondary",
      "share people [sex=female] among []": "rests-on-withheld",
      "mean age people [sex=female]": "too-few-for-a-mean",
      "count people [group=b,sex=male]": "by-choice",
    },
    people: {},
    narrow: [],
    givenUp: [],
    protection: {
      "count people [sex=not-stated]": {values: 3, through: ["count people [sex=female]"]},
      "count people [group=a,sex=not-stated]": {values: 3, through: ["count people [sex=female]"]},
    },
  } satisfies SignOff,
};

const count = (place: string): CellAddress => ({measure: "count", population: "people", at: at(place)});
const explain = (place: string, changes: Partial<TinyRelease> = {}): readonly string[] =>
  explainAddress(count(place), {...signed, release: tinyRelease({...tiny, ...changes})});

describe("a cell that the report asks", () => {
  test("is said to be printed where it is", () => {
    expect(explain("sex=male")).toEqual(["It is printed."]);
  });

  test("cannot be printed where its count is small: a larger group can", () => {
    expect(explain("sex=not-stated").join("\n")).toContain("Ask for a larger group");
  });

  test("may be printed in the place of others where it protects them", () => {
    expect(explain("sex=female").join("\n")).toContain("remedies in policy.yaml");
  });

  test("comes with what can be changed whatever it is withheld for", () => {
    const share: CellAddress = {measure: "share", population: "people", at: {sex: "female"}, base: {}};
    const mean: CellAddress = {measure: "mean", population: "people", at: {sex: "female"}, variable: "age"};
    for (const address of [share, mean, count("group=b,sex=male")]) {
      expect(explainAddress(address, signed).at(-1)).toMatch(/^To print/);
    }
  });

  test("is said to be printed rounded where all counts are, small as it is", () => {
    const policy = {method: "round", base: 5, within: 4} as const;
    const counts = {"": 60, "sex=not-stated": 5};
    expect(explain("sex=not-stated", {policy, counts}).join()).toContain("printed, rounded");
  });

  test("of which the sign-off knows nothing shows that the two are not of one piece", () => {
    expect(explain("group=a", {counts: {"": "c", "group=a": "c"}}).join()).toContain("Make the release again");
  });
});

test("a cell that is printed as not applicable or not available is not said to be withheld", () => {
  const share: CellAddress = {measure: "share", population: "people", at: {sex: "male"}, base: {group: "a"}};
  for (const [status, said] of [
    ["not-applicable", "does not apply"],
    ["not-available", "is not available"],
  ] as const) {
    const release = tinyRelease({...tiny, cells: [{address: structuredClone(share), cell: {status}}]});
    expect(explainAddress(share, {...signed, release}).join()).toContain(said);
  }
});

describe("a group that the report does not ask", () => {
  test("is part of groups that it asks, each printed or withheld", () => {
    expect(explain("group=b,sex=female")).toEqual([
      "The report does not ask for it.",
      "It is part of these, which the report asks:",
      "  count people [group=b]: printed",
      "  count people [sex=female]: withheld",
    ]);
  });

  test("can be added up by a reader where all its parts are printed, and not where some are withheld", () => {
    const counts = {"sex=female": "c", "sex=male": 40, "sex=not-stated": "c", "group=a": 25, "group=b": 35} as const;
    expect(explain("", {counts})).toEqual([
      "The report does not ask for it.",
      "These are parts of it, which the report asks:",
      "  by group: 2 printed, 0 withheld; a reader can add it up from them",
      "  by sex: 1 printed, 2 withheld",
      "    count people [sex=female]",
      "    count people [sex=not-stated]",
    ]);
  });

  test("that is small is protected all the same, and by what", () => {
    expect(explain("group=a,sex=not-stated").slice(0, 4)).toEqual([
      "The report does not ask for it.",
      "Its count is below the policy's threshold, and is protected although no table shows it.",
      "A reader cannot tell it from at least 2 other values, because these are withheld:",
      "  count people [sex=female]",
    ]);
  });

  test("is part of a coarser variable's category too", () => {
    const fine = {
      name: "fine",
      label: "fine",
      kind: "category" as const,
      categories: [category("a1", {group: "a"}), category("b1", {group: "b"})],
    };
    const {variables} = tinyRelease(tiny).vocabulary.populations[0]!;
    const population = {variables: [...structuredClone(variables), fine] as never};
    expect(explain("fine=a1", {population})).toContain("  count people [group=a]: printed");
    expect(explain("fine=a1", {population})).not.toContain("  count people [group=b]: printed");
  });

  test("names the nearest that the report asks, not all that lie beyond", () => {
    expect(explain("group=b,sex=female")).not.toContain("  count people []: printed");
    expect(explain("group=b,sex=female", {counts: {"": 60}})).toContain("  count people []: printed");
  });

  test("has nothing said of it where nothing asked is related", () => {
    expect(explain("group=a", {counts: {"sex=male": 40}}).at(-1)).toContain("asks for nothing");
  });

  test("of another measure than a count is answered by the counts below", () => {
    const share: CellAddress = {measure: "share", population: "people", at: {sex: "male"}, base: {group: "a"}};
    expect(explainAddress(share, signed)).toEqual([
      "The report does not ask for it.",
      "It would rest on these:",
      "  count people [sex=male]: printed",
      "  count people [group=a]: printed",
    ]);
  });
});

test("no explanation holds a count of the release", () => {
  const place = fc.constantFrom("", "sex=female", "sex=male", "group=a", "group=b,sex=male", "group=a,sex=not-stated");
  fc.assert(
    fc.property(place, fc.integer({min: 1000, max: 9999}), (asked, size) => {
      const counts = {
        "": size,
        "sex=female": size + 1,
        "sex=male": size + 2,
        "group=a": size + 3,
        "group=b": "c",
      } as const;
      const lines = explain(asked, {counts}).join("\n");
      expect(lines).not.toMatch(/\d{4}/);
      expect(lines.length).toBeGreaterThan(0);
    }),
    {numRuns: 50},
  );
});

test("the key that a message names is the one that the report's cells have", () => {
  expect(explain("group=b,sex=female").join("\n")).toContain(cellKey(count("sex=female")));
});
