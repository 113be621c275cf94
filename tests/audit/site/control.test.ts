import {describe, expect, test} from "vitest";
import type {Release} from "../../../src/release/index.ts";
import {releasesFor} from "../../site/sample/sampleFigure.ts";
import {drawn, found, shownFigure} from "./shownFigure.ts";

const ofValues = ["value referrals.received by quarter"];
const ofShares = ["share prison main-drug=heroin within quarter"];
const moved = (name: string) => (tag: string) =>
  tag.replace(
    new RegExp(`( ${name}=")([\\d.]+)`),
    (_, start: string, at: string) => `${start}${String(Number(at) + 0.2)}`,
  );

describe.each([
  ["XmR", ofValues],
  ["p", ofShares],
])("a control chart by %s", (kind, show) => {
  const {wide} = drawn({chart: "control", show});
  const figure = shownFigure(show);
  const limit = "<path> a limit is not drawn as its formula says";
  const paths = [...wide.matchAll(/<path[^>]*data-channel="limit"[^>]*>/g)].map(([tag]) => tag);

  test("passes with its middle and two limits", () => {
    expect(wide.match(/data-formula="[^"]* (?:upper|centre|lower)"/g)?.length).toBeGreaterThanOrEqual(3);
    expect(paths).toHaveLength(3);
    expect(found(wide, figure)).toEqual([]);
  });

  test.each([0, 1, 2])("is found with line %i moved up", (at) => {
    const path = paths[at] ?? "";
    const up = path.replace(/,([\d.]+)L/, (_, y: string) => `,${String(Number(y) + 0.2)}L`);
    expect(found(wide.replace(path, up), figure)).toContain(limit);
  });

  test("is found with a limit under another formula, or none", () => {
    const path = paths[0] ?? "";
    expect(found(wide.replace(path, path.replace("upper", "lower")), figure)).toContain(limit);
    expect(found(wide.replace(path, path.replace(/ data-formula="[^"]*"/, "")), figure)).toContain(limit);
    expect(found(wide.replace(path, path.replace(`"${kind} `, kind === "p" ? '"XmR ' : '"p ')), figure)).toContain(
      limit,
    );
  });

  test("is found with a limit of fewer cells than are drawn", () => {
    const path = paths[0] ?? "";
    expect(found(wide.replace(path, path.replace(/data-cell="[^;]*; /, 'data-cell="')), figure)).toContain(limit);
  });

  test("is found with a dot that is moved", () => {
    const [dot = ""] = /<circle[^>]*data-cell[^>]*>/.exec(wide) ?? [];
    expect(found(wide.replace(dot, moved("cy")(dot)), figure)).toContain(
      "<circle> a shape stands elsewhere than its released value is",
    );
  });

  test("is found with another number at its middle", () => {
    const altered = wide.replace(/>(Mean|All) [\d.]+/, ">$1 77.7");
    expect(found(altered, figure)).toContain("<text> a limit is not drawn as its formula says");
  });
});

test("points that signal are told under the drawing and to who does not see it", () => {
  const {wide, description} = drawn({chart: "control", show: ofValues});
  expect(description).toContain("Above the upper limit: Q1 2011/12.");
  expect(description).toContain("Eight or more in a row below the middle: from Q4 2011/12 to Q4 2013/14.");
  expect(wide).toContain(">Q1 2011/12: 291<");
});

test("a number under the name of its row may stand by another's dot, and under another name it may not", () => {
  const {wide} = drawn({chart: "control", show: ofValues});
  const [label = ""] = /<text[^>]*>Q1 2011\/12: 291</.exec(wide) ?? [];
  const apart = label.replace(/ x="[\d.]+"/, ' x="300"');
  expect(apart).not.toBe(label);
  expect(found(wide.replace(label, apart), shownFigure(ofValues))).toEqual([]);
  const renamed = apart.replace(">Q1 2011/12", ">Q2 2011/12");
  expect(found(wide.replace(label, renamed), shownFigure(ofValues))).toContain(
    "<text> a number stands by a shape of another cell than its own",
  );
});

test.each([
  {why: "fewer than eight points", show: ["value trend.clients by year"], message: /fewer than eight points/},
  {
    why: "a point withheld",
    show: ["share community sex=male within area-of-contact"],
    message: /withheld or not there/,
  },
  {why: "two series", show: ["share prison, community pdu=yes within sex"], message: /one series/},
  {
    why: "limits by bases of what has none",
    show: ofValues,
    options: {limits: "p"},
    message: /Write within before times/,
  },
])("with $why, it is refused", ({show, options = {}, message}) => {
  expect(() => drawn({chart: "control", show, options})).toThrow(message);
});

test("percentages of something else may pass a hundred, and none is drawn beyond the plot", () => {
  const release = releasesFor(ofValues).get("this")!;
  const references = release.vocabulary.references.map((reference) => ({
    ...reference,
    columns: reference.columns.map((column) => ({...column, unit: "percent"})),
  }));
  const inPercent: Release = {
    ...release,
    vocabulary: {...release.vocabulary, references},
    answer: (query) => release.answer(query).map((answer) => ({...answer, release: inPercent})),
  };
  const {wide} = drawn({chart: "control", show: ofValues}, {releases: new Map([["this", inPercent]])});
  const places = [...wide.matchAll(/<circle[^>]* cy="(-?[\d.]+)"/g)].map(([, cy]) => Number(cy));
  expect(places.length).toBeGreaterThan(7);
  const [, height] = / height="([\d.]+)"/.exec(wide) ?? [];
  expect(Math.min(...places)).toBeGreaterThan(0);
  expect(Math.max(...places)).toBeLessThan(Number(height));
});
