import {describe, expect, test} from "vitest";
import {auditBases} from "../../../src/audit/site/html/auditBases.ts";
import {auditTable} from "../../../src/audit/site/html/auditTables.ts";
import {elementsOf, parsePage, type PageElement} from "../../../src/audit/site/html/parsePage.ts";
import {cellsOf} from "../../../src/audit/site/editionInDist.ts";
import {Findings} from "../../../src/audit/site/finding.ts";
import type {ShownFigure} from "../../../src/audit/site/scope.ts";
import {describeBaseNotes} from "../../../src/site/tidy/describeNotes.ts";
import {readFigureData} from "../../../src/site/tidy/readFigureData.ts";
import {makeTable} from "../../../src/site/tables/makeTable.ts";
import {renderTable} from "../../../src/site/tables/renderTable.ts";
import {parseQuery, type FigureBlock} from "../../../src/publication/index.ts";
import {figureBlock, releasesFor} from "../../site/sample/sampleFigure.ts";

/** A figure as the site sets it and as the audit knows it from the text and the releases. */
function setFigure(show: readonly string[], own: Partial<FigureBlock> = {}) {
  const releases = releasesFor(show);
  const block = {...figureBlock(show, "Share"), ...own};
  const data = readFigureData(block, releases);
  const cells = block.show.flatMap((query) => cellsOf(query, {releases}));
  const figure: ShownFigure = {block, cells, scope: {numbers: new Set(), phrases: []}};
  const table = renderTable(makeTable(data), {id: "one-table"});
  const bases = describeBaseNotes(data).map((words) => `<p class="base">${words}</p>`);
  return {figure, html: `<div id="one">${table}${bases.join("")}</div>`};
}

function find(root: PageElement, name: string): PageElement {
  return elementsOf(root).find((element) => element.name === name)!;
}

/** What the audit finds in a table and its notes on bases. */
function audit(html: string, figure: ShownFigure): readonly string[] {
  const findings = new Findings();
  const root = parsePage(html);
  auditTable(find(root, "table"), {figure, breaks: [], file: "index.html"}, findings);
  auditBases(find(root, "div"), {figure, file: "index.html"}, findings);
  return findings.list.map(({what}) => what);
}

const twoShares = [
  "share prison pdu=yes within residence",
  "share prison sex=male within residence",
  "share prison pdu=yes",
  "share prison sex=male",
];

const figures: readonly (readonly string[])[] = [
  twoShares,
  ["share prison, community by main-drug"],
  ["share prison by age-group within sex"],
  ["share prison by sex among stated", "share prison by sex among pdu=yes"],
  ["share prison by sex", "share prison by sex in previous"],
  ["mean age prison by sex", "mean age prison"],
  ["count prison by age-group, sex with totals"],
  ["share prison, community pdu=yes", "share prison, community sex=female"],
  ["share community sex=male within area-of-contact", "value prevalence.target area=kent"],
  ["value prevalence.estimate by area", "value prevalence.rate by area"],
  ["share prison, women by age-group"],
  ["count women by age-group", "count prison by age-group"],
  ["share users by sex among stated"],
  ["mean age users by sex", "mean age community by sex"],
];

test.each(figures.map((show) => [show.join("; "), show] as const))("%s: nothing is found as it is set", (_, show) => {
  const {figure, html} = setFigure(show);
  expect(audit(html, figure)).toEqual([]);
});

test("a note that does not say what makes a population a part of another is found", () => {
  const {figure, html} = setFigure(["share users by sex"]);
  for (const words of [" (main drug: heroin)", " who were problematic drug users"]) {
    expect(html).toContain(words);
    expect(audit(html.replace(words, ""), figure).join()).toContain("is the base of no query of this figure");
  }
});

test("a number of one row or column is found in every other one", () => {
  const {figure, html} = setFigure(twoShares);
  const cells = [...html.matchAll(/<td[^>]*>([\d,]+%?)<\/td>/g)];
  expect(cells.length).toBeGreaterThan(20);
  for (const [index, {0: cell, 1: own = ""}] of cells.entries()) {
    const other = cells.slice(index + 1).find(([, number]) => number !== own)?.[1];
    if (other === undefined) continue;
    const at = cells[index]!.index;
    const changed = html.slice(0, at) + cell.replace(`>${own}<`, `>${other}<`) + html.slice(at + cell.length);
    expect(audit(changed, figure).join("\n")).toContain(`${other} stands in a cell whose row and column`);
  }
});

