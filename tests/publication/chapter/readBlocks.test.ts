import {describe, expect, test} from "vitest";
import {directivesIn, leafBlocks, type FigureBlock} from "../../../src/publication/index.ts";
import {chapterFaults, chapterOf, compared} from "../project.ts";

const figure = [
  "::: figure sex-by-setting",
  "title: 'Men were {{ share prison sex=male }} in prison'",
  "measure: Share of clients by sex",
  "chart: stacked-bar",
  "show: share prison, community by sex",
  "claims:",
  "  - share prison sex=male > 50%",
  "sort: value",
  "replaces: [5, 6]",
  ":::",
];
const withLine = (line: string) => [...figure.slice(0, -1), line, ":::"].join("\n");
const kinds = (markdown: string) => chapterOf(markdown).blocks.map(({kind}) => kind);

function onlyFigure(markdown: string): FigureBlock {
  const [block] = chapterOf(markdown).blocks;
  if (block?.kind !== "figure") throw new Error("there is no figure");
  return block;
}

describe("a figure", () => {
  test("has what its fields say; other fields are options of its chart", () => {
    expect(onlyFigure(figure.join("\n"))).toMatchObject({
      id: "sex-by-setting",
      number: "1",
      measure: "Share of clients by sex",
      chart: "stacked-bar",
      show: [{text: "share prison, community by sex"}],
      claims: [{text: "share prison sex=male > 50%", right: 50}],
      options: {sort: "value"},
      replaces: [5, 6],
      position: {file: "templates/annual/10-one.md", line: 3, column: 1},
    });
  });

  test("may hold numbers in its title, which know their place", () => {
    const [number] = directivesIn(onlyFigure(figure.join("\n")).title);
    expect(number).toMatchObject({kind: "value", position: {line: 4, column: 18}});
  });

  test("may show several queries, which know their places", () => {
    const lines = figure.with(4, "show:\n  - share prison by sex\n  - share community by sex").join("\n");
    expect(onlyFigure(lines).show.map(({position}) => position)).toMatchObject([
      {line: 8, column: 5},
      {line: 9, column: 5},
    ]);
  });

  test("keeps the words for when everything is withheld", () => {
    expect(onlyFigure(withLine("otherwise: Too few people were counted.")).otherwise).toContain("Too few");
  });
});

describe("a faulty figure is refused where it goes wrong", () => {
  test.each([
    [figure.toSpliced(3, 1).join("\n"), '10-one.md:4:1: the field "chart" is missing'],
    [figure.with(4, "show: share prison by").join("\n"), "10-one.md:7:22: the variable is missing"],
    [figure.with(6, "  - share prison sex=male").join("\n"), "10-one.md:9:26: a claim needs a comparison"],
    [figure.with(1, "title: {{ share prison }} of them").join("\n"), "Put the value between quotation marks"],
    [figure.with(1, "title: Men were 88%").join("\n"), '10-one.md:4:17: "88%" is a typed number'],
    [figure.with(1, `title: ${"word ".repeat(11)}`).join("\n"), "10-one.md:4:8: the title has 11 words"],
    [
      figure.with(1, `title: '{{ share prison sex=male | otherwise "Some" }} were men'`).join("\n"),
      "10-one.md:4:9: a number of a title has words of its own for when it is withheld",
    ],
    [withLine("otherwise: Three women were seen."), '"Three women" is a typed count'],
    [withLine("source: Census 2001, table 12; 3 women."), '"3 women" is a typed number'],
    [figure.with(2, "measure: Share of 20 clients").join("\n"), '"20 clients" is a typed number'],
    [withLine("otherwise: Fewer than 5."), '10-one.md:12:12: "5" is a typed number'],
    [figure.with(0, "::: figure").join("\n"), "10-one.md:3:1: this figure has no name"],
    [figure.with(0, "::: figur sex").join("\n"), 'there is no block "figur". Did you mean "figure"?'],
    [figure.slice(0, -1).join("\n"), "10-one.md:3:1: this figure is not closed"],
    [["::: table a", ...figure.slice(1)].join("\n"), '10-one.md:6:1: there is no field "chart"'],
    ["::: insert glosary\n:::", 'the builder writes no "glosary". Did you mean "glossary"?'],
    ["::: when previously\n:::", '"when previously" is no condition. Did you mean "previous"?'],
  ])("%j", (markdown, message) => {
    expect(chapterFaults(markdown).join("\n")).toContain(message);
  });
});

test("a title of ten words with a number, and with other words for when that is withheld, is short enough", () => {
  const otherwise = '{{ otherwise "A word or two" }}';
  const lines = figure.with(1, `title: 'One two three four five {{ count prison }} seven eight nine ten${otherwise}'`);
  expect(chapterFaults(lines.join("\n"))).toEqual([]);
});

test("a table may be printed across a landscape page", () => {
  const lines = ["::: table a", ...figure.slice(1, 3), figure[4], "landscape: true", ":::"].join("\n");
  expect(chapterOf(lines).blocks[0]).toMatchObject({kind: "table", number: "1", landscape: true});
});

test("a table may have headings of its own, and leave out who gave no answer", () => {
  const lines = [
    ...["::: table a", ...figure.slice(1, 3), "heading: District", "omit: not-stated"],
    ...["show: {query: share prison by sex, heading: Of all seen}", ":::"],
  ];
  const own = {heading: "District", omit: ["not-stated"], show: [{heading: "Of all seen"}]};
  expect(chapterOf(lines.join("\n")).blocks[0]).toMatchObject(own);
  const faults = (from: string, to: string) => chapterFaults(lines.join("\n").replace(from, to)).join();
  expect(faults("Of all seen", "Base")).toContain("head columns of the builder's own");
  expect(faults("not-stated", "not-statd")).toContain('Did you mean "not-stated"?');
  expect(faults("omit", "omits")).toContain("omit");
});

test("key messages are cards with a number and a sentence for each population", () => {
  const cards = [
    "::: key-messages",
    "- heading: Sex",
    "  prison:",
    "    number: share prison sex=male | decimals 1",
    "    sentence: of prison clients were men",
    ":::",
  ].join("\n");
  const [block] = chapterOf(cards).blocks;
  expect(block).toMatchObject({
    kind: "key-messages",
    cards: [{heading: "Sex", messages: [{population: "prison", number: {format: {decimals: 1}}}]}],
  });
});

test("a file is prose with blocks between", () => {
  const markdown = `One.\n${figure.join("\n")}\n\nTwo.\n\n::: insert map\n:::\n- three\n::: aside\nFour.\n:::`;
  expect(kinds(markdown)).toEqual(["prose", "figure", "prose", "insert", "prose", "aside"]);
});

describe("what depends on the edition", () => {
  const markdown = `::: when previous\nBefore.\n\n${figure.join("\n")}\n:::\n\n::: when no-previous\nFirst.\n:::`;

  test("stands where the edition is compared with another", () => {
    const {blocks} = chapterOf(markdown, compared);
    expect(blocks).toMatchObject([{kind: "when", condition: "previous"}]);
    expect(leafBlocks(blocks).map(({kind}) => kind)).toEqual(["prose", "figure"]);
  });

  test("is left out where it is not", () => {
    expect(chapterOf(markdown).blocks).toMatchObject([{kind: "when", condition: "no-previous"}]);
  });

  test("is read even where it is left out, so that its faults are known", () => {
    expect(chapterFaults("::: when previous\n{{ change cont prison }}\n:::")).toHaveLength(1);
  });
});
