import {describe, expect, test} from "vitest";
import {sampleCharts} from "../../site/sample/sampleCharts.ts";
import {alterations} from "./alterDrawing.ts";
import {drawn, found, shownFigure} from "./shownFigure.ts";

describe.each(sampleCharts)("$name", (asked) => {
  const figure = shownFigure(asked.show, undefined, asked.options);
  const drawing = drawn(asked);

  describe.each(["wide", "narrow"] as const)("in the %s drawing", (size) => {
    test("nothing is found as it is drawn", () => {
      expect(found(drawing[size], figure)).toEqual([]);
    });

    test.each(alterations)("%s is found", (_, alter) => {
      const altered = alter(drawing[size]);
      expect(altered.filter((svg) => found(svg, figure).length === 0).length).toBe(0);
    });
  });
});

test.each(alterations)("%s is tried on some chart", (_, alter) => {
  expect(sampleCharts.some((asked) => alter(drawn(asked).wide).length > 0)).toBe(true);
});

const bars = {chart: "bars", show: ["share prison by main-drug"]};

test("a claim on a cell of another figure is found", () => {
  const other = drawn({chart: "bars", show: ["share community by main-drug"]});
  expect(found(other.narrow, shownFigure(bars.show))).toContain(
    "<rect> a shape names a cell that is none of this figure's own",
  );
});

test("a bar for a withheld cell is found, however long it is", () => {
  const {narrow} = drawn(bars);
  const key = /data-channel="mark" data-cell="([^"]*)"/.exec(narrow)?.[1] ?? "";
  const bar = `<rect class="bar" x="0" y="0" width="20" height="16" fill="var(--figure-population-1, #12436D)" data-channel="x" data-scale="0" data-cell="${key}"/>`;
  expect(found(narrow.replace("</svg>", `${bar}</svg>`), shownFigure(bars.show))).toContain(
    "<rect> a shape shows a number that is withheld or not there",
  );
});

test.each([
  ["an upright line at no tick", '<line x1="33.3" x2="33.3" y1="0" y2="50" stroke="var(--figure-rule, #8A9199)"/>'],
  ["a line of a length of its own", '<line x1="0" x2="77.7" y1="30" y2="30" stroke="var(--figure-grid, #DDDFE2)"/>'],
  [
    "a box in the colour of paper with an edge",
    '<rect x="0" y="0" width="33" height="16" fill="var(--figure-paper, #FFFFFF)" stroke="red"/>',
  ],
  ["a box as long as a value", '<rect x="0" y="0" width="33" height="16" fill="var(--figure-grid, #DDDFE2)"/>'],
  ["a dot", '<circle class="dot" cx="66.6" cy="40" r="6" fill="red"/>'],
  ["a filled path", '<path d="M0,0L9,0L9,9Z" fill="red"/>'],
  ["a sign in the place of a text", '<text x="66.6" y="40" font-size="14">•</text>'],
  ["a path whose points nobody reads", '<path d="M0 0L9 9" fill="none"/>'],
  ["a curve", '<path d="M0,0C9,9 5,5 3,3" fill="none"/>'],
  ["a line as thick as a value", '<line x1="0" x2="0" y1="0" y2="50" stroke="red" stroke-width="33"/>'],
  ["letters as large as a value", '<text x="9" y="9" font-size="33">Women</text>'],
  ["an ellipse", '<ellipse cx="9" cy="9" rx="3" ry="3"/>'],
  ["a number", '<text x="9" y="9" font-size="14">12%</text>'],
  ["a shape within a shape", '<g><rect x="0" y="0" width="33" height="16"/></g>'],
])("%s passed off as decoration is found", (_, shape) => {
  const {narrow} = drawn(bars);
  expect(found(narrow.replace("</svg>", `${shape}</svg>`), shownFigure(bars.show))).not.toEqual([]);
});

test("a line from nought to the one dot of a row of two series is found: what is not there is no nought", () => {
  const show = ["share prison, community by treatment-required"];
  const {wide} = drawn({chart: "dots", show});
  const dots = [...wide.matchAll(/<circle class="dot" cx="([\d.]+)" cy="([\d.]+)"[^>]*data-cell/g)];
  const [, x = "", y = ""] = dots.find(([, , at]) => dots.filter(([, , other]) => at === other).length === 1) ?? [];
  const [, start = ""] = /x linear 0 [\d.]+ \| ([\d.]+)/.exec(wide) ?? [];
  const line = `<line x1="${start}" x2="${x}" y1="${y}" y2="${y}" stroke="var(--figure-rule, #8A9199)"/>`;
  expect(found(wide.replace("</svg>", `${line}</svg>`), shownFigure(show))).toEqual([
    "<line> a line is at no tick and leads from no shape to another",
  ]);
});

test("numbers hidden in the names of scales are found", () => {
  const {narrow} = drawn(bars);
  const figure = shownFigure(bars.show);
  for (const scale of [
    "x linear 0 987654 | 0 100",
    "x point 3-women | 0 100",
    "x linear 0 32 | 0 987654",
    "z linear 0 3 | 0 9",
  ])
    expect(found(narrow.replace(/data-scales="/, `data-scales="${scale}; `), figure)).not.toEqual([]);
});

test("two names that change places are found, and so are two numbers", () => {
  const {wide} = drawn(bars);
  const figure = shownFigure(bars.show);
  const swap = (svg: string, one: string, other: string) =>
    svg.replace(`>${one}<`, ">#<").replace(`>${other}<`, `>${one}<`).replace(">#<", `>${other}<`);
  expect(found(swap(wide, "Heroin", "Crack"), figure)).toContain(
    "<text> a name stands by the shape of another category",
  );
  expect(found(swap(wide, "32%", "12%"), figure)).toHaveLength(2);
  const texts = [...wide.matchAll(/<text[^>]*data-channel="text"[^>]*>[^<]*<\/text>/g)].map(([text]) => text);
  const [first = "", second = ""] = texts;
  const at = (text: string, like: string) => text.replace(/ y="[^"]*"/, / y="[^"]*"/.exec(like)?.[0] ?? "");
  const moved = wide.replace(first, at(first, second)).replace(second, at(second, first));
  expect(found(moved, figure)).toContain("<text> a number stands by a shape of another cell than its own");
});
