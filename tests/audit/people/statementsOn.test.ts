import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {countQuantities, statementsOn} from "../../../src/audit/index.ts";
import {cellKey} from "../../../src/publication/index.ts";
import {count, tinyRelease, type Shown, type TinyRelease} from "../tinyRelease.ts";
import {peopleOf, printing} from "./manyPeople.ts";
import {alike, smallDefinitions, smallRecords, type SmallPeople} from "./smallPeople.ts";

const sexes: SmallPeople = {columns: {sex: ["women", "men"]}, rows: [...alike(3, "women"), ...alike(7, "men")]};
const vocabulary = {sex: ["women", "men"]};

/** What a release says of women, as a range. */
function saidOf(
  shown: Shown,
  policy: TinyRelease["policy"] = {},
  zeros: "shown" | "hidden" = "shown",
): readonly unknown[] {
  const release = tinyRelease({variables: vocabulary, counts: {"sex=women": shown}, policy: {...policy, zeros}});
  return statementsOn([release], smallDefinitions(sexes), {tooFew: new Set(), base: smallRecords(sexes)}).map(
    ({says, lower, upper}) => [says, lower, upper],
  );
}

/** Whether people whose ages are these could have a cell of their age that is printed so, in everything that it says. */
function canPrint(
  asked: {measure: "mean"} | {measure: "quantile"; percent: number},
  value: number,
  ages: readonly number[],
): boolean {
  const values = [...new Set(ages)].map(String);
  const small: SmallPeople = {columns: {age: values}, rows: ages.map(String)};
  const numbers = {column: 0, categories: {stated: values.map((_, value) => value)}, numbers: values.map(Number)};
  const definitions = smallDefinitions({...small, variables: {age: numbers}});
  const release = tinyRelease({
    variables: {},
    counts: {},
    policy: {meanNeeds: 2, dominance: 0},
    population: {variables: [{name: "age", label: "Age", kind: "number", categories: []}]},
    cells: [
      {
        address: {...asked, population: "people", variable: "age", at: {}},
        cell: {status: "published", value},
      },
    ],
  });
  const statements = statementsOn([release], definitions, {tooFew: new Set(), base: smallRecords(small)});
  const sums = countQuantities(smallRecords(small), statements);
  return statements.every(({lower, upper}, at) => sums[at]! >= lower && sums[at]! <= upper);
}

const canPrintMean = (mean: number, ages: readonly number[]) => canPrint({measure: "mean"}, mean, ages);

describe("a release says of a count", () => {
  test("that it is what is printed", () => {
    expect(saidOf(7)).toEqual([["shown", 7, 7]]);
  });

  test("that it is at least one where it is withheld and zeros are shown", () => {
    expect(saidOf("c")).toEqual([["marked", 1, Infinity]]);
  });

  test("nothing where it is withheld and zeros are hidden too", () => {
    expect(saidOf("c", {}, "hidden")).toEqual([["marked", 0, Infinity]]);
  });

  test("that it is small where the mark for small counts stands", () => {
    expect(saidOf("*", {mark: {small: "*", further: "†"}})).toEqual([["marked", 1, 4]]);
  });

  test("that it is the threshold or more where the mark for further counts stands", () => {
    expect(saidOf("†", {mark: {small: "*", further: "†"}})).toEqual([["marked", 5, Infinity]]);
  });

  test("that it is nobody or few where both are marked as small", () => {
    expect(saidOf("*", {mark: {small: "*", further: "†"}}, "hidden")).toEqual([["marked", 0, 4]]);
  });

  test("that it is nearer than one multiple where it is rounded", () => {
    expect(saidOf(10, {method: "round", base: 5, within: 4})).toEqual([["shown", 6, 14]]);
  });

  test("never that it is negative where it is rounded to nobody", () => {
    expect(saidOf(0, {method: "round", base: 5, within: 4})).toEqual([["shown", 0, 4]]);
  });
});

