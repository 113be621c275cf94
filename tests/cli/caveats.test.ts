import {readFileSync, rmSync, writeFileSync} from "node:fs";
import path from "node:path";
import {afterAll, beforeAll, expect, test} from "vitest";
import {scopesOf, type EditionScopes} from "../../src/audit/site/scope.ts";
import {auditCsv} from "../../src/audit/site/csv/auditCsv.ts";
import {drawingFaults} from "../../src/audit/site/drawing/auditDrawing.ts";
import {auditReasons} from "../../src/audit/site/html/auditCaveats.ts";
import {auditTable} from "../../src/audit/site/html/auditTables.ts";
import {elementsOf, parsePage} from "../../src/audit/site/html/parsePage.ts";
import {Findings} from "../../src/audit/site/finding.ts";
import {loadPublication, openProject, parseQuery, type Publication} from "../../src/publication/index.ts";
import {provisionalDaysOf} from "../../src/release/caveats.ts";
import type {Release, Releases} from "../../src/release/index.ts";
import {drawFigure} from "../../src/site/charts/drawFigure.ts";
import {tidyCsv} from "../../src/site/formats/csv/tidyCsv.ts";
import {findTargets} from "../../src/site/prose/findTargets.ts";
import {Reading} from "../../src/site/prose/Reading.ts";
import {renderProse} from "../../src/site/prose/renderProse.ts";
import {makeTable} from "../../src/site/tables/makeTable.ts";
import {renderTable} from "../../src/site/tables/renderTable.ts";
import {describeExplanations} from "../../src/site/tidy/describeNotes.ts";
import {readFigureData} from "../../src/site/tidy/readFigureData.ts";
import {figuresOf} from "../../src/site/views/figuresOf.ts";
import {form, smallProject} from "../confidential/sources/files/smallProject.ts";
import {declared, late, moved, writeTimed} from "./caveatProject.ts";
import {ledgerProject, released, run} from "./ledgerProject.ts";

const root = smallProject();
let publication: Publication;
let release: Release;
let releases: Releases;
let scopes: EditionScopes;

beforeAll(async () => {
  writeTimed(root, declared);
  expect(await run(root, "release", "one")).toMatchObject({exitCode: 0, errors: ""});
  publication = loadPublication(openProject(root), "one");
  release = released(root, "one");
  releases = new Map([["this", release]]);
  scopes = scopesOf({publication, release, releases});
  expect(readFileSync(path.join(root, "data/releases/one/release.json"), "utf8")).toContain(late);
});

afterAll(() => {
  rmSync(root, {recursive: true});
});

const blockOf = (id: string) => figuresOf(publication).find((block) => block.id === id)!;
const dataOf = (id: string) => readFigureData(blockOf(id), releases, publication.report.breaks);
const kinds = (query: string) =>
  release.answer(parseQuery(query)).map(({caveats}) => caveats.map(({kind}) => kind).join(" "));

const tableOf = (id: string): string => renderTable(makeTable(dataOf(id)), {id});
const auditedTable = (id: string, html: string): readonly string[] => {
  const findings = new Findings();
  const root = elementsOf(parsePage(html)).find(({name}) => name === "table")!;
  auditTable(root, {figure: scopes.figures.get(id)!, breaks: publication.report.breaks, file: "f"}, findings);
  return findings.list.map(({what}) => what);
};
const drawnOf = (id: string) => {
  const block = blockOf(id);
  if (block.kind !== "figure") throw new Error("it is a figure");
  const {chart, options, position} = block;
  return drawFigure(dataOf(id), {id, chart, options, position, title: "Forms"});
};
const faultsIn = (id: string, drawing: string): readonly string[] => {
  const svg = elementsOf(parsePage(drawing)).find(({name}) => name === "svg")!;
  return drawingFaults(svg, scopes.figures.get(id)!).map(({what}) => what);
};

test("its release says of which days", () => {
  expect(release.vocabulary.populations).toMatchObject([
    {provisional: {from: "2008-03-01", because: late}, breaks: [{from: "2006-10-01", because: moved}]},
  ]);
});

test("a number rests on them or does not", () => {
  expect(kinds("count forms by quarter")).toEqual(["", "", "break", "", "", "", "", "provisional"]);
  expect(kinds("count forms")).toEqual(["provisional mixture"]);
  expect(kinds("count forms quarter=before")).toEqual([""]);
  expect(kinds("share forms sex=male among quarter=latest")).toEqual(["provisional"]);
  // A share of all quarters rests on the last.
  expect(kinds("share forms quarter=before")).toEqual(["provisional"]);
});

