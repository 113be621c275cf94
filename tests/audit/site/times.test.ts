import {expect, test} from "vitest";
import {elements, numberOf} from "../../site/sample/readDrawing.ts";
import {drawn, found, shownFigure} from "./shownFigure.ts";

const show = ["value referrals.received by quarter"];
const milestones = [
  {at: "2011-06", text: "A second team began"},
  {at: "q1-2013-14", letter: "D", text: "Forms were counted anew"},
];
const {wide, description} = drawn({chart: "line", show, options: {milestones}});
const figure = shownFigure(show, undefined, {milestones});
const dots = elements(wide, "circle");

test("quarters stand at their true distances: those of more days further apart", () => {
  const [first = NaN, second = NaN, third = NaN] = dots.map((dot) => numberOf(dot, "cx"));
  // From mid-May to mid-August are 92 days, and from there to mid-November 92; whole quarters have 91 and 92.
  expect((second - first) / (third - second)).toBeCloseTo(92 / 92, 2);
  expect(wide).toMatch(/data-scales="[^"]*x utc 2010-05-16 2014-02-15 \|/);
  expect(found(wide, figure)).toEqual([]);
});

test("milestones are lettered, explained, and told to who does not see them", () => {
  expect(wide).toContain(">A, June 2011: A second team began<");
  expect(wide).toContain(">D, Q1 2013/14: Forms were counted anew<");
  expect(description).toContain("Milestone A, June 2011: A second team began.");
});

test("a dot at another time is found, and so is a scale of time that ends elsewhere", () => {
  const [dot = ""] = /<circle[^>]*x-time[^>]*>/.exec(wide) ?? [];
  const moved = dot.replace(/ cx="([\d.]+)"/, (_, x: string) => ` cx="${String(Number(x) + 0.3)}"`);
  expect(found(wide.replace(dot, moved), figure)).toContain(
    "<circle> a shape stands at another time than its period is",
  );
  expect(found(wide.replace("2014-02-15", "2014-03-15"), figure)).toContain(
    "<svg> a scale of time ends at no period of the figure",
  );
});

test("an upright line at a month that the text does not name is found", () => {
  expect(found(wide, shownFigure(show))).toContain("<line> a line is at no tick and leads from no shape to another");
});

test("the line to compare with stands at its number and is named, and is found where it is moved", () => {
  const compared = ["share prison main-drug=heroin within quarter", "value prevalence.target area=kent"];
  const {wide: withTarget} = drawn({chart: "line", show: compared});
  const line = /<line[^>]*stroke-dasharray="6 3"[^>]*>/.exec(withTarget)?.[0] ?? "";
  expect(withTarget).toMatch(/>Dashed line across: [^<]*\d+\.\d%</);
  expect(found(withTarget, shownFigure(compared))).toEqual([]);
  const moved = line.replace(/( y[12]=")([\d.]+)/g, (_, start: string, y: string) => start + String(Number(y) + 1));
  expect(found(withTarget.replace(line, moved), shownFigure(compared))).toContain(
    "<line> a shape stands elsewhere than its released value is",
  );
});

test.each([
  [{milestones: [{at: "2009-01", text: "Before"}]}, /lies outside the times drawn/],
  [{milestones: [{at: "never", text: "Never"}]}, /neither a category of quarter nor a month/],
  [{milestones: [{at: "2011-06", letter: "AA", text: "x"}]}, /letter/],
])("%j is refused", (options, message) => {
  expect(() => drawn({chart: "line", show, options})).toThrow(message);
});

test("a line of shares stands at the released numbers, and a dot of it at its whole percent is found", () => {
  const asked = {chart: "line", show: ["share prison main-drug=heroin within quarter"]};
  const shares = shownFigure(asked.show);
  const svg = drawn(asked).wide;
  expect(found(svg, shares)).toEqual([]);
  const [, from, to, foot, top] = /y linear (\S+) (\S+) \| (\S+) (\S+?)[;"]/.exec(svg)?.map(Number) ?? [];
  const at = (percent: number) =>
    (foot ?? NaN) + ((percent - (from ?? NaN)) / ((to ?? NaN) - (from ?? NaN))) * ((top ?? NaN) - (foot ?? NaN));
  const values = shares.cells.flatMap(({cell}) => (cell.status === "published" ? cell.value : []));
  const value = values.find((one) => Math.abs(at(one) - at(Math.round(one))) > 0.5) ?? NaN;
  const rounded = svg.replace(
    `cy="${String(Number(at(value).toFixed(2)))}"`,
    `cy="${at(Math.round(value)).toFixed(2)}"`,
  );
  expect(rounded).not.toBe(svg);
  expect(found(rounded, shares)).toContain("<circle> a shape stands elsewhere than its released value is");
});
