import {expect, test} from "vitest";
import {drawFigure} from "../../../src/site/charts/drawFigure.ts";
import type {FigureData} from "../../../src/site/tidy/figureData.ts";
import {printedValue} from "../../../src/site/tidy/printRow.ts";
import {marks, numberOf, textBoxes} from "../sample/readDrawing.ts";
import {figureData, geography, position} from "../sample/sampleFigure.ts";

const draw = (data: FigureData, chart: string, options: Record<string, unknown> = {}) =>
  drawFigure(data, {id: "f", chart, options, position, title: "T", geography});

/** Printed values of the published cells of a panel, in published order. */
const values = (data: FigureData, panel = 0) =>
  (data.panels[panel]?.rows ?? []).map(printedValue).filter((value) => value !== undefined);

const text = (svg: string) => textBoxes(svg).map((box) => box.text);

test("bars start at nought and are as long as their values", () => {
  const data = figureData(["share prison by main-drug"]);
  const bars = marks(draw(data, "bars").wide, "rect", "bar");
  expect(new Set(bars.map((bar) => numberOf(bar, "x"))).size).toBe(1);
  const perPercent = bars.map((bar, index) => numberOf(bar, "width") / values(data)[index]!);
  expect(Math.max(...perPercent) - Math.min(...perPercent)).toBeLessThan(0.01);
});

test("bars of two populations have one scale", () => {
  const data = figureData(["share prison, community by sex"]);
  const bars = marks(draw(data, "bars").wide, "rect", "bar");
  const both = [...values(data, 0), ...values(data, 1)].toSorted((a, b) => a - b);
  const widths = bars.map((bar) => numberOf(bar, "width")).toSorted((a, b) => a - b);
  expect(widths.at(-1)! / widths[1]!).toBeCloseTo(both.at(-1)! / both[1]!, 1);
});

test("a share of too few has no bar but its mark on hatched ground, as a withheld one has", () => {
  const data = figureData(["share prison by sex"]);
  const cell = {status: "unreliable", count: 6, of: 8} as const;
  const panels = data.panels.map((panel) => ({
    ...panel,
    rows: panel.rows.map((row, index) => (index === 0 ? {...row, cell} : row)),
  }));
  const {wide} = draw({...data, panels}, "bars");
  expect([marks(wide, "rect", "bar").length, marks(wide, "rect", "withheld").length]).toEqual([2, 1]);
  expect(text(wide)).toContain("[u]");
});

test("a withheld value has no bar but a mark of fixed size beyond the end of the scale", () => {
  const data = figureData(["share prison by main-drug"]);
  const {wide} = draw(data, "bars");
  const bars = marks(wide, "rect", "bar");
  const withheld = marks(wide, "rect", "withheld");
  expect([bars.length, withheld.length]).toEqual([8, 1]);
  const end = Math.max(...bars.map((bar) => numberOf(bar, "x") + numberOf(bar, "width")));
  expect(withheld.map((mark) => [numberOf(mark, "x") > end, numberOf(mark, "width")])).toEqual([[true, 16]]);
});

test("a scale ends at the largest published value, not at a withheld one", () => {
  const data = figureData(["share prison by main-drug"]);
  const [first] = data.panels;
  const rows = first!.rows.map((row, index) => (index === 0 ? {...row, cell: {status: "suppressed"} as const} : row));
  const longest = (of: FigureData) =>
    Math.max(...marks(draw(of, "bars").wide, "rect", "bar").map((bar) => numberOf(bar, "width")));
  expect(longest({...data, panels: [{...first!, rows}]})).toBe(longest(data));
});

test("the parts of a stack with a withheld part stand side by side, so that no gap shows how large it is", () => {
  const data = figureData(["share community by age-group"]);
  const {wide} = draw(data, "stacked-bar");
  const parts = marks(wide, "rect", "bar");
  const gaps = parts
    .slice(1)
    .map((part, index) => numberOf(part, "x") - numberOf(parts[index]!, "x") - numberOf(parts[index]!, "width"));
  expect(Math.max(...gaps.map(Math.abs))).toBeLessThan(0.02);
  expect(text(wide)).toContain("[c] Under 18");
});

test("a pyramid's sides have one scale", () => {
  const data = figureData(["share prison by age-group within sex"]);
  const bars = marks(draw(data, "pyramid").wide, "rect", "bar");
  const lengths = bars
    .map((bar) => numberOf(bar, "width"))
    .filter((width) => width > 5)
    .toSorted((a, b) => b - a);
  const shares = values(data).toSorted((a, b) => b - a);
  expect(lengths[0]! / lengths[1]!).toBeCloseTo(shares[0]! / shares[1]!, 2);
});

test("ranked dots stand in order of value where every value is published", () => {
  const data = figureData(["share prison by sex"]);
  const dots = marks(draw(data, "ranked-dots", {sort: "value"}).wide, "circle", "dot").map((dot) =>
    numberOf(dot, "cx"),
  );
  expect(dots[0]).toBeGreaterThan(dots[1]!);
});

test("ranked dots stay in published order where a value is withheld, because a place would tell it", () => {
  const show = ["share prison by prison-of-contact"];
  const sorted = draw(figureData(show), "ranked-dots", {sort: "value"});
  expect(sorted.wide).toBe(draw(figureData(show), "ranked-dots").wide);
});

test("a heat map prints every cell and every total", () => {
  const data = figureData(["count prison by age-group, sex with totals"]);
  expect(text(draw(data, "heat-map").wide)).toEqual(
    expect.arrayContaining(["538", "612", "1,058", "[c]", "All: 1,200"]),
  );
});

test("a map has one hexagon for every area", () => {
  const data = figureData(["share community by area-of-contact"]);
  expect(marks(draw(data, "hex-map").wide, "path", "area").length).toBe(19);
});

test("a line is broken at a value that is not published", () => {
  const data = figureData(["share prison by main-drug"]);
  const [line] = marks(draw(data, "line").wide, "path", "line");
  expect(line?.attributes.d?.match(/M/g)?.length).toBe(2);
});

test("an unknown option is refused by its name, at the figure's place in the text", () => {
  expect(() => draw(figureData(["share prison by sex"]), "bars", {colour: "red"})).toThrow(
    /30-drugs.md:12:1: figure "f": chart bars/,
  );
});

test("a faulty value of an option is refused by its name", () => {
  expect(() => draw(figureData(["share prison by sex"]), "bars", {sort: "size"})).toThrow(/option "sort"/);
});

test("an unknown chart is answered with the nearest known one", () => {
  expect(() => draw(figureData(["share prison by sex"]), "bar")).toThrow(/unknown chart "bar"\. Did you mean "bars"/);
});

test("a cross-table cannot be drawn as bars", () => {
  expect(() => draw(figureData(["count prison by sex, pdu"]), "bars")).toThrow(/spreads over 2 variables/);
});

test("shares of a question with several answers cannot be stacked", () => {
  expect(() => draw(figureData(["share prison by treatment-required"]), "stacked-bar")).toThrow(/do not add up/);
});

test("a map says which area it has no place for", () => {
  expect(() => draw(figureData(["share prison by sex"]), "hex-map")).toThrow(/no place for Male, Female/);
});
