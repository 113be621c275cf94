import {expect, test} from "vitest";
import {parseQuery, type Query} from "../../../src/publication/index.ts";
import {readFigureData} from "../../../src/site/tidy/readFigureData.ts";
import {figureBlock, releasesFor} from "../sample/sampleFigure.ts";

type Words = Pick<Query, "label" | "heading">;

function show(texts: readonly string[], words: Words) {
  const [first, ...others] = texts.map((text) => parseQuery(text));
  const block = {...figureBlock(texts, "Share"), show: [{...first!, ...words}, ...others]};
  return readFigureData(block, releasesFor(texts));
}

test.each([
  [
    "share prison sex=male within residence",
    {heading: "Share of female clients"},
    '"Female", and its query asks "Male"',
  ],
  ["share prison by main-drug among sex=male", {label: "Female"}, '"Female", and its query asks "Male"'],
  ["share women by age-group", {heading: "Male clients"}, '"Male", and its query asks "Female"'],
  ["value prevalence.estimate area=kent", {label: "Estimate for Surrey"}, '"Surrey", and its query asks "Kent"'],
])("%s is not called %j", (text, words, what) => {
  expect(() => show([text], words)).toThrow(what);
});

test("an edition is not called by the period of the other one", () => {
  const texts = ["share prison by sex", "share prison by sex in previous"];
  expect(() => show(texts, {heading: "Share in 2006/07"})).toThrow('"2006/07", and its query asks "2007/08"');
  expect(() => show(texts, {heading: "Share in 2007/08"})).not.toThrow();
});

test.each<[string, Words]>([
  ["share prison sex=male within residence", {heading: "Share of men"}],
  ["share prison sex=male within residence", {heading: "Male, not female"}],
  ["share prison sex=female within residence", {heading: "Female clients"}],
  ["share prison pdu=yes within residence", {label: "No matter which drug"}],
])("%s may be called %j", (text, words) => {
  expect(() => show([text], words)).not.toThrow();
});
