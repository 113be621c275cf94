import {expect, test} from "vitest";
import {makeTable} from "../../../src/site/tables/makeTable.ts";
import {renderTable} from "../../../src/site/tables/renderTable.ts";
import {readFigureData} from "../../../src/site/tidy/readFigureData.ts";
import {figureBlock, figureData, releasesFor} from "../sample/sampleFigure.ts";

const table = (show: readonly string[]) => makeTable(figureData(show));
const texts = (show: readonly string[]) =>
  table(show).rows.map(({heading, cells}) => [heading, ...cells.map(({text}) => text)]);

test("a share stands beside the number that it stands for, population by population", () => {
  const {groups, columns} = table(["share prison, community by sex"]);
  expect(groups).toEqual([
    {heading: "Prison", span: 2},
    {heading: "Community", span: 2},
  ]);
  expect(columns.map(({heading}) => heading)).toEqual(["Number", "Share", "Number", "Share"]);
  expect(texts(["share prison, community by sex"])[1]).toEqual(["Female", "142", "12%", "128", "18%"]);
});

test("shares within an area have their base in a column", () => {
  const {columns} = table(["share community sex=male within area-of-contact"]);
  expect(columns.map(({heading}) => heading)).toEqual(["Number", "Base", "Share"]);
});

test("means of groups stand alone, because the numbers averaged are not asked", () => {
  expect(table(["mean age prison by sex"]).columns.map(({heading}) => heading)).toEqual(["Prison"]);
});

test("a mean stands beside the number averaged where the report asks for it", () => {
  const show = ["mean age prison by sex"];
  const releases = releasesFor([...show, "count prison age=stated by sex"]);
  const {columns, rows} = makeTable(readFigureData(figureBlock(show, "Mean age"), releases));
  expect(columns.map(({heading}) => heading)).toEqual(["Averaged", "Mean"]);
  expect(rows[1]?.cells.map(({text}) => text)).toEqual(["142", expect.stringMatching(/^\d\d\.\d$/)]);
});

test("the first variable of a cross-table goes down and the second across, totals last", () => {
  const {rows, columns} = table(["count prison by age-group, sex with totals"]);
  expect(columns.map(({heading}) => heading)).toEqual(["Male", "Female", "Not stated", "Total"]);
  expect(rows.at(-1)).toMatchObject({heading: "Total", isTotal: true});
});

test("no cell is empty: what is withheld or cannot be has its mark", () => {
  const cells = table(["share prison, community by treatment-required"]).rows.flatMap((row) => row.cells);
  expect(cells.filter(({text}) => text === "")).toEqual([]);
  expect(cells.map(({text}) => text)).toEqual(expect.arrayContaining(["[c]", "[z]"]));
});

test("the benchmark of a figure is the last row of its table", () => {
  const last = texts(["share community sex=male within area-of-contact", "share community sex=male"]).at(-1);
  expect(last).toEqual(["All", "572", "700", "82%"]);
});

test("a table of all areas is wide, one of two columns is not", () => {
  expect(table(["count prison by prison-of-contact, residence with totals"]).isWide).toBe(true);
  expect(table(["share prison by sex"]).isWide).toBe(false);
});

test("a cell of two levels of headings names its row, its group and its column", () => {
  const html = renderTable(table(["share prison, community by sex"]), {id: "t"});
  expect(html).toContain('<td class="number" headers="t-r1 t-g1 t-c3">18%</td>');
  expect(html).toContain('<td class="number begins" headers="t-r1 t-g1 t-c2">');
  expect(html).toContain('<th scope="colgroup" id="t-g1" class="number begins" colspan="2">Community</th>');
});

test("a withheld cell is read aloud in words", () => {
  const html = renderTable(table(["share prison by main-drug"]), {id: "t"});
  expect(html).toContain(
    '<span class="withheld">[c]<span class="spoken"> (withheld to protect confidentiality)</span></span>',
  );
});

test("labels are made safe for HTML", () => {
  const html = renderTable(
    {corner: "A & B", columns: [{heading: "<b>", marks: [], isTotal: false}], rows: [], isWide: false},
    {id: "t", captionHtml: "<em>Set</em> already"},
  );
  expect(html).toContain('<caption><em>Set</em> already</caption><thead><tr><th scope="col">A &amp; B</th>');
  expect(html).toContain("&lt;b&gt;");
});

test("every row has as many cells as there are columns", () => {
  const {rows, columns} = table(["count prison, community by residence, sex with totals"]);
  expect(new Set(rows.map(({cells}) => cells.length))).toEqual(new Set([columns.length]));
});

test("a share of too few has its mark, and its counts stand beside it", () => {
  const data = figureData(["share community sex=male within area-of-contact"]);
  const [panel] = data.panels;
  const few = {status: "unreliable", count: 6, of: 8} as const;
  const rows = panel!.rows.map((row, index) => (index === 0 ? {...row, cell: few} : row));
  const [first] = makeTable({...data, panels: [{...panel!, rows}]}).rows;
  expect(first?.cells.map(({text}) => text)).toEqual(["6", "8", "[u]"]);
  expect(first?.cells.at(-1)).toMatchObject({spoken: "too few to be useful"});
});
