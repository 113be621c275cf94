import {expect, test} from "vitest";
import {elementsOf, parseDrawing} from "../../../src/audit/built/html/parsePage.ts";
import {auditLines} from "../../../src/audit/built/svg/auditLines.ts";
import {auditStretch} from "../../../src/audit/built/svg/auditStretch.ts";
import {auditAreas} from "../../../src/audit/built/svg/auditTints.ts";
import type {PublicCell} from "../../../src/audit/built/editionInDist.ts";
import type {ShownFigure} from "../../../src/audit/built/scope.ts";
import type {Cell} from "../../../src/release/index.ts";

/** A figure of counts by one variable. */
function figureOf(chart: string, cells: Readonly<Record<string, Cell>>): ShownFigure {
  const rows = Object.entries(cells).map(([name, cell]) => {
    const category = {name, code: "", label: name, text: name, role: "value"};
    const address = {measure: "count", population: "people", at: {v: name}};
    const asked = {address, place: [{variable: {name: "v", label: "v"}, category}]};
    return {query: {text: "count people by v"}, asked, release: {edition: {id: "one"}}, cell} as unknown as PublicCell;
  });
  return {block: {chart, id: "one"}, cells: rows} as unknown as ShownFigure;
}

function drawing(inner: string, more = 'id="one-narrow" viewBox="0 0 320 200"') {
  return elementsOf(parseDrawing(`<svg ${more}>${inner}</svg>`)).find(({name}) => name === "svg")!;
}

const published = (value: number): Cell => ({status: "published", value});
const withheld: Cell = {status: "suppressed"};

const axis = [0, 10, 20]
  .map(
    (tick) =>
      `<line x1="0" x2="300" y1="${String(100 - 4 * tick)}" y2="${String(100 - 4 * tick)}"/>` +
      `<text x="10" y="${String(100 - 4 * tick)}" fill="#565D66">${String(tick)}</text>`,
  )
  .join("");
const dot = (cx: number, cy: number): string => `<circle class="dot" cx="${String(cx)}" cy="${String(cy)}"/>`;

test("a line's dots are as high as published values, read by the axis", () => {
  const figure = figureOf("line", {"2006": published(15), "2007": withheld, "2008": published(5)});
  const right = `${axis}${dot(50, 40)}${dot(250, 80)}`;
  expect(auditLines(drawing(right), figure)).toEqual([]);
  const leaky = auditLines(drawing(`${right}${dot(150, 88)}`), figure);
  expect(leaky.map(({what}) => what)).toEqual(["a dot is as high as no released value of this figure"]);
  expect(auditLines(drawing(dot(50, 40)), figure)).toHaveLength(1);
});

test("a bar chart whose longest bar stops short was scaled to a withheld value", () => {
  const figure = figureOf("bars", {a: published(20), b: withheld});
  // The number takes 16 px and its gap 6, the mark 16 px with 20 for its box and 10 before it.
  const bars = (width: number, number: string) =>
    `<rect class="bar" x="0" y="0" width="${String(width)}" height="12"/>` +
    `<text x="${String(width + 6)}" y="6">${number}</text><text x="303" y="30" fill="#565D66">[c]</text>`;
  expect(auditStretch(drawing(bars(252, "20")), figure)).toEqual([]);
  expect(auditStretch(drawing(bars(235, "100%")), figure)).toEqual([]);
  expect(auditStretch(drawing(bars(240, "20")), figure)).toHaveLength(1);
  expect(auditStretch(drawing(bars(126, "20")), figure)).toHaveLength(1);
});

test("two areas of a map that swap their tints are found by the names that stand on them", () => {
  const figure = figureOf("hex-map", {Kent: published(100), Surrey: published(1)});
  const area = (left: number, name: string, tint: string) =>
    `<path class="area" d="M${String(left)},0L${String(left + 50)},0L${String(left + 50)},50Z" fill="var(--figure-${tint}, #fff)"/>` +
    `<text x="${String(left + 25)}" y="25">${name}</text>`;
  const list = '<text x="0" y="150">Sy: Surrey, 1</text>';
  expect(auditAreas(drawing(`${area(0, "Kent", "amount-5")}${area(60, "Sy", "amount-1")}${list}`), figure)).toEqual([]);
  const swapped = auditAreas(drawing(`${area(0, "Kent", "amount-1")}${area(60, "Sy", "amount-5")}${list}`), figure);
  expect(swapped.map(({what}) => what)).toEqual(
    Array(2).fill("an area is tinted otherwise than its released value is"),
  );
});
