import {describe, expect, test} from "vitest";
import {edition, faultsOf, publish, template, type Files} from "../project.ts";

const ofEdition = (text: string): Files => ({[`${edition}/policy.yaml`]: text});
const ofTemplate = (text: string): Files => ({[`${template}/policy.yaml`]: text});

const withoutGroups = {
  threshold: 5,
  zeros: "shown",
  mark: "[c]",
  level: "width-2",
  meanNeeds: 10,
  meanWidth: 5,
  shareNeeds: 10,
  method: "withhold",
  remainders: "protected",
};
const usual = {...withoutGroups, groupNeeds: 10};

test("a report without a policy has the usual one", () => {
  expect(publish({}).report.policy).toEqual(usual);
});

test("a policy of nothing but comments leaves every rule as it is", () => {
  expect(publish(ofEdition("# nothing yet\n")).report.policy).toEqual(usual);
});

test("an edition replaces what it names of its template's policy, and keeps the rest", () => {
  const files = {...ofTemplate("threshold: 8\nlevel: exact\n"), ...ofEdition("threshold: 10\n")};
  expect(publish(files).report.policy).toEqual({...usual, threshold: 10, level: "exact"});
});

test("counts of one to seven are unsafe under a threshold of eight", () => {
  expect(publish(ofEdition("threshold: 8\n")).report.policy.threshold).toBe(8);
});

test("small counts and those that protect them may have marks of their own", () => {
  const {mark} = publish(ofEdition('mark: {small: "*", further: "†"}\n')).report.policy;
  expect(mark).toEqual({small: "*", further: "†"});
});

test("what a line leaves over is protected unless the policy only reports it", () => {
  expect(publish({}).report.policy.remainders).toBe("protected");
  expect(publish(ofEdition("remainders: reported\n")).report.policy.remainders).toBe("reported");
  expect(faultsOf(() => publish(ofEdition("remainders: shown\n"))).join()).toContain(
    "remainders are protected or reported",
  );
});

test("rounding is to multiples of five unless the policy says otherwise", () => {
  expect(publish(ofEdition("method: round\n")).report.policy).toEqual({...withoutGroups, method: "round", base: 5});
});

test("a share needs a base of so many, or of any", () => {
  expect(publish(ofEdition("share-needs: 20\n")).report.policy).toEqual({...usual, shareNeeds: 20});
  expect(publish(ofEdition("share-needs: none\n")).report.policy).not.toHaveProperty("shareNeeds");
});

test("more corrected records may lie between two editions, but not fewer", () => {
  expect(publish(ofEdition("revised-records: 60\n")).report.policy).toEqual({...usual, revisedRecords: 60});
});

test("means of few are left open within so many units, or not at all", () => {
  expect(publish(ofEdition("mean-width: 8\n")).report.policy).toEqual({...usual, meanWidth: 8});
  expect(publish(ofEdition("mean-width: 0\n")).report.policy).not.toHaveProperty("meanWidth");
  expect(faultsOf(() => publish(ofEdition("mean-width: 2.5\n"))).join()).toContain(
    "a width of means is a whole number",
  );
});

test("means of few are left open by unit", () => {
  const text = "mean-width: {years: 5, pounds: 2.5, others: 5%}\n";
  expect(publish(ofEdition(text)).report.policy).toEqual({...usual, meanWidth: {years: 5, pounds: 2.5, others: "5%"}});
  expect(faultsOf(() => publish(ofEdition("mean-width: {years: few}\n"))).join()).toContain("policy.yaml:1:");
});

test("intervals of means need so many records, where the policy says otherwise than usual", () => {
  expect(publish(ofEdition("interval-needs: 40\n")).report.policy).toEqual({...usual, intervalNeeds: 40});
  expect(publish(ofEdition("interval-needs: 30\n")).report.policy).toEqual(usual);
});

test("sums need so many contributors, and none that dominates, where the policy says otherwise than usual", () => {
  expect(publish(ofEdition("sum-needs: 12\ndominance: 20%\n")).report.policy).toEqual({...usual, sumNeeds: 12, dominance: 20}); // prettier-ignore
  expect(publish(ofEdition("dominance: none\n")).report.policy).toEqual({...usual, dominance: 0});
  expect(publish(ofEdition("sum-needs: 10\ndominance: 10%\n")).report.policy).toEqual(usual);
});

test.each([
  ["group-needs: 20", {...usual, groupNeeds: 20}],
  ["group-needs: none", withoutGroups],
  ["group-needs: 1", withoutGroups],
])("groups whose breakdown is withheld are those of the policy: %s", (text, policy) => {
  expect(publish({...ofTemplate("group-needs: 12\n"), ...ofEdition(`${text}\n`)}).report.policy).toEqual(policy);
});

