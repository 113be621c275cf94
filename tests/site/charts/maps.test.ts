import {readFileSync} from "node:fs";
import {parse} from "csv-parse/sync";
import {expect, test} from "vitest";
import type {AreaFeature} from "../../../src/site/charts/geography.ts";
import {drawFigure} from "../../../src/site/charts/drawFigure.ts";
import {drawRegionMap} from "../../../src/site/charts/hexMap.ts";
import {marks, outside, overlaps, sizeOf, textBoxes} from "../sample/readDrawing.ts";
import {figureData, geography, position} from "../sample/sampleFigure.ts";

const hexes = geography.kind === "hexes" ? geography.layout.hexes : {};
const areas = parse<Record<string, string>>(readFileSync("data/codelists/areas.csv", "utf8"), {columns: true});

/** Nineteen squares in rows of five, an eighth of a degree wide, wound either way. */
function squares(names: readonly string[]): readonly AreaFeature[] {
  return names.map((name, index) => {
    const [x, y] = [(index % 5) / 8 - 1, 51 + Math.floor(index / 5) / 8];
    const ring = [
      [x, y],
      [x + 0.125, y],
      [x + 0.125, y + 0.125],
      [x, y + 0.125],
      [x, y],
    ];
    return {name, geometry: {type: "Polygon", coordinates: [index % 2 === 0 ? ring : ring.toReversed()]}};
  });
}

test("the layout of the South East has a place for each of its areas and no other", () => {
  const expected = areas.filter(({region}) => region === "south-east").map(({name}) => name);
  expect(Object.keys(hexes).toSorted()).toEqual(expected.toSorted());
});

test("names in the layout are those of the code list", () => {
  const labels = new Map(areas.map(({name, label}) => [name, label]));
  expect(Object.entries(hexes).filter(([name, {n}]) => labels.get(name) !== n)).toEqual([]);
});

test("no two areas share a hexagon", () => {
  const places = Object.values(hexes).map(({q, r}) => `${String(q)},${String(r)}`);
  expect(new Set(places).size).toBe(places.length);
});

test("a map in boundaries has every area, lettered and listed with its value", () => {
  const boundaries = {kind: "boundaries", features: squares(Object.keys(hexes))} as const;
  const data = figureData(["share community by area-of-contact"]);
  const drawn = drawFigure(data, {id: "b", chart: "hex-map", options: {}, position, title: "T", geography: boundaries});
  expect(marks(drawn.wide, "path", "area").length).toBe(19);
  const texts = textBoxes(drawn.wide).map(({text}) => text);
  expect(texts).toEqual(expect.arrayContaining(["A", "A  Bracknell Forest, 2%"]));
  expect(overlaps(textBoxes(drawn.wide))).toEqual([]);
  expect(outside(textBoxes(drawn.narrow), sizeOf(drawn.narrow))).toEqual([]);
});

test("the map of a region names its areas and prints no number", () => {
  const named = Object.entries(hexes).map(([name, {n}]) => ({name, label: n, isHighlighted: name === "reading"}));
  const {shapes} = drawRegionMap(named, {width: 720, isNarrow: false, geography});
  expect(shapes.filter(({attributes}) => attributes.class === "area").length).toBe(19);
  expect(JSON.stringify(shapes.filter(({name}) => name === "text").map(({children}) => children))).not.toMatch(/\d"\]/);
});

test("a withheld area has no tint and a mark of one size", () => {
  const data = figureData(["share community by area-of-contact"]);
  const {wide} = drawFigure(data, {id: "b", chart: "hex-map", options: {}, position, title: "T", geography});
  const blank = marks(wide, "path", "area").filter(({attributes}) => attributes.fill?.includes("--figure-paper"));
  expect(blank.length).toBe(2);
  expect(new Set(marks(wide, "rect", "withheld").map(({attributes}) => attributes.width))).toEqual(new Set(["24"]));
});