test("a sentence says so behind every number among final ones, and once where all may change", () => {
  const reading = new Reading({publication, releases, targets: findTargets(publication)}, "margin");
  const [prose] = publication.chapters[0]!.blocks.filter((block) => block.kind === "prose");
  const html = renderProse(prose!.tokens, {reading, footnotes: new Map(), headingShift: 0}).map((part) => part.html);
  expect(html[0]).toMatch(/^<p>Of 126 \(provisional, like all numbers here\) forms 51% were men’s\.<\/p>/);
  expect(html[1]).toMatch(/^<p>Before there were 153, and 126 \(provisional\) now\.<\/p>/);
  expect(html[2]).toMatch(/^<p>There were 153 then\.<\/p>/);
});

test("marks stand beside the headings of rows or columns, and the audit reads them", () => {
  const headings = (id: string): readonly string[] => {
    const table = elementsOf(parsePage(tableOf(id)));
    return table.filter(({name}) => name === "th").flatMap((one) => (textIn(one).includes("[") ? [textIn(one)] : []));
  };
  const row = ["Q3 2006/07 [b] (break in the series)", "Q4 2007/08 [p] (provisional)", "Total [p] (provisional)"];
  expect(headings("by-quarter")).toEqual(row);
  expect(headings("by-sex")).toEqual(row);
  expect(headings("latest")).toEqual(["Forms [p] (provisional)"]);
  for (const id of ["by-quarter", "by-sex", "latest"]) expect(auditedTable(id, tableOf(id))).toEqual([]);
});

test("the audit finds a mark that is missing, that is too much, and that stands elsewhere", () => {
  const mark = ` <span class="caveat">[p]<span class="spoken"> (provisional)</span></span>`;
  const table = tableOf("by-quarter");
  expect(auditedTable("by-quarter", table.replace(mark, "")).join()).toContain(
    'is marked "", and its release asks "[p]"',
  );
  expect(auditedTable("by-quarter", table.replace(">Q1 2007/08<", `>Q1 2007/08${mark}<`)).join()).toContain('is marked "[p]", and its release asks ""'); // prettier-ignore
  expect(auditedTable("latest", tableOf("latest").replace(mark, ""))).toHaveLength(3);
});

test("the reasons stand under what shows such numbers, and the audit misses one that does not", () => {
  const notes = describeExplanations(dataOf("by-quarter"));
  expect(notes).toContain(`[p]: provisional from 1\u00a0March\u00a02008 on. ${late}`);
  expect(notes).toContain(`[b]: break on 1\u00a0October\u00a02006. ${moved}`);
  const audited = (html: string): number => {
    const findings = new Findings();
    const figure = scopes.figures.get("by-quarter")!;
    auditReasons(elementsOf(parsePage(html))[0]!, {figure, breaks: publication.report.breaks, file: "f"}, findings);
    return findings.list.length;
  };
  expect(audited(`<div>${notes.join(" ")}</div>`)).toBe(0);
  expect(audited(`<div>${notes.join(" ").replace(late, "")}</div>`)).toBe(1);
});

test("files say so in a column, which the audit holds against the release", () => {
  const csv = tidyCsv(dataOf("by-quarter").rows.map((one) => ({row: one})));
  const audited = (content: string): readonly string[] => {
    const findings = new Findings();
    const figure = scopes.figures.get("by-quarter")!;
    auditCsv({file: "f.csv", text: content, scopes, figure, phrases: []}, findings);
    return findings.list.map(({what}) => what);
  };
  expect(csv).toMatch(/Q4 2007\/08,.*,provisional,yes\n/);
  expect(csv).toMatch(/Total,.*,provisional; across a break,yes\n/);
  expect(audited(csv)).toEqual([]);
  expect(audited(csv.replace(",provisional,yes", ",,yes"))).toEqual([
    "caveat is not what the release says of its days",
  ]);
});

test("every number of clients is provisional, unless they are counted anew in each quarter", () => {
  const forms = release.vocabulary.populations.find(({name}) => name === "forms")!;
  const [first] = forms.variables.find(({name}) => name === "quarter")!.categories;
  const address = {measure: "count", population: "forms", at: {quarter: first!.name}} as const;
  const edition = release.edition.period;
  expect(provisionalDaysOf(address, {population: forms, edition})).toBeUndefined();
  const clients = {...forms, unit: "clients"} as const;
  expect(provisionalDaysOf(address, {population: clients, edition})).toEqual(forms.provisional);
  expect(provisionalDaysOf(address, {population: {...clients, each: "quarter"}, edition})).toBeUndefined();
});

