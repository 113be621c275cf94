import {describe, expect, test} from "vitest";
import {parseQuery, type FigureBlock} from "../../../src/publication/index.ts";
import {drawFigure} from "../../../src/site/charts/drawFigure.ts";
import {makeTable} from "../../../src/site/tables/makeTable.ts";
import {describeBaseNotes} from "../../../src/site/tidy/describeNotes.ts";
import {readFigureData} from "../../../src/site/tidy/readFigureData.ts";
import {figureBlock, position, releasesFor} from "../sample/sampleFigure.ts";

interface Asked {
  readonly query: string;
  readonly heading?: string;
}

/** The data of a figure whose columns have headings of their own, and which may leave categories out. */
function dataOf(show: readonly Asked[], own: Partial<FigureBlock> = {}) {
  const texts = show.map(({query}) => query);
  const queries = show.map(({query, heading}) => ({...parseQuery(query), ...(heading !== undefined && {heading})}));
  return readFigureData({...figureBlock(texts, "Share"), show: queries, ...own}, releasesFor(texts));
}

const columnsOf = (show: readonly Asked[]) => makeTable(dataOf(show)).columns.map(({heading}) => heading);
const bySex = [{query: "share prison by sex"}];

describe("a heading", () => {
  test("of a query stands over its own numbers, beside the builder's columns", () => {
    expect(columnsOf([{query: "share prison by sex", heading: "Of all seen"}])).toEqual(["Number", "Of all seen"]);
  });

  test("of a query whose numbers stand alone is the column's, in place of the series' name", () => {
    const show = [{query: "mean age prison by sex", heading: "Mean age"}, {query: "mean age community by sex"}];
    expect(columnsOf(show)).toEqual(["Mean age", "Community"]);
  });

  test("of a figure stands over the names of its rows", () => {
    expect(makeTable(dataOf(bySex, {heading: "Men and women"})).corner).toBe("Men and women");
  });

  test("that two columns would have is refused", () => {
    const twice = ["prison", "community"].map((name) => ({query: `mean age ${name} by sex`, heading: "Mean age"}));
    expect(() => columnsOf(twice)).toThrow('two columns of a table would be headed "Mean age"');
  });
});

describe("what is left out", () => {
  const omit = ["not-stated"] as const;

  test("has no row, is named in the note on bases, and stays in the data", () => {
    const [whole, shown] = [dataOf(bySex), dataOf(bySex, {omit})];
    expect(makeTable(shown).rows.map(({heading}) => heading)).toEqual(["Male", "Female"]);
    expect(describeBaseNotes(shown)).toEqual([
      ...describeBaseNotes(whole),
      "Not shown, and counted all the same: “Not stated” (sex); the data file has the numbers.",
    ]);
    expect(shown.rows).toEqual(whole.rows);
  });

  test("may stand across a table too", () => {
    const crossed = dataOf([{query: "count prison by age-group, sex with totals"}], {omit});
    expect(makeTable(crossed).columns.map(({heading}) => heading)).toEqual(["Male", "Female", "Total"]);
  });

  test("has to be there", () => {
    const nowhere = {omit: ["outside"]} as const;
    expect(() => dataOf(bySex, nowhere)).toThrow('figure "sample" leaves out outside, and no category');
  });

  const draw = (chart: string) =>
    drawFigure(dataOf(bySex, {omit}), {id: "sample", chart, options: {}, position, title: "Sex"});

  test("has no shape, and is no part of a bar that adds to one", () => {
    expect(draw("bars").wide).not.toContain("Not stated");
    expect(() => draw("stacked-bar")).toThrow("ask the shares among stated");
  });

  test("is said in the drawing, whatever the chart leaves out by itself", () => {
    expect(draw("bars").wide).toContain('data-leaves-out="not-stated"');
  });
});
