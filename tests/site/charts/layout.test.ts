import {describe, expect, test} from "vitest";
import {drawFigure} from "../../../src/site/charts/drawFigure.ts";
import {elements, isWellFormed, outside, overlaps, sizeOf, struckThrough, textBoxes} from "../sample/readDrawing.ts";
import {sampleCharts} from "../sample/sampleCharts.ts";
import {figureData, geography, position} from "../sample/sampleFigure.ts";

const credits = ["Source: A report, A publisher.", "Synthetic data: the numbers describe nobody."];

describe.each(sampleCharts)("$name", ({name, chart, show, options = {}}) => {
  const drawn = drawFigure(figureData(show), {
    id: name,
    chart,
    options,
    position,
    title: "A finding",
    credits,
    geography,
  });

  test.each(["wide", "narrow"] as const)("keeps its text within the %s drawing", (size) => {
    expect(textBoxes(drawn[size]).length).toBeGreaterThan(4);
    expect(outside(textBoxes(drawn[size]), sizeOf(drawn[size]))).toEqual([]);
  });

  test.each(["wide", "narrow"] as const)("has no text upon text in the %s drawing", (size) => {
    expect(overlaps(textBoxes(drawn[size]))).toEqual([]);
  });

  test.each(["wide", "narrow"] as const)("has no line through text in the %s drawing", (size) => {
    expect(struckThrough(drawn[size], textBoxes(drawn[size]))).toEqual([]);
  });

  test("is 320 px wide on a phone", () => {
    expect(sizeOf(drawn.narrow).width).toBe(320);
  });

  test("brings no style of its own, so that a strict content security policy lets it be", () => {
    expect(drawn.wide + drawn.narrow + drawn.file).not.toMatch(/<style|style=/);
  });

  test("is named for readers who do not see it", () => {
    const [root] = elements(drawn.wide, "svg");
    expect([root?.attributes.role, root?.attributes["aria-label"]]).toEqual(["img", drawn.description]);
  });

  test("takes its colours from the reader's scheme on a page and holds its own in a file", () => {
    expect(drawn.wide).toContain("var(--figure-");
    expect(drawn.wide).not.toMatch(/(fill|stroke)="#/);
    expect(drawn.file).not.toContain("var(");
  });

  test("prints no text under 14 px", () => {
    const sizes = [...`${drawn.wide}${drawn.narrow}`.matchAll(/font-size="([\d.]+)"/g)].map(([, size]) => Number(size));
    expect(Math.min(...sizes)).toBe(14);
  });

  test("is well-formed and titled as a file", () => {
    expect(isWellFormed(drawn.file)).toBe(true);
    expect(elements(drawn.file, "title")[0]?.inner).toBe("A finding");
  });

  test("looks as it did when it was last looked at", async () => {
    await expect(drawn.file).toMatchFileSnapshot(`../../golden/charts/${name}.svg`);
    await expect(drawn.narrow).toMatchFileSnapshot(`../../golden/charts/${name}-narrow.svg`);
  });
});

test("the same figure drawn twice is the same bytes", () => {
  const show = ["share prison, community by main-drug"];
  const draw = () => drawFigure(figureData(show), {id: "twice", chart: "dots", options: {}, position, title: "T"});
  expect(draw()).toEqual(draw());
});