test("dots of provisional numbers are hollow, the break is drawn, and the audit finds them otherwise", () => {
  const {wide, description, explanations} = drawnOf("over-time");
  expect(explanations).toContain("Hollow dots are provisional.");
  expect(description).toContain("Provisional: Q4 2007/08. First after a break: Q3 2006/07.");
  expect(wide).toContain(">[b]<");
  expect(faultsIn("over-time", wide)).toEqual([]);
  const dots = wide.match(/<circle[^>]*>/g) ?? [];
  const swapped = wide.replace(dots.at(-1)!, dots.at(-1)!.replace(/fill="[^"]*"/, /fill="[^"]*"/.exec(dots[0]!)![0]));
  expect(faultsIn("over-time", swapped)).toContain("a dot is full, and its number is provisional");
  expect(faultsIn("over-time", wide.replace(/<text[^>]*>\[b\]<\/text>/, ""))).toContain("a break is drawn nowhere");
});

test("small charts say the same", () => {
  const {wide, narrow} = drawnOf("by-panels");
  expect(wide.match(/>\[b\]</g)).toHaveLength(2);
  expect([wide, narrow].flatMap((drawing) => faultsIn("by-panels", drawing))).toEqual([]);
});

test("a control chart across the break is refused", () => {
  const {position} = blockOf("over-time");
  const request = {id: "over-time", chart: "control", options: {}, position, title: "Forms"};
  expect(() => drawFigure(dataOf("over-time"), request)).toThrow("limits over both kinds would be those of neither");
});

test("another number of a later release is told to who signs as one that was provisional", async () => {
  const root = ledgerProject();
  const chapter = "# One\n\nThere were {{ count forms quarter=latest }}.\n";
  writeTimed(root, {provisional: declared.provisional}, chapter);
  expect(await run(root, "release", "one")).toMatchObject({exitCode: 0});
  const revisions = "[{date: 2009-01-05, reason: Forms that came late., affects: [one]}]";
  writeTimed(root, {provisional: declared.provisional, revisions}, chapter);
  const file = path.join(root, "data/extracts/one.csv");
  const came = form({CLIENT: "CANARY-late", SEX: "1", SEEN: "30/03/2008", TRIAGED: "31/03/2008"});
  writeFileSync(file, `${readFileSync(file, "utf8").trimEnd()}\n${came}\n`);
  expect(await run(root, "release", "one")).toMatchObject({exitCode: 0});
  const {output} = await run(root, "audit", "one");
  expect(output).toMatch(/1 more than in one.*, where it was provisional/);
});

function textIn(element: Parameters<typeof elementsOf>[0]): string {
  return elementsOf(element)
    .flatMap(({children}) => children.flatMap((child) => ("text" in child ? [child.text] : [])))
    .join("");
}

test.each([
  [{provisional: "{peple: {from: 2008-03-01, because: Late.}}"}, 'no population counts an extract "peple"'],
  [
    {provisional: "{people: {from: 2009-03-01, because: Late.}}"},
    "its forms are counted from 2007-04-01 to 2008-03-31",
  ],
  [{provisional: "{people: {from: 2008-03-01, because: Twelve people are late.}}"}, "a reason under provisional"],
  [{provisional: "{people: {from: 2008-03-01}}"}, "because"],
  [{breaks: "[{extract: people, because: New.}]"}, "a break of an extract needs its day, from"],
  [{breaks: "[{because: New.}]"}, "name a variable or an extract, one of the two"],
  [{breaks: "[{extract: people, from: 2007-04-01, because: New.}]"}, "a break on 2007-04-01 lies between no days"],
  [{breaks: "[{extract: peple, from: 2007-05-01, because: New.}]"}, 'no population counts an extract "peple"'],
  [{breaks: "[{variable: sexx, from: 2007-05-01, because: New.}]"}, 'has a variable "sexx"'],
])("%j is refused with its place", async (report, message) => {
  const root = ledgerProject();
  writeTimed(root, report, "# One\n\nThere were {{ count forms sex=male }}.\n");
  const {exitCode, errors} = await run(root, "check", "one");
  expect(exitCode).toBe(11);
  expect(errors).toContain(message);
  expect(errors).toContain("reports/one/report.yaml");
});
