import {expect, test} from "vitest";
import type {Release} from "../../../src/release/index.ts";
import {rowAt} from "../../../src/site/tidy/figureData.ts";
import {readFigureData} from "../../../src/site/tidy/readFigureData.ts";
import {figureBlock, figureData, releasesFor} from "../sample/sampleFigure.ts";

const names = (show: readonly string[]) => figureData(show).dimensions[0]?.categories.map(({name}) => name);

test("the subtitle tells measure, populations, region and period", () => {
  expect(figureData(["share prison, community by sex"], "Share of clients by sex").subtitle).toBe(
    "Share of clients by sex, prison and community clients, South East, April 2007 to March 2008",
  );
});

test("a figure of two editions tells both periods", () => {
  const {subtitle} = figureData(["share prison by sex", "share prison by sex in previous"]);
  expect(subtitle).toContain("April 2007 to March 2008 and April 2006 to March 2007");
});

test("a reference figure is given the years of its source, and no population and no period that are not its own", () => {
  expect(figureData(["value prevalence.estimate by area"], "Estimated drug users").subtitle).toBe(
    "Estimated drug users, 2006/07",
  );
});

test("rows that name their own times are given no year of their source", () => {
  const show = ["value prevalence.estimate by area"];
  const release = releasesFor(show).get("this")!;
  const references = release.vocabulary.references.map((one) => {
    const categories = one.key.categories.map((category, at) => ({...category, label: `Q${at + 1} 2005/06`}));
    return one.name === "prevalence" ? {...one, key: {...one.key, categories}} : one;
  });
  const timed: Release = {
    ...release,
    vocabulary: {...release.vocabulary, references},
    answer: (query) => release.answer(query).map((answer) => ({...answer, release: timed})),
  };
  const {subtitle} = readFigureData(figureBlock(show, "Estimated drug users"), new Map([["this", timed]]));
  expect(subtitle).toBe("Estimated drug users");
});

test("a rate tells the years of what it is set against", () => {
  expect(figureData(["rate community by residence per prevalence.estimate"], "Contact").subtitle).toBe(
    "Contact, community clients, South East, April 2007 to March 2008, against figures of 2006/07",
  );
});

test("every population has a panel, with its place among the publication's populations", () => {
  const panels = figureData(["share community, prison by sex"]).panels.map(({heading, place}) => [heading, place]);
  expect(panels).toEqual([
    ["Community", 2],
    ["Prison", 1],
  ]);
});

test("editions of one population stand side by side and are told apart", () => {
  const {panels} = figureData(["share prison, community by sex", "share prison, community by sex in previous"]);
  expect(panels.map(({heading}) => heading)).toEqual([
    "Prison 2007/08",
    "Prison 2006/07",
    "Community 2007/08",
    "Community 2006/07",
  ]);
});

test("categories are those of all populations, and one that a population lacks is not applicable there", () => {
  const data = figureData(["share prison, community by treatment-required"]);
  expect(data.dimensions[0]?.categories.at(-1)?.name).toBe("short-duration-programme");
  expect(rowAt(data.panels[1]!, ["short-duration-programme"])?.cell).toEqual({status: "not-applicable"});
});

test("not stated and totals stand last", () => {
  expect(names(["count prison by sex with totals"])).toEqual(["male", "female", "not-stated", "total"]);
});

test("a single cell beside a spread query is its benchmark", () => {
  const data = figureData(["share community sex=male within area-of-contact", "share community sex=male"]);
  expect(data.panels.length).toBe(1);
  expect(data.benchmarks).toMatchObject([{name: "All community clients", isWhole: true, keys: ["community"]}]);
});

test("single cells alone are categories of their own", () => {
  const data = figureData(["share prison, community pdu=yes", "share prison, community sex=female"]);
  expect(data.dimensions[0]?.categories.map(({label}) => label)).toEqual(["Problematic drug user", "Sex: female"]);
  expect(data.panels.map(({rows}) => rows.length)).toEqual([2, 2]);
});

test("the base has its number and how many are not stated", () => {
  const [base] = figureData(["share prison by age-group"]).bases;
  expect(base).toMatchObject({
    words: "prison clients",
    denominator: {status: "published", value: 1200},
    missing: {status: "published", value: 13},
    missingOf: "age group",
    leavesOutMissing: false,
  });
});

test("shares within an area have no common base", () => {
  const [base] = figureData(["share community sex=male within area-of-contact"]).bases;
  expect(base).toMatchObject({words: "community clients, by area of first contact"});
  expect(base?.denominator).toBeUndefined();
});

test("a row keeps what the query fixes, so that its cell can be told from others", () => {
  const [row] = figureData(["share community sex=male within area-of-contact"]).rows;
  expect(row?.at.map(({variable, category}) => `${variable.name}=${category.name}`)).toEqual(["sex=male"]);
});

test("a figure that asks more than was released is refused", () => {
  const block = figureBlock(["share prison by sex"], "Share");
  expect(() => readFigureData(block, releasesFor(["count prison"]))).toThrow(/does not answer/);
});

test("a figure that asks an edition which was not released is refused", () => {
  const releases = new Map([...releasesFor(["share prison by sex"])].filter(([name]) => name === "this"));
  expect(() => readFigureData(figureBlock(["share prison by sex in previous"], "Share"), releases)).toThrow(
    /in previous/,
  );
});

test("a table of many questions has a base without the number that only one of them misses", () => {
  const data = figureData(["share prison sex=not-stated", "share prison age-group=not-stated"]);
  expect(data.bases).toMatchObject([{words: "prison clients", denominator: {status: "published", value: 1200}}]);
  expect(data.bases[0]?.missingOf).toBeUndefined();
  expect(data.bases[0]?.missing).toBeUndefined();
});

test("where all are answers not given, the rows are named by their questions", () => {
  const data = figureData(["share prison sex=not-stated", "share prison age-group=not-stated"]);
  expect(data.dimensions[0]?.categories.map(({label}) => label)).toEqual(["Sex", "Age group"]);
});

test("columns of a reference that name themselves are given no word more", () => {
  const data = figureData(["value prevalence.estimate by area", "value prevalence.rate by area"]);
  expect(data.panels.map(({heading}) => heading)).toEqual(["Estimate", "Rate"]);
});