test("counts to withhold by choice are queries of the report's language", () => {
  const {remedies} = publish(ofEdition("remedies:\n  withhold:\n    - count prison sex=male\n")).report;
  expect(remedies.withhold.map(({text, position}) => [text, position?.line])).toEqual([["count prison sex=male", 3]]);
});

describe("a rule that cannot be kept is refused at its place", () => {
  test.each<[string, string]>([
    ["threshold: 1", 'policy.yaml:1:12: "threshold": a threshold is a whole number of at least 2'],
    ["zeros: maybe", 'policy.yaml:1:8: "zeros": zeros are shown or hidden'],
    ["level: width-3", 'policy.yaml:1:8: "level": a level is exact, width-2 or full'],
    ["group-needs: few", 'policy.yaml:1:14: "group-needs": a group needs a whole number of people, or none'],
    ["sum-needs: 1", 'policy.yaml:1:12: "sum-needs": a sum needs a whole number of at least 2 records'],
    [
      "dominance: 10",
      'policy.yaml:1:12: "dominance": a rule of dominance is a whole percentage from 1% to 100%, or none',
    ],
    ["dominance: 0%", 'policy.yaml:1:12: "dominance": a rule of dominance is a whole percentage'],
    ["share-needs: 0", 'policy.yaml:1:14: "share-needs": a share needs a base of a whole number, or none'],
    ["revised-records: 24", 'policy.yaml:1:18: "revised-records": a revision may have a whole number'],
    ['mark: "[u]"', '"mark": [u], [x] and [z] stand for numbers that are unreliable'],
    ["treshold: 5", 'policy.yaml:1:1: there is no field "treshold". Did you mean "threshold"?'],
    ['mark: "[x]"', 'policy.yaml:1:8: "mark": [u], [x] and [z] stand for numbers that are unreliable'],
    ['mark: "5"', 'policy.yaml:1:8: "mark": a mark that could be read as a number would be taken for one'],
    ...["-5", "½", "٣", "Ⅻ", "~5", "1e3", "four", "none", "III", "twenty-one"].map((mark): [string, string] => [
      `mark: "${mark}"`,
      '"mark": a mark that could be read as a number would be taken for one',
    ]),
    ...[" ", "\\u200b", "a\\nb", " c"].map((mark): [string, string] => [`mark: "${mark}"`, '"mark": a mark is seen']),
    ['mark: {small: "*"}', "policy.yaml:1:7"],
    ["remedies: {withhold: [count]}", "policy.yaml:1:28"],
    ["remedies: {withhold: [share prison sex=male]}", "asks no count of this edition. Name counts"],
  ])("%s", (text, message) => {
    expect(faultsOf(() => publish(ofEdition(`${text}\n`))).join("\n")).toContain(message);
  });
});

describe("rules that cannot stand together are refused", () => {
  test.each<[string, string]>([
    ['mark: {small: "*", further: "*"}', '"mark": both marks are the same'],
    ['threshold: 3\nmark: {small: "*", further: "†"}', "a mark of its own says that a count is one of 2"],
    ["threshold: 3\nlevel: full", '"level": with threshold 3 every unsafe value is no more than 2'],
    ["threshold: 20", '"mean-needs": a mean of 10 records tells of fewer people'],
    ["interval-needs: 8", '"interval-needs": an interval of 8 records tells more than a mean, which needs 10'],
    ["sum-needs: 4", '"sum-needs": a sum of 4 records tells of fewer people than the threshold of 5 allows'],
    ["base: 5", '"base": a base belongs to the method round'],
    ["method: round\nthreshold: 8", "rounding to multiples of 5 hides counts below 5, and the threshold is 8"],
    ['method: round\nmark: {small: "*", further: "†"}', "there is nothing for a second mark to tell apart"],
    ["method: round\nzeros: hidden", '"zeros": with the method round no zero is told from a small count'],
    ["method: round\nremedies: {withhold: [count prison]}", '"remedies": with the method round no count is withheld'],
  ])("%s", (text, message) => {
    expect(faultsOf(() => publish(ofEdition(`${text}\n`))).join("\n")).toContain(message);
  });

  test("also where one is the template's", () => {
    const files = {...ofTemplate("threshold: 8\n"), ...ofEdition("method: round\nbase: 5\n")};
    expect(faultsOf(() => publish(files)).join("\n")).toContain('reports/kent-2007-08/policy.yaml:2:7: "base"');
  });
});
