import {describe, expect, test} from "vitest";
import {parseDirective} from "../../../src/publication/directive/parseDirective.ts";
import {parseQuery} from "../../../src/publication/index.ts";
import {faultsOf} from "../project.ts";

const position = {file: "10-who.md", line: 3, column: 10};
const read = (text: string) => parseDirective(text, position);
const textOf = (query: unknown) => (query as {text: string}).text;

test("a number is its query and how it is written", () => {
  expect(read(' share prison sex=male | in words | capital | otherwise "some" ')).toEqual({
    kind: "value",
    query: parseQuery("share prison sex=male", {...position, column: 13}),
    format: {style: "in-words", capital: true},
    otherwise: "some",
    position,
  });
});

test.each([
  ["share prison sex=male", {style: "number"}],
  ["share prison sex=male | decimals 1", {style: "number", decimals: 1}],
  ["share prison sex=male \\| decimals 1", {style: "number", decimals: 1}],
  ["share prison sex=male | as words", {style: "as-words"}],
  ["share prison sex=male | with count", {style: "number", withCount: true}],
  ["count prison | nearest 100", {style: "number", nearest: 100}],
  ["count prison | spelt", {style: "spelt"}],
])("%s is written so", (text, format) => {
  expect(read(text)).toMatchObject({kind: "value", format});
});

test("a comparison says higher, lower or about the same unless other words are given", () => {
  const plain = read("compare share prison pdu=yes with share community pdu=yes");
  const worded = read('compare count prison with count community | words "more", "fewer", "as many"');
  expect(plain).toMatchObject({kind: "compare", words: ["higher than", "lower than", "about the same as"]});
  expect(worded).toMatchObject({kind: "compare", words: ["more", "fewer", "as many"]});
});

test("a difference is of two shares, or of two means with their interval", () => {
  const ofMeans = read("difference estimated-mean age prison with estimated-mean age community");
  expect(ofMeans).toMatchObject({kind: "difference", right: {measure: "estimated-mean", populations: ["community"]}});
  const directive = read("difference share prison pdu=yes with share community pdu=yes");
  expect(directive).toMatchObject({kind: "difference", left: {populations: ["prison"]}});
});

test("what lies apart from a number is a spread of the same measure, on one side of it", () => {
  const directive = read("higher share prison by main-drug than share community pdu=yes | with value");
  expect(directive).toMatchObject({
    kind: "outlying",
    side: "higher",
    query: {by: ["main-drug"]},
    than: {populations: ["community"]},
    withValue: true,
    leaveOut: ["not-stated", "outside"],
  });
});

test("an otherwise may speak of one number", () => {
  expect(read('otherwise "Too few." when share prison ppo=yes')).toMatchObject({
    kind: "otherwise",
    text: "Too few.",
    when: {measure: "share", at: {ppo: "yes"}},
  });
});

test("a ranking leaves out those not stated and places outside the region", () => {
  expect(read("highest share prison by main-drug")).toMatchObject({
    kind: "ranking",
    order: "highest",
    take: 1,
    skip: 0,
    withValue: false,
    amongShown: false,
    leaveOut: ["not-stated", "outside"],
  });
});

test("a ranking may include them", () => {
  const directive = read("lowest share prison by main-drug | skip 1 | take 2 | with value | including outside");
  expect(directive).toMatchObject({order: "lowest", take: 2, skip: 1, withValue: true, leaveOut: ["not-stated"]});
});

test("a claim compares a number with another or with a typed one", () => {
  expect(read("claim share prison sex=male > 50%")).toMatchObject({operator: ">", right: 50, ifPublished: false});
  expect(read("claim count prison >= 7,000 | if published")).toMatchObject({right: 7000, ifPublished: true});
  const directive = read("claim count prison = count community");
  expect(textOf("right" in directive && directive.right)).toBe("count community");
});

test("a claim may say which category is first", () => {
  const directive = read("claim highest share prison by main-drug is heroin");
  expect(directive).toMatchObject({kind: "claim-rank", order: "highest", category: "heroin", ifPublished: false});
});

test.each([
  ["term care plan", {kind: "term", name: "care plan"}],
  ["see sex-by-setting", {kind: "see", target: "sex-by-setting"}],
  ["fact prison-population", {kind: "fact", name: "prison-population"}],
  ["report previous-period-label", {kind: "report", field: "previous-period-label"}],
  ["label prison main-drug=heroin", {kind: "label", population: "prison", at: {"main-drug": "heroin"}}],
  ['otherwise "Too few."', {kind: "otherwise", text: "Too few."}],
])("%s is read", (text, directive) => {
  expect(read(text)).toEqual({...directive, position});
});

describe("a directive that cannot be read is refused where it goes wrong", () => {
  test.each([
    ["shere prison sex=male", '10-who.md:3:12: "shere" says nothing to the builder. Did you mean "share"?'],
    ["share prison by sex", '10-who.md:3:12: "share prison by sex" asks for several numbers where one is printed.'],
    ["count prison | in words", '10-who.md:3:27: "in" cannot be said of this.'],
    ["share prison sex=male | decimal 1", 'Did you mean "decimals"?'],
    ["share prison sex=male | capital | capital", '10-who.md:3:46: "capital" stands twice.'],
    ["share prison sex=male | in words | as words", "a number is written in one way only."],
    ["highest share prison", '"share prison" cannot be put in order.'],
    ["compare share prison sex=male with count prison", "a share cannot be compared with a count."],
    [
      "difference mean age prison with mean age community",
      "10-who.md:3:23: the difference of two numbers of the kind mean has no interval to give.",
    ],
    ["difference share prison pdu=yes", "Write with and another query"],
    ["higher share prison by sex than mean age prison", "a share cannot be compared with a mean age."],
    ["lower share prison pdu=yes than share community pdu=yes", "cannot be put in order."],
    ["claim count prison > 50%", "10-who.md:3:33: a count is not a percentage."],
    ["claim highest share prison by sex", "a claim of rank names its category."],
    ["change count prison in previous", "a change is from the previous edition to this one."],
    ["report perod", 'a report has no "perod". Did you mean "period"?'],
    ["otherwise too few", "words are missing."],
    ['share prison ppo=yes | otherwise "fewer than 5"', '10-who.md:3:45: "5" is a typed number. Say it in words.'],
    ['fact a "b"', '"b" is not expected here.'],
    ["", "nothing stands between the braces."],
  ])("%j", (text, message) => {
    expect(faultsOf(() => read(text)).join()).toContain(message);
  });
});
