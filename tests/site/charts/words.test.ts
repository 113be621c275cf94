import {expect, test} from "vitest";
import {drawFigure} from "../../../src/site/charts/drawFigure.ts";
import {textBoxes} from "../sample/readDrawing.ts";
import {figureData, geography, position} from "../sample/sampleFigure.ts";

const draw = (show: readonly string[], chart: string) =>
  drawFigure(figureData(show), {id: "f", chart, options: {}, position, title: "Most were men", credits, geography});
const credits = ["Source: A report, A publisher.", "Synthetic data: the numbers describe nobody."];
const words = (svg: string) => textBoxes(svg).map(({text}) => text);

test("a file has in its picture what was found, what is shown, its bases and its source", () => {
  const {file, wide, bases} = draw(["share prison by sex"], "bars");
  const [title, over, ...rest] = words(file);
  expect([title, over]).toEqual([
    "Most were men",
    "Share of clients, prison clients, South East, April 2007 to March 2008",
  ]);
  expect(rest.slice(-3)).toEqual([...bases, ...credits]);
  expect(words(wide)).not.toContain("Most were men");
});

test("a key of the classes that it shows stands above a map, and nought only where it is shown", () => {
  const {wide} = draw(["count prison, community by residence"], "hex-map");
  expect(words(wide).slice(0, 4)).toEqual(["under 20", "20 to 49", "50 to 89", "90 or more clients"]);
});

test("an axis of means says their unit, and one of shares bears its sign", () => {
  expect(words(draw(["mean age prison by prison-of-contact"], "ranked-dots").wide)).toContain("years");
  expect(words(draw(["share prison by prison-of-contact"], "ranked-dots").wide)).toContain("5%");
});

test("the notes of a phone's drawing explain what is drawn there", () => {
  const drawn = draw(["count prison by prison-of-contact, residence"], "heat-map");
  expect(drawn.explanations.join(" ")).toMatch(/The stronger a cell's colour/);
  expect(drawn.narrowExplanations?.join(" ")).toMatch(/^Under each name stand its largest published cells\./);
  expect(drawn.narrowExplanations?.join(" ")).not.toMatch(/colour|Bars/);
  expect(words(drawn.narrow)).toContain("cells [c]");
});

test("shapes stand at the printed number: two shares that are printed alike are alike", () => {
  const data = figureData(["share prison by main-drug"]);
  const [panel] = data.panels;
  const rows = panel!.rows.map((row, index) =>
    index < 2 ? {...row, cell: {status: "published", value: 12, count: 118 + 2 * index, of: 1000} as const} : row,
  );
  const {wide} = drawFigure(
    {...data, panels: [{...panel!, rows}]},
    {id: "f", chart: "bars", options: {}, position, title: "T"},
  );
  const widths = [...wide.matchAll(/<rect class="bar"[^>]* width="([\d.]+)"/g)].map(([, width]) => width);
  expect(widths[0]).toBe(widths[1]);
});
