import fc from "fast-check";
import {expect, test} from "vitest";
import {parseQuery, PublicationError} from "../../../src/publication/index.ts";
import {colourOf} from "../../../src/site/charts/parts/colourOf.ts";
import type {Panel} from "../../../src/site/tidy/figureData.ts";
import {readFigureData} from "../../../src/site/tidy/readFigureData.ts";
import {figureBlock, figureData, releasesFor} from "../sample/sampleFigure.ts";

const headings = (show: readonly string[]) => figureData(show).panels.map(({heading}) => heading);

/** A figure whose queries have labels of their own, or none. */
function labelled(show: readonly (readonly [query: string, label?: string])[]) {
  const texts = show.map(([query]) => query);
  const queries = show.map(([query, label]) => ({...parseQuery(query), ...(label !== undefined && {label})}));
  return readFigureData({...figureBlock(texts, "Share"), show: queries}, releasesFor(texts));
}

test("shares of one population side by side are named by what each asks", () => {
  expect(headings(["share prison pdu=yes within sex", "share prison sex=female within sex"].slice(0, 1))).toEqual([
    "Prison",
  ]);
  expect(headings(["share prison pdu=yes within residence", "share prison sex=female within residence"])).toEqual([
    "Problematic drug user",
    "Sex: female",
  ]);
  expect(headings(["share prison sex=male within residence", "share prison sex=female within residence"])).toEqual([
    "Male",
    "Female",
  ]);
});

test("the population is named where the figure has several", () => {
  const show = ["share prison, community pdu=yes within residence", "share prison sex=male within residence"];
  expect(headings(show)).toEqual(["Prison, problematic drug user", "Prison, sex: male", "Community"]);
});

test("a share and its number are told apart by their measure", () => {
  expect(headings(["share prison by main-drug", "count prison by main-drug"])).toEqual(["Share", "Number"]);
});

test("a base makes a series another one", () => {
  expect(headings(["share prison by sex", "share prison by sex among pdu=yes"])).toEqual([
    "Prison",
    "Problematic drug user",
  ]);
});

test("a query's label names its series, beside the population where there are several", () => {
  const one = labelled([
    ["share prison by sex", "Everybody"],
    ["share prison by sex among pdu=yes", "Drug users"],
  ]);
  expect(one.panels.map(({heading}) => heading)).toEqual(["Everybody", "Drug users"]);
  const two = labelled([["share prison by sex", "Everybody"], ["share community by sex"]]);
  expect(two.panels.map(({heading}) => heading)).toEqual(["Prison, everybody", "Community"]);
});

test("series that all have labels of their own bear these alone, as they are written", () => {
  const {panels} = labelled([
    ["share prison by sex", "South East"],
    ["share community by sex", "England"],
  ]);
  expect(panels.map(({heading}) => heading)).toEqual(["South East", "England"]);
});

test("a label that two populations share stands beside their names", () => {
  const {panels} = labelled([["share prison, community by sex", "Everybody"]]);
  expect(panels.map(({heading}) => heading)).toEqual(["Prison", "Community"].map((name) => `${name}, everybody`));
});

test("a label names a single number among others", () => {
  const {dimensions} = labelled([["share prison pdu=yes", "Drug users"], ["share prison sex=female"]]);
  expect(dimensions[0]?.categories.map(({label}) => label)).toEqual(["Drug users", "Sex: female"]);
});

test("series that would have one name are refused with what to do", () => {
  const twice = () =>
    labelled([
      ["share prison by sex", "Same"],
      ["share prison by sex among pdu=yes", "Same"],
    ]);
  expect(twice).toThrow('two series of a figure would be named "Same". Give each of these queries a label');
  expect(() => headings(["share prison by sex", "share prison  by sex"])).toThrow(PublicationError);
});

test("the first series of a population has its colour, the next one that means no population", () => {
  const show = ["share prison pdu=yes within residence", "share prison sex=male within residence"];
  expect(figureData(show).panels.map(colourOf)).toEqual(["population-1", "population-3"]);
  const columns = ["value prevalence.rate by area", "value prevalence.target by area"];
  expect(figureData(columns).panels.map(colourOf)).toEqual(["region", "population-1"]);
});

/** The series of a figure; none where it is refused because it would name two of them alike. */
function panelsOrRefusal(show: readonly string[]): readonly Panel[] {
  try {
    return figureData(show).panels;
  } catch (error) {
    expect(String(error)).toContain("would be named");
    return [];
  }
}

test("whatever is shown side by side, no two series have a name or a colour in common", () => {
  const pool = [
    "share prison by sex",
    "share community by sex",
    "share prison by sex among pdu=yes",
    "share prison by sex among stated",
    "share prison by sex in previous",
    "count prison by sex",
    "share prison pdu=yes within sex",
    "share prison, community main-drug=heroin within sex",
    "share prison main-drug=heroin within sex in previous",
    "mean age prison by sex",
  ];
  fc.assert(
    fc.property(fc.uniqueArray(fc.constantFrom(...pool), {minLength: 1, maxLength: 5}), (show) => {
      const panels = panelsOrRefusal(show);
      expect(new Set(panels.map(({heading}) => heading)).size).toBe(panels.length);
      expect(new Set(panels.map(({key}) => key)).size).toBe(panels.length);
      expect(new Set(panels.map(({place}) => place)).size).toBe(panels.length);
    }),
    {numRuns: 60},
  );
});
