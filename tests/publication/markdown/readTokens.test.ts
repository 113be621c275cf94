import {describe, expect, test} from "vitest";
import {directivesOf} from "../../../src/publication/index.ts";
import {chapterFaults, chapterOf} from "../project.ts";

const places = (markdown: string) =>
  directivesOf(chapterOf(markdown)).map(({position: {line, column}}) => `${line}:${column}`);

describe("a directive knows its line and column", () => {
  test.each([
    ["a paragraph", "Of {{ count prison }} and {{ count prison }}", ["3:4", "3:27"]],
    ["a later line of a paragraph", "One\ntwo *and* {{ count prison }}", ["4:11"]],
    ["a directive over two lines", "One {{ share prison\nsex=male }} and {{ count prison }}", ["3:5", "4:17"]],
    ["a list", "- one\n- two\n  - {{ count prison }}", ["5:5"]],
    ["a quotation", "> one\n> {{ count prison }}", ["4:3"]],
    ["the cell of a table", "| a | b |\n|---|---|\n| c | {{ count prison \\| nearest 10 }} |", ["5:7"]],
    ["the text below a heading", "### Of\n\n{{ count prison }}", ["5:1"]],
    ["a footnote", "One.[^a]\n\n[^a]: From {{ count prison }}.", ["5:12"]],
    ["a link", "[see {{ count prison }}](https://example.org)", ["3:6"]],
    ["an aside", "::: aside\nOne {{ count prison }}\n:::", ["4:5"]],
  ])("in %s", (_, markdown, expected) => {
    expect(places(markdown)).toEqual(expected);
  });
});

test("quotation marks of a directive may hold braces and are not made curly", () => {
  const [directive] = directivesOf(chapterOf('A {{ share prison ppo=yes | otherwise "some }} part" }}.'));
  expect(directive).toMatchObject({otherwise: "some }} part"});
});

test("a directive in code is code", () => {
  expect(directivesOf(chapterOf("Write `{{ count prison }}`."))).toEqual([]);
});

describe("a typed number stops the build", () => {
  test.each([
    ["There were 12 people.", '3:12: "12" is a typed number'],
    ["Most (88%) were men.", '3:7: "88%" is a typed number'],
    ["One\ntwo 7,822 three", '4:5: "7,822" is a typed number'],
    ["## Tier 3", '3:9: "3" is a typed number'],
    ["| a |\n|---|\n| 4.5 |", '5:3: "4.5" is a typed number'],
    ["- **18 to 29**", '3:5: "18" is a typed number'],
    ["On 1 April 2007.", '3:4: "1" is a typed number'],
    ["Up 2000% since.", '"2000%" is a typed number'],
    ["The year 2100.", '"2100" is a typed number'],
    ["[12 areas](https://example.org)", '"12" is a typed number'],
    ["Seen were `3` women.", '"3" is a typed number'],
  ])("%j", (markdown, message) => {
    expect(chapterFaults(markdown)[0]).toContain(`templates/annual/10-one.md:`);
    expect(chapterFaults(markdown)[0]).toContain(message);
  });

  test.each([
    "From April 2007 to March 2008.",
    "In 2007/08 and 2008–09, and the 1990s.",
    "See [the report](https://example.org/2/page3).",
    "Write `sex=male`.",
    "1. first\n2. second",
    "One.[^a]\n\n[^a]: Journal 1997; 12, 3.",
  ])("but not in %j", (markdown) => {
    expect(chapterFaults(markdown)).toEqual([]);
  });
});

describe("a typed count of people stops the build, in words too", () => {
  test.each([
    ["Only four women were seen.", '3:6: "four women" is a typed count'],
    ["There were four\nyoung women.", '"four young women" is a typed count'],
    ["Of the women three were under age.", '"three were" is a typed count'],
    ["One in five of them injects.", '"One in five" is a typed count'],
    ["Twenty-two of the clients, a dozen men, a single person.", '"Twenty-two of the clients" is a typed count'],
    ["Seen.[^a]\n\n[^a]: Journal 1997; 12: 3 women.", '"3 women" is a typed count'],
  ])("%j", (markdown, message) => {
    expect(chapterFaults(markdown)[0]).toContain(message);
  });

  test.each([
    "Two groups of people, and one client may have several needs.",
    "Three steps lead from forms to clients; for two years.",
    "The four women’s prisons.",
    "Seen.[^a]\n\n[^a]: Journal 1997; 12, 3 to 14.",
  ])("but not %j", (markdown) => {
    expect(chapterFaults(markdown)).toEqual([]);
  });
});

describe("marks that did not become what they were meant to be are faults", () => {
  test.each([
    ["Of {{ count prison people", "3:4: these braces are not a pair"],
    ["| a |\n|---|\n| {{ count prison | nearest 10 }} |", "5:3: these braces are not a pair"],
    ["One.[^a]", "3:5: this footnote is not defined in this file"],
    ["One.\n\n[^a]: Not used.", '5:1: the footnote "a" is not used'],
    ["- ::: aside", "3:3: this is no block"],
    ["![a chart](chart.png)", "3:1: a picture cannot be shown to hold only released numbers"],
  ])("%j", (markdown, message) => {
    expect(chapterFaults(markdown)[0]).toContain(message);
  });
});

test("all faults of a file are told at once", () => {
  expect(chapterFaults("{{ cont prison }} and 12\n\n{{ share prison }} and {{ report perod }}")).toHaveLength(3);
});