test("the whole of one column is found under another, and columns that change their names", () => {
  const {figure, html} = setFigure(twoShares);
  const last = html.lastIndexOf('<tr class="total">');
  const [first, second] = [...html.slice(last).matchAll(/<td[^>]*>([\d,]+)<\/td>/g)].map(([, number]) => number);
  expect(first).not.toBe(second);
  const [pdu, men] = ["Problematic drug user", "Sex: male"];
  const renamed = html.replace(`>${pdu}<`, ">?<").replace(`>${men}<`, `>${pdu}<`).replace(">?<", `>${men}<`);
  expect(audit(renamed, figure).join("\n")).toContain(`"${men}" is no name of the query in that column`);
  const alike = html.replace(`>${men}<`, `>${pdu}<`);
  expect(audit(alike, figure).join("\n")).toContain("is no name of the query in that column");
});

test("a column that no query asks is found", () => {
  const {figure, html} = setFigure(["share prison, community by sex"]);
  const more = html.replace('<th scope="colgroup"', '<th scope="colgroup" colspan="1">More</th><th scope="colgroup"');
  expect(audit(more, figure)).toContain("the table has not one column, or group of columns, for each of its queries");
});

test.each([
  ["of another number", /Base: ([\d,]+) prison clients/, "Base: 1,199 prison clients"],
  ["without what narrows it", / who were problematic drug users/, ""],
  ["of another population", /prison clients who/, "community clients who"],
])("a base %s is found", (_, from, to) => {
  const {figure, html} = setFigure(["share prison by sex among pdu=yes"]);
  expect(html).toMatch(from);
  const found = audit(html.replace(from, to), figure);
  expect(found.join("\n")).toContain("is the base of no query of this figure");
  expect(found.join("\n")).toContain('no note tells the whole base of "share prison by sex among pdu=yes"');
});

test("numbers of a divided base that are exchanged are found", () => {
  const {figure, html} = setFigure(["share prison by age-group within sex"]);
  const exchanged = html.replace(/: ([\d,]+) male, ([\d,]+) female/, ": $2 male, $1 female");
  expect(exchanged).not.toBe(html);
  expect(audit(exchanged, figure).join("\n")).toContain("is the base of no query of this figure");
});

describe("in a table with words of its own", () => {
  const texts = ["mean age prison by sex", "mean age community by sex"];
  const [first, second] = texts.map((text) => parseQuery(text));
  const show = [
    {...first!, heading: "Inside"},
    {...second!, heading: "Outside"},
  ];
  const own = {show, omit: ["not-stated"], heading: "Men and women"} as const;

  test("nothing is found as it is set", () => {
    const {figure, html} = setFigure(texts, own);
    expect(html).toContain("Inside");
    expect(html).not.toContain('<th scope="row">Not stated');
    expect(audit(html, figure)).toEqual([]);
  });

  test("what stands over the names of the rows is found where it is altered", () => {
    const {figure, html} = setFigure(texts, own);
    const altered = audit(html.replace(">Men and women<", ">Age group<"), figure);
    expect(altered.join()).toContain('"Age group" stands over the names of the rows');
    const plain = setFigure(texts);
    const renamed = audit(plain.html.replace(">Sex<", ">Age group<"), plain.figure);
    expect(renamed.join()).toContain('"Age group" stands over the names of the rows');
  });

  test("headings that are exchanged are found", () => {
    const {figure, html} = setFigure(texts, own);
    const exchanged = html.replace(">Inside<", ">?<").replace(">Outside<", ">Inside<").replace(">?<", ">Outside<");
    expect(audit(exchanged, figure)).toContain('"Outside" is no name of the query in that column');
  });

  test("the note on what is left out has to stand, and to name that", () => {
    const {figure, html} = setFigure(texts, own);
    expect(audit(html.replace(/<p class="base">Not shown.*?<\/p>/, ""), figure)).toEqual([
      'no note says that "Not stated" is left out',
    ]);
    expect(audit(html.replace("“Not stated”", "“Female”"), figure).join()).toContain("is the base of no query");
  });
});
