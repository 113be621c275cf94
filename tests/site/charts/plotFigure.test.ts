import {hexagon, line, rect, ruleX, text, type Markish} from "@observablehq/plot";
import {expect, test} from "vitest";
import {plotFigure} from "../../../src/site/charts/parts/plotFigure.ts";
import {along} from "../../../src/site/charts/parts/scale.ts";
import {ink, svgForPage} from "../../../src/site/charts/parts/svg.ts";
import {svgForFile} from "../../../src/site/charts/parts/svgFile.ts";

const size = {width: 100, height: 20};
const words = {id: "f", title: "T", description: "D", over: "Share", under: []};

test("a layer's scale places its marks, and px those of a layer without", () => {
  const x = along([0, 10], [20, 100]);
  const {shapes} = plotFigure(size, [{x, marks: [ruleX([5])]}, {marks: [ruleX([5])]}]);
  expect(shapes.map(({attributes}) => attributes.x1)).toEqual([60, 5]);
});

test("text stands at a place of its own and keeps its lines", () => {
  const label = text([[10, 8]], {text: () => "one\ntwo", dx: 6, fontSize: 10, textAnchor: "start"});
  const [shape] = plotFigure(size, [{marks: [label]}]).shapes;
  expect([shape?.name, shape?.attributes.x]).toEqual(["text", 16]);
  expect(shape?.children.map((child) => typeof child === "object" && child.children)).toEqual([["one"], ["two"]]);
});

test("a hexagon stands round its centre", () => {
  const [shape] = plotFigure(size, [{marks: [hexagon([[50, 10]], {r: 5})]}]).shapes;
  expect(shape?.attributes.d).toBe("M50,15.77L55,12.89L55,7.11L50,4.23L45,7.11L45,12.89Z");
});

test("a colour follows the reader's scheme on a page and is itself in a file", () => {
  const drawing = plotFigure(size, [{marks: [rect([0], {x1: 0, x2: 9, y1: 0, y2: 9, fill: ink("ink")})]}]);
  expect(svgForPage(drawing, words)).toContain('height="9" fill="var(--figure-ink, #1D2329)"');
  expect(svgForFile(drawing, words)).toContain('height="9" fill="#1D2329"');
});

test("what needs a style or an identifier is refused, and so is a curve", () => {
  const draw = (mark: Markish) => plotFigure(size, [{marks: [mark]}]);
  const points = [0, 5, 9].map((x) => [x, x % 2]);
  expect(() => draw(ruleX([5], {mixBlendMode: "multiply"}))).toThrow(/attribute "style"/);
  expect(() => draw(ruleX([5], {clip: true}))).toThrow(/attribute "(id|clip-path)"/);
  expect(() => draw(line(points, {curve: "natural"}))).toThrow(/path of curves/);
});
