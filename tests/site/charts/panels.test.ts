import {expect, test} from "vitest";
import {drawFigure} from "../../../src/site/charts/drawFigure.ts";
import {elements, numberOf} from "../sample/readDrawing.ts";
import {figureData, geography, position} from "../sample/sampleFigure.ts";

function draw(chart: string, show: readonly string[], options: Record<string, unknown>) {
  return drawFigure(figureData(show), {id: "f", chart, options, position, title: "T", geography});
}

const byArea = ["share community by age-group within area-of-contact"];

test("every area of the region has a panel, in published order, and what is no area has none", () => {
  const {wide} = draw("line", byArea, {panels: "area-of-contact"});
  const names = elements(wide, "text").filter(({attributes}) => attributes["font-weight"] === "600");
  expect(names.slice(0, 5).map(({inner}) => inner)).toEqual([
    "Bracknell Forest",
    "Brighton and Hove",
    "Buckinghamshire",
    "East Sussex",
    "Hampshire",
  ]);
  expect(names).toHaveLength(19);
  expect(names.map((name) => numberOf(name, "x")).slice(0, 5)).toEqual([0, 185, 370, 555, 0]);
});

test("bars of all panels are as long for a share as the share is in each", () => {
  const {wide} = draw("bars", ["share prison by main-drug within sex"], {panels: "sex"});
  const scales = /data-scales="([^"]*)"/.exec(wide)?.[1]?.split("; ") ?? [];
  const lengths = scales.map((scale) => {
    const [domain, range] = scale.split(" | ");
    const [start = NaN, end = NaN] = (range ?? "").split(" ").map(Number);
    return [domain, (end - start).toFixed(1)].join(" ");
  });
  expect(new Set(lengths).size).toBe(1);
});

test.each([
  [{}, /spreads over 2 variables and this chart draws 1\. Name one of them after panels/],
  [{panels: "sex"}, /option "panels": the query does not spread over sex/],
  [{panels: "area-of-contact", sort: "value"}, /sort/],
])("asked with %j, a chart of two variables is refused", (options, message) => {
  expect(() => draw("bars", byArea, options)).toThrow(message);
});

test("a chart that is not drawn in panels has no such option", () => {
  expect(() => draw("pyramid", ["share prison by age-group within sex"], {panels: "sex"})).toThrow(/panels/);
});
