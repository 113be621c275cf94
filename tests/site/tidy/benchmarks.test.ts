import {expect, test} from "vitest";
import {drawFigure} from "../../../src/site/charts/drawFigure.ts";
import {makeTable} from "../../../src/site/tables/makeTable.ts";
import {describeExplanations} from "../../../src/site/tidy/describeNotes.ts";
import {figureData, position} from "../sample/sampleFigure.ts";

const shares = [
  "share community pdu=yes within area-of-contact",
  "share community sex=male within area-of-contact",
  "share community pdu=yes",
  "share community sex=male",
];
const target = ["share community sex=male within area-of-contact", "value prevalence.target area=kent"];

function draw(show: readonly string[], chart = "ranked-dots") {
  return drawFigure(figureData(show), {id: "one", chart, options: {}, position, title: "A finding"});
}

test("each column of a table ends in the whole of its own query", () => {
  const {rows, columns} = makeTable(figureData(shares));
  expect(columns.map(({heading}) => heading)).toEqual(["Number", "Base", "Share", "Number", "Base", "Share"]);
  expect(rows.at(-1)).toMatchObject({heading: "All", isTotal: true});
  expect(rows.at(-1)?.cells.map(({text}) => text)).toEqual(["553", "700", "79%", "572", "700", "82%"]);
});

test("a column whose whole is not asked has none", () => {
  const {rows} = makeTable(figureData(shares.slice(0, 3)));
  expect(rows.at(-1)?.cells.map(({text}) => text)).toEqual(["553", "700", "79%", "[z]", "[z]", "[z]"]);
});

test("a reference figure of the same unit is a row of its own, under the shares", () => {
  const {rows} = makeTable(figureData(target));
  expect(rows.at(-1)).toMatchObject({heading: "Target, Kent"});
  expect(rows.at(-1)?.cells.map(({text}) => text)).toEqual(["[z]", "[z]", "54.0%"]);
});

test("the rate of the region says whom it counts, and no other whole does", () => {
  const told =
    /The rate of all is of those whose area of residence lies in the region; others, .* are not counted in it\./;
  const rates = [
    "rate community by residence per prevalence.estimate",
    "rate community residence=region per prevalence.estimate",
  ];
  expect(describeExplanations(figureData(rates)).join(" ")).toMatch(told);
  expect(draw(rates).explanations.join(" ")).toMatch(told);
  expect(describeExplanations(figureData(rates.slice(0, 1))).join(" ")).not.toContain("The rate of all");
  expect(describeExplanations(figureData(target)).join(" ")).not.toContain("The rate of all");
});

test("ranked dots draw a reference figure as a dashed line with its name", () => {
  const {wide, narrow, description} = draw(target);
  for (const drawing of [wide, narrow]) {
    expect(drawing).toContain('stroke-dasharray="6 3"');
    expect(drawing).toContain("Target, Kent: 54.0%");
  }
  expect(description).toContain("For comparison: target, Kent 54.0%.");
});

test("a whole and a reference figure are two lines, whose names stand one above the other", () => {
  const {wide} = draw([...target, "share community sex=male"]);
  const heights = [...wide.matchAll(/y="([\d.]+)"[^>]*>(?:Target|All community)/g)].map(([, y]) => Number(y));
  expect(heights).toHaveLength(2);
  expect(Math.abs(heights[0]! - heights[1]!)).toBeGreaterThanOrEqual(18);
});

test.each([
  ["a number of another question", ["share community sex=male within area-of-contact", "share community pdu=yes"]],
  ["a number of another population", ["share community sex=male within area-of-contact", "share prison sex=male"]],
  ["a number of another base", ["share community by sex", "share community sex=male among pdu=yes"]],
  ["a reference figure of another unit", ["share community by sex", "value prevalence.rate area=kent"]],
])("%s beside a table is refused", (_, show) => {
  expect(() => figureData(show)).toThrow("is one number, and the whole of no series of this figure");
});

test("a table of two variables has no place for one number", () => {
  expect(() => figureData(["count prison by age-group, sex", "count prison"])).toThrow(
    "a table of two variables has no place for it",
  );
});
