import {describe, expect, test} from "vitest";
import {Findings} from "../../../src/audit/site/finding.ts";
import {auditCsv} from "../../../src/audit/site/csv/auditCsv.ts";
import {auditTable} from "../../../src/audit/site/html/auditTables.ts";
import {elementsOf, parsePage} from "../../../src/audit/site/html/parsePage.ts";
import {scopesOf} from "../../../src/audit/site/scope.ts";
import {leafBlocks, type CellAddress, type TableBlock} from "../../../src/publication/index.ts";
import type {Cell} from "../../../src/release/index.ts";
import {tidyCsv} from "../../../src/site/formats/csv/tidyCsv.ts";
import {makeTable} from "../../../src/site/tables/makeTable.ts";
import {renderTable} from "../../../src/site/tables/renderTable.ts";
import {readFigureData} from "../../../src/site/tidy/readFigureData.ts";
import {faultsOf} from "../../publication/project.ts";
import {publishHeld, releaseWith, shareOf} from "./heldReport.ts";

const scorecard = (status: string, ...show: readonly string[]): string =>
  [
    "::: table scorecard",
    "title: Plans",
    "measure: Plans",
    `status: ${status}`,
    `show: [${show.join(", ")}]`,
    ":::",
  ].join("\n");

/** Kent is above the target of 80% by more than chance, Surrey below it, and of others too few are counted. */
const byResidence: Readonly<Record<string, Cell>> = {
  kent: shareOf(1800, 2000),
  surrey: shareOf(1400, 2000),
  elsewhere: {status: "suppressed"},
};

function shareAt(address: CellAddress): Cell {
  const place = "base" in address ? address.base.residence : undefined;
  return (place === undefined ? undefined : byResidence[place]) ?? shareOf(4100, 5000);
}

function tableOf(text: string) {
  const publication = publishHeld(text);
  const release = releaseWith(publication, shareAt);
  const releases = new Map([["this", release]]);
  const [block] = leafBlocks(publication.chapters[0]!.blocks) as [TableBlock];
  const table = makeTable(readFigureData(block, releases));
  const html = renderTable(table, {id: "scorecard-table"});
  const {figures} = scopesOf({publication, release, releases});
  const audit = (page: string): readonly string[] => {
    const findings = new Findings();
    const root = elementsOf(parsePage(page)).find(({name}) => name === "table")!;
    auditTable(root, {figure: figures.get("scorecard")!, breaks: [], file: "index.html"}, findings);
    return findings.list.map(({what}) => what);
  };
  const scopes = scopesOf({publication, release, releases});
  const csv = tidyCsv(readFigureData(block, releases).rows.map((row) => ({row})));
  const auditFile = (file: string): readonly string[] => {
    const findings = new Findings();
    auditCsv(
      {file: "scorecard.csv", text: file, scopes, figure: scopes.figures.get("scorecard")!, phrases: []},
      findings,
    );
    return findings.list.map(({what}) => what);
  };
  const rows = table.rows.map(({heading, cells}) => [heading, ...cells.map(({text: shown}) => shown)]);
  return {table, html, audit, rows, csv, auditFile};
}

