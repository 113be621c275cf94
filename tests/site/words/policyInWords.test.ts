import {describe, expect, test} from "vitest";
import {usualPolicy} from "../../../src/publication/index.ts";
import type {Release} from "../../../src/release/index.ts";
import {tinyRelease} from "../../audit/tinyRelease.ts";
import {policyInWords} from "../../../src/site/words/policyInWords.ts";
import {roundingInWords} from "../../../src/site/words/roundingInWords.ts";

const period = {from: "2007-04-01", to: "2008-03-31", text: ""};

type Policy = Release["disclosure"]["policy"];

const rounding: Policy = {...usualPolicy, method: "round", base: 5, within: 4};
const releaseUnder = (policy: Policy, {id, label} = {id: "this", label: "2007/08"}): Release =>
  tinyRelease({variables: {}, counts: {}, policy, edition: {id, period: {...period, label}}});
const words = (policy: Policy, stage: Release["disclosure"]["stage"] = "audited") =>
  policyInWords({disclosure: {policy, stage}, cells: [], vocabulary}).join(" ");

describe("a policy that withholds says", () => {
  test.each<[Partial<Policy>, string]>([
    [{}, "A count from one to four is withheld"],
    [{threshold: 8}, "A count from one to seven is withheld, wherever it would stand: fewer than eight people"],
    [{zeros: "hidden"}, "A count of none is withheld as well"],
    [
      {},
      "A withheld number is marked [c], in every table and figure alike; sentences call it withheld, and files give it the status suppressed.",
    ],
    [{}, "The mark does not tell a small count from a number that protects one."],
    [{mark: {small: "*", further: "†"}}, "small group, and what rests on them, is marked *; a number withheld so that"],
    [{level: "exact"}, "two possible values or more"],
    [{}, "three possible values or more"],
    [{level: "full", zeros: "hidden"}, "every value from none to four possible"],
    [{}, "The breakdown of a group of fewer than ten people is withheld whole, counts of none too"],
    [{}, "A percentage of fewer than ten people is marked [u], too few to be useful; the numbers of people are given."],
    [{groupNeeds: 20}, "a group of fewer than twenty people"],
    [{meanNeeds: 12}, "A mean is given for at least twelve people."],
    [
      {meanWidth: 8},
      "still finds values possible that are at least eight apart, in the unit of the mean, or a tenth of what it can be where that is less.",
    ],
    [
      {meanWidth: {years: 5, days: 0, others: "5%"}},
      "at least so far apart: of years 5; of days nothing is asked; of all others 5% of what they can be.",
    ],
    [{threshold: 8}, "Nor do the parts of a total that are shown leave over one to seven."],
  ])("%o", (rules, sentence) => {
    expect(words({...usualPolicy, ...rules})).toContain(sentence);
  });
});

describe("a policy that rounds says", () => {
  test.each<[Partial<Policy>, string]>([
    [{}, "Every count is rounded to a multiple of five. Multiples stay as they are"],
    [{}, "A count shown as none stands for none to four."],
    [{base: 10, within: 19}, "a multiple of ten beside it, or to one further where tables would not add otherwise."],
    [{}, "every total is the sum of its parts"],
    [
      {},
      "A mean is made of the true records and given for at least ten people; one of fewer is withheld and marked [c].",
    ],
  ])("%o", (rules, sentence) => {
    expect(words({...rounding, ...rules})).toContain(sentence);
  });

  test("nothing of withheld counts", () => {
    expect(words(rounding)).not.toContain("A count from one to four is withheld");
  });
});

const vocabulary = {populations: [], references: []};

test("a policy without a rule for small groups says nothing of them", () => {
  const {threshold, zeros, mark, level, meanNeeds, method} = usualPolicy;
  expect(words({threshold, zeros, mark, level, meanNeeds, method})).not.toContain("breakdown");
});