describe("a release says beside counts", () => {
  const share = (cell: Parameters<typeof withShare>[0]) => withShare(cell);
  const withShare = (cell: NonNullable<TinyRelease["cells"]>[number]["cell"]) => {
    const address = {measure: "share", population: "people", at: {sex: "women"}, base: {sex: "men"}} as const;
    const release = tinyRelease({variables: vocabulary, counts: {}, cells: [{address, cell}]});
    return statementsOn([release], smallDefinitions(sexes), {tooFew: new Set(), base: smallRecords(sexes)}).map(
      ({says, lower, upper, parts}) => [
        says,
        lower,
        upper,
        parts.map(({terms}) => terms.map(({mask}) => mask.join(""))),
      ],
    );
  };

  test("that nobody is in the group of a share that is not applicable", () => {
    expect(share({status: "not-applicable"})).toEqual([["implied", 0, 0, [["01"]]]]);
  });

  test("nothing by a share that is withheld", () => {
    expect(share({status: "suppressed"})).toEqual([]);
  });

  test("that fewer than ten were averaged where a mean is withheld by that rule, and nothing where it protects", () => {
    const definitions = smallDefinitions({
      ...sexes,
      variables: {age: {column: 0, categories: {stated: [0]}, numbers: [20, null]}},
    });
    const address = {measure: "mean", population: "people", variable: "age", at: {}} as const;
    const population = {
      variables: [{name: "age", label: "Age", kind: "number", categories: []}],
    } satisfies TinyRelease["population"];
    const release = tinyRelease({
      variables: {},
      counts: {},
      population,
      cells: [{address, cell: {status: "suppressed"}}],
    });
    const said = (tooFew: readonly string[]) =>
      statementsOn([release], definitions, {tooFew: new Set(tooFew), base: smallRecords(sexes)}).map(
        ({says, lower, upper}) => [says, lower, upper],
      );
    expect(said([])).toEqual([]);
    expect(said([cellKey(address)])).toEqual([["implied", 0, 9]]);
  });

  test("of an earlier release nothing by a rule that only the sign-off at hand names", () => {
    const release = tinyRelease({variables: vocabulary, counts: {"sex=women": 7}});
    const [now, before] = [smallDefinitions(sexes).editions[0]!, smallDefinitions(sexes).editions[0]!];
    const definitions = {...smallDefinitions(sexes), editions: [now, before]};
    expect(
      statementsOn([release, release], definitions, {tooFew: new Set(), base: smallRecords(sexes)}).map(
        (one) => one.release,
      ),
    ).toEqual([0, 1]);
  });
});

describe("a printed mean is that of the ages, rounded half up:", () => {
  test("20 and 21 have the mean 20.5, and no other", () => {
    expect([20.4, 20.5, 20.6].filter((mean) => canPrintMean(mean, [20, 21]))).toEqual([20.5]);
  });

  test("20.25 is 20.3, because halves go up", () => {
    expect([20.2, 20.3].filter((mean) => canPrintMean(mean, [20, 20, 20, 21]))).toEqual([20.3]);
  });

  test("20.35 is 20.4, though no binary fraction is 20.35", () => {
    const ages = [...Array.from({length: 13}, () => 20), ...Array.from({length: 7}, () => 21)];
    expect([20.3, 20.4].filter((mean) => canPrintMean(mean, ages))).toEqual([20.4]);
  });

  test("20.125 is 20.1, and 20.333 is 20.3", () => {
    expect(canPrintMean(20.1, [20, 20, 20, 20, 20, 20, 20, 21])).toBe(true);
    expect(canPrintMean(20.3, [20, 20, 21])).toBe(true);
  });

  test("nobody's mean is printed: fewer than the rule asks cannot have one", () => {
    expect(canPrintMean(20, [20])).toBe(false);
  });
});

