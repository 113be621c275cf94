import {expect, test} from "vitest";
import {describeFigure} from "../../../src/site/tidy/describeFigure.ts";
import {describeBaseNotes, describeExplanations} from "../../../src/site/tidy/describeNotes.ts";
import {figureData} from "../sample/sampleFigure.ts";

test("few values are told one by one", () => {
  expect(describeFigure(figureData(["share prison by sex"], "Share of clients by sex"), "Bar chart")).toBe(
    "Bar chart. Share of clients by sex, prison clients, South East, April 2007 to March 2008. Male 88%; Female 12%; Not stated 0%.",
  );
});

test("of many values the highest and the lowest are told, as published ones where some are withheld", () => {
  const words = describeFigure(figureData(["share prison by main-drug"]), "Bar chart");
  expect(words).toContain(
    "Highest published: Heroin 32%; Cannabis 19%; Alcohol 16%; lowest published: Other drugs 3%.",
  );
  expect(words).toContain("1 value is withheld to protect confidentiality.");
});

test("where two populations lie farthest apart is told", () => {
  const words = describeFigure(figureData(["share prison, community by main-drug"]), "Dot plot");
  expect(words).toContain("Farthest apart: Heroin, Prison 32%, Community 53%.");
});

test("of several that print alike at the low end none is named the lowest", () => {
  const data = figureData(["share prison by main-drug"]);
  const cell = {status: "published", value: 1, count: 12, of: 1200} as const;
  const alike = data.panels.map((panel) => ({
    ...panel,
    rows: panel.rows.map((row, index) => (index > 3 ? {...row, cell} : row)),
  }));
  expect(describeFigure({...data, panels: alike}, "Bar chart")).toMatch(/lowest(?: published)?: several, 1%\./);
});

test("totals are no extremes", () => {
  expect(describeFigure(figureData(["count prison by age-group, sex with totals"]), "Heat map")).not.toContain("Total");
});

test("a benchmark is told for comparison", () => {
  const words = describeFigure(figureData(["mean age prison by prison-of-contact", "mean age prison"]), "Dot plot");
  expect(words).toMatch(/For comparison: all prison clients \d\d\.\d\./);
});

test("a figure of which nothing is published says so", () => {
  const data = figureData(["share prison by sex"]);
  const rows = data.rows.map((row) => ({...row, cell: {status: "suppressed"} as const}));
  const words = describeFigure({...data, rows, panels: data.panels.map((panel) => ({...panel, rows}))}, "Bar chart");
  expect(words).toContain("no value is published. 3 values are withheld");
});

test("a share of too few is told as such, not as withheld, and its mark is explained", () => {
  const data = figureData(["share prison by sex"]);
  const cell = {status: "unreliable", count: 6, of: 8} as const;
  const few = (rows: typeof data.rows) => rows.map((row, index) => (index === 0 ? {...row, cell} : row));
  const changed = {
    ...data,
    rows: few(data.rows),
    panels: data.panels.map((panel) => ({...panel, rows: few(panel.rows)})),
  };
  const words = describeFigure(changed, "Bar chart");
  expect(words).toContain("1 share is of too few to be useful.");
  expect(words).not.toContain("withheld");
  expect(describeExplanations(changed)).toContain("[u]: too few to be useful.");
});

test("base and missing are printed in sentences", () => {
  expect(describeBaseNotes(figureData(["share prison by age-group"]))).toEqual([
    "Base: 1,200 prison clients; of them not stated (age group): 13.",
  ]);
});

test("a withheld number of not stated is marked", () => {
  expect(describeBaseNotes(figureData(["share community by area-of-contact"]))).toEqual([
    "Base: 700 community clients; of them not stated (area of first contact): [c].",
  ]);
});

test("a base without those who did not state it says how many it leaves out", () => {
  expect(describeBaseNotes(figureData(["share prison by age-group among stated"]))).toEqual([
    "Base: 1,187 prison clients whose age group is stated; left out because not stated (age group): 13.",
  ]);
});

test("a mean of one group names the size of the group as that, and not as the number averaged", () => {
  expect(describeBaseNotes(figureData(["mean age prison sex=female"]))).toEqual([
    "Base: prison clients (sex: female) whose age at initial contact is stated; the whole group, stated or not, is 142.",
  ]);
});

test("means of many groups are said to be of each, without a size", () => {
  expect(describeBaseNotes(figureData(["mean age prison by sex"]))).toEqual([
    "Base: prison clients whose age at initial contact is stated, by sex.",
  ]);
});

test("shares of a question with several answers are said not to add up, and every mark is explained once", () => {
  expect(describeExplanations(figureData(["share prison, community by treatment-required"]))).toEqual([
    "Clients can be counted in several categories, so shares do not add to 100%.",
    "[c]: withheld to protect confidentiality.",
    "[z]: not applicable.",
  ]);
});