test("a policy that asks nothing of means of few says nothing of them", () => {
  const {threshold, zeros, mark, level, meanNeeds, method} = usualPolicy;
  expect(words({threshold, zeros, mark, level, meanNeeds, method})).not.toContain("apart");
});

test("a release whose counts are exact says nothing of rounding", () => {
  expect(roundingInWords([releaseUnder(usualPolicy)])).toBeUndefined();
});

test("one whose counts are rounded says to what and how near", () => {
  expect(roundingInWords([releaseUnder(rounding)])).toBe(
    "Counts are rounded to multiples of five, all together, so that tables add; each is at most four from the true one.",
  );
});

test("beside an edition whose counts are exact, the rounded one is named", () => {
  const earlier = releaseUnder(usualPolicy, {id: "earlier", label: "2006/07"});
  expect(roundingInWords([releaseUnder(rounding), earlier])).toMatch(/^Counts of 2007\/08 are rounded/);
});

test.each<Release["disclosure"]["stage"]>(["primary suppression only", "suppressed, not audited"])(
  "a release with %s is called a draft",
  (stage) => {
    expect(words(usualPolicy, stage)).toContain("so this is a draft");
  },
);

test("a report that asks a median says what a median needs", () => {
  const address = {measure: "quantile", population: "people", at: {}, variable: "age", percent: 50} as const;
  const cells: Release["cells"] = [{address, cell: {status: "suppressed"}}];
  expect(policyInWords({disclosure: {policy: usualPolicy, stage: "audited"}, cells, vocabulary}).join(" ")).toContain(
    "given where half as many people as a mean needs are on its thinner side",
  );
  expect(words(usualPolicy)).not.toContain("median");
});

test("of whom a mean is given with its interval, where a report asks one", () => {
  const address = {measure: "estimated-mean", population: "people", at: {}, variable: "visits"} as const;
  const cells = [{address, cell: {status: "suppressed" as const}}];
  const said = policyInWords({disclosure: {stage: "audited", policy: usualPolicy}, cells, vocabulary}); // prettier-ignore
  expect(said).toContain("A mean with its interval is given for at least thirty people.");
  expect(words(usualPolicy)).not.toContain("with its interval");
});

test("whose sums are given, where a report asks sums", () => {
  const address = {measure: "sum", population: "people", at: {}, variable: "visits"} as const;
  const cells = [{address, cell: {status: "published" as const, value: 40}}];
  const said = (policy: Partial<Policy>): string =>
    policyInWords({disclosure: {stage: "audited", policy: {...usualPolicy, ...policy}}, cells, vocabulary}).join(" "); // prettier-ignore
  expect(said({})).toContain("A sum is given where at least ten people have more than nought, or nobody has.");
  expect(said({})).toContain("come to less than 10% of the largest");
  expect(said({dominance: 0, sumNeeds: 12})).toContain("at least twelve people have more than nought");
  expect(said({dominance: 0})).not.toContain("of the largest");
  expect(words(usualPolicy)).not.toContain("A sum is given");
});

test.each<[string, readonly [number, number], boolean]>([
  ["visits", [1, 9], true],
  ["visits", [0, 9], false],
  ["years", [10, 100], false],
])("of %s between %j it is said whether they count from their lower limit", (unit, between, isSaid) => {
  const reads = {as: "number", column: "VISITS", between} as const;
  const visits = {name: "visits", label: "Visits", kind: "number", unit, reads, categories: []} as const;
  const people = {name: "people", label: "people", heading: "People", unit: "clients", variables: [visits]} as const;
  const address = {measure: "sum", population: "people", at: {}, variable: "visits"} as const;
  const said = policyInWords({
    disclosure: {stage: "audited", policy: usualPolicy},
    cells: [{address, cell: {status: "suppressed"}}],
    vocabulary: {populations: [people], references: []},
  });
  expect(said.includes("Of a number whose lower limit is above nought these rules look at what people have above that limit.")).toBe(isSaid); // prettier-ignore
});