test("a statement about faults counts a fault of each kind that a place holds", () => {
  const faults = [
    {at: {rule: "unlisted", column: "sex"}, column: 0, values: [1]},
    {at: {rule: "unlisted", column: "area"}, column: 1, values: [1]},
  ];
  const small: SmallPeople = {
    columns: {sex: ["men", "none"], area: ["kent", "none"]},
    rows: [...alike(2, "none none"), ...alike(3, "men none"), "none kent"],
    population: {faults},
  };
  const variables = {rule: ["unlisted"], column: ["sex", "area"]};
  const release = tinyRelease({
    variables,
    counts: {},
    cells: [count("people", "rule=unlisted", 8), count("people", "column=sex", "c")],
  });
  const statements = statementsOn([release], smallDefinitions(small), {tooFew: new Set(), base: smallRecords(small)});
  const counts = countQuantities(smallRecords(small), statements);
  const byKey = Object.fromEntries(statements.map(({key}, at) => [key, counts[at]]));
  expect(byKey).toEqual({"count people [rule=unlisted]": 8, "count people [column=sex]": 3});
});

describe("the rule for small groups says", () => {
  const rows = [...alike(7, "crack other beds"), ...alike(2, "crack heroin beds"), ...alike(20, "heroin other beds")];
  const shown = ["", "opiates=no", "heroin=no", "opiates=yes"];

  /** What is said of each place and each of its groups, where the counts of what starts with `heroin=no` carry marks. */
  function saidUnder(policy: TinyRelease["policy"], places: readonly string[] = shown): Record<string, unknown> {
    const release = printing(places, rows, 5);
    const cells = release.cells.map((entry) =>
      cellKey(entry.address).includes("[heroin=no") ? {...entry, cell: {status: "suppressed"} as const} : entry,
    );
    const ruled = {...release, cells, disclosure: {...release.disclosure, policy: {...release.disclosure.policy, ...policy}}}; // prettier-ignore
    const small = peopleOf(rows);
    const statements = statementsOn([ruled], smallDefinitions(small), {tooFew: new Set(), base: smallRecords(small)});
    return Object.fromEntries(statements.map(({key, lower, upper}) => [key, [lower, upper]]));
  }

  test("that a mark stands for none to nine of a group of nine that holds it by what columns mean", () => {
    const said = saidUnder({groupNeeds: 10});
    expect(said).toMatchObject({"count people [heroin=no]": [0, 9], "group 0 people opiates=no": [1, 9]});
    expect(said).toMatchObject({"group 0 people ": [10, Infinity]});
  });

  test("nothing of the kind where the wider group is printed by no cell, or the policy has no rule", () => {
    expect(saidUnder({groupNeeds: 10}, ["", "heroin=no"])).toMatchObject({"count people [heroin=no]": [1, Infinity]});
    expect(saidUnder({})).toMatchObject({"count people [heroin=no]": [1, Infinity]});
  });

  test("that an empty group stays empty, but where zeros are hidden: it may then have a few", () => {
    const places = [...shown, "opiates=yes,wants=advice", "wants=advice"];
    const group = "group 0 people wants=advice";
    expect(saidUnder({groupNeeds: 10}, places)).toMatchObject({[group]: [0, 0]});
    expect(saidUnder({groupNeeds: 10, zeros: "hidden"}, places)).toMatchObject({[group]: [0, 9]});
  });

  test("that an empty group may have a few where the marks of its breakdown stand for another small group", () => {
    const marked = [...shown, "heroin=no,wants=advice"];
    const said = saidUnder({groupNeeds: 10}, marked);
    expect(said).toMatchObject({"group 0 people heroin=no": [1, 9], "group 0 people wants=advice": [0, 9]});
    const told = saidUnder({groupNeeds: 10}, [...marked, "opiates=yes,wants=advice"]);
    expect(told).toMatchObject({"group 0 people wants=advice": [0, 0]});
  });
});

test("a release says of ages that a quantile is printed of what it would be printed of, and of nothing else", () => {
  const ages = fc.array(fc.integer({min: 16, max: 30}), {minLength: 1, maxLength: 40});
  fc.assert(
    fc.property(ages, fc.integer({min: 16, max: 30}), fc.integer({min: 5, max: 95}), (all, value, percent) => {
      const inOrder = all.toSorted((one, other) => one - other);
      const isPrinted =
        all.length * Math.min(percent, 100 - percent) >= 100 &&
        inOrder[Math.ceil((percent * all.length) / 100) - 1] === value;
      expect(canPrint({measure: "quantile", percent}, value, all)).toBe(isPrinted);
    }),
    {numRuns: 2000},
  );
});