describe("a scorecard", () => {
  const target = tableOf(scorecard("target", "indicator plan by residence"));

  test("has beside each number its interval and, in words, how it stands to the target, which has a row", () => {
    expect(target.table.columns.map(({heading}) => heading)).toEqual([
      "Number",
      "Base",
      "Share",
      "95% interval",
      "Against target",
    ]);
    expect(target.rows).toEqual([
      ["kent", "1,800", "2,000", "90%", "88.6% to\u00a091.2%", "better"],
      ["surrey", "1,400", "2,000", "70%", "68.0% to\u00a072.0%", "worse"],
      ["elsewhere", "[c]", "[c]", "[c]", "[c]", "[c]"],
      ["not-stated", "4,100", "5,000", "82%", "80.9% to\u00a083.0%", "better"],
      ["Target", "[z]", "[z]", "80%", "[z]", "[z]"],
    ]);
  });

  test("names its headings in every cell", () => {
    const cells = [...target.html.matchAll(/<td[^>]*>/g)].map(([cell]) => cell);
    expect(cells.length).toBe(25);
    expect(
      cells.filter((cell) => !/headers="scorecard-table-r\d scorecard-table-g0 scorecard-table-c\d"/.test(cell)),
    ).toEqual([]);
  });

  test("turns its words where the lower number is the better one", () => {
    const {rows} = tableOf(scorecard("target", "indicator refused by residence"));
    expect(rows.map((row) => row.at(-1))).toEqual(["worse", "better", "[c]", "worse", "[z]"]);
  });

  test("of two indicators holds each against its own target", () => {
    const {table, rows, audit, html} = tableOf(
      scorecard("target", "indicator plan by residence", "indicator neither by residence"),
    );
    expect(table.groups?.map(({heading}) => heading)).toEqual(["Clients with a plan", "Men"]);
    expect(rows[0]!.filter((text) => ["better", "above"].includes(text))).toEqual(["better", "above"]);
    expect(rows.at(-1)!.filter((text) => text === "80%")).toHaveLength(2);
    expect(audit(html)).toEqual([]);
  });

  test("prints a share with the decimals of its indicator, and with no others", () => {
    const {rows, audit, html} = tableOf(scorecard("target", "indicator neither by residence"));
    expect(rows[0]).toEqual(["kent", "1,800", "2,000", "90.0%", "88.6% to\u00a091.2%", "above"]);
    expect(audit(html)).toEqual([]);
    expect(audit(html.replace(">90.0%<", ">90.1%<"))).toEqual([expect.stringContaining("90.1% stands in a cell")]);
  });

  test("holds a place against the region that it is a part of", () => {
    const {rows} = tableOf(scorecard("benchmark", "indicator plan by residence"));
    expect(rows[0]).toContain("better");
    expect(rows.at(-1)!.slice(0, 5)).toEqual(["All", "4,100", "5,000", "82%", "80.9% to\u00a083.0%"]);
  });

  test("is what the audit reads in it", () => {
    expect(target.audit(target.html)).toEqual([]);
  });

  test.each([
    [">better<", ">worse<", "is not how the released numbers stand"],
    [">worse<", ">cannot be told<", "is not how the released numbers stand"],
    ["88.6% to", "88.7% to", "88.7% stands in a cell"],
    [">80%<", ">81%<", "81% stands in a cell"],
  ])("that says %s and should not is found", (from, to, what) => {
    const changed = target.html.replace(from, to);
    expect(changed).not.toBe(target.html);
    expect(target.audit(changed)).toEqual([expect.stringContaining(what)]);
  });

  test("says in its file how each number stands, and to what, and the audit judges it", () => {
    const {csv, auditFile} = target;
    const standings = csv.split("\n").map((line) => line.split(",").slice(-3, -1).join());
    expect(standings.slice(0, 4)).toEqual(["standing,held_against", "better,target", "worse,target", ","]);
    expect(auditFile(csv)).toEqual([]);
    const wrong = "standing is not what the released numbers bear out";
    expect(auditFile(csv.replace("better,target", "worse,target"))).toEqual([wrong]);
    expect(auditFile(csv.replace("better,target", "better,the region"))).toEqual([wrong]);
    expect(auditFile(csv.replace(/,,,yes\n/, ",better,target,yes\n"))).toContain(wrong);
  });

  test("that tells how a withheld number stands is found", () => {
    const at = target.html.lastIndexOf("<td", target.html.indexOf("not-stated"));
    const changed = `${target.html.slice(0, at)}${target.html.slice(at).replace(/<span class="withheld">.*?<\/span><\/span>/, "better")}`;
    expect(target.audit(changed)).toEqual([expect.stringContaining('"better" is not how')]);
  });

  test.each([
    [scorecard("target", "share community sex=male within residence"), "is no indicator by one variable"],
    [scorecard("target", "indicator plan"), "is no indicator by one variable"],
    [scorecard("target", "target plan"), "is no indicator by one variable"],
    [scorecard("benchmark", "indicator refused by residence"), 'the indicator "refused" has no benchmark'],
    [scorecard("targets", "indicator plan by residence"), "status"],
  ])("%s is refused", (text, what) => {
    expect(faultsOf(() => publishHeld(text))[0]).toContain(what);
  });
});
