import {describe, expect, test} from "vitest";
import {readme} from "../../../src/site/formats/zip/readme.ts";
import {tidyCsv} from "../../../src/site/formats/csv/tidyCsv.ts";
import {describeFigure} from "../../../src/site/tidy/describeFigure.ts";
import {describeExplanations} from "../../../src/site/tidy/describeNotes.ts";
import type {FigureData} from "../../../src/site/tidy/figureData.ts";
import {makeTable} from "../../../src/site/tables/makeTable.ts";
import {figureData} from "../sample/sampleFigure.ts";

const rounding = "Counts are rounded to multiples of five.";

/** The sexes of prison clients, the first withheld as small and the second for its sake. */
function withTwoMarks(): FigureData {
  const data = figureData(["count prison by sex"]);
  const marks = ["small", "further"] as const;
  const rows = data.rows.map((row, at) => {
    const mark = marks[at];
    return mark === undefined ? row : {...row, cell: {status: "suppressed", mark} as const};
  });
  return {...data, mark: {small: "*", further: "†"}, rows, panels: data.panels.map((panel) => ({...panel, rows}))};
}

describe("under two marks", () => {
  test("a table has each mark in its place", () => {
    expect(makeTable(withTwoMarks()).rows.map(({cells}) => cells[0]?.text)).toEqual(["*", "†", "0"]);
  });

  test("a figure explains both", () => {
    expect(describeExplanations(withTwoMarks())).toEqual([
      "*: a small count, part of a small group, or what rests on one, withheld to protect confidentiality.",
      "†: withheld so that a small count cannot be worked out, or a mean of too few.",
    ]);
  });

  test("who hears a figure is told what is small", () => {
    expect(describeFigure(withTwoMarks(), "Bar chart")).toContain(
      "2 values are withheld to protect confidentiality; * stands for a small count or what rests on one.",
    );
  });

  test("a download has a column for the marks, and another has none", () => {
    const columns = (data: FigureData) =>
      tidyCsv(data.rows.map((row) => ({row})))
        .split("\n")
        .map((line) => line.split(",").at(-2));
    expect(columns(withTwoMarks()).slice(0, 4)).toEqual(["mark", "small", "further", ""]);
    expect(columns(figureData(["count prison by sex"]))[0]).toBe("missing");
  });
});

describe("rounded counts", () => {
  test("are said to be so under a figure and to who hears it", () => {
    const data = {...figureData(["count prison by sex"]), rounding};
    expect(describeExplanations(data)).toContain(rounding);
    expect(describeFigure(data, "Bar chart")).toContain(rounding);
  });

  test("are said to be so beside the data", () => {
    const words = {
      id: "a",
      title: "A",
      region: "A",
      period: "A",
      publisher: "A",
      contact: "A",
      published: "2009-05-29",
    };
    const notices = [{heading: "Rounded counts", words: rounding}];
    expect(readme({...words, notices, isOfRecords: true, mark: "[c]"}, [])).toContain(`Rounded counts. ${rounding}\n`);
  });
});
