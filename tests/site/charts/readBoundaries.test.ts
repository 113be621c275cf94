import {describe, expect, test} from "vitest";
import {PublicationError} from "../../../src/publication/index.ts";
import {readHexLayout} from "../../../src/site/charts/geography.ts";
import {readBoundaries} from "../../../src/site/charts/readBoundaries.ts";
import {references} from "../sample/sampleFigures.ts";
import {populations} from "../sample/sampleVocabulary.ts";

const vocabulary = {populations, references};
const [area] = populations.flatMap(({variables}) => variables.flatMap(({categories}) => categories));
const square = [[0, 0], [0, 1], [1, 1], [1, 0], [0, 0]]; // prettier-ignore

const feature = (geometry: unknown, name: unknown = area?.name) => ({type: "Feature", properties: {name}, geometry});
const collection = (...features: readonly unknown[]) => ({type: "FeatureCollection", features});
const read = (json: unknown) =>
  readBoundaries(
    {file: "data/x.json", text: typeof json === "string" ? json : JSON.stringify(json), key: "name"},
    vocabulary,
  );

test("areas with outlines are read", () => {
  const geometry = {type: "Polygon", coordinates: [square]};
  expect(read(collection(feature(geometry)))).toMatchObject({features: [{name: area?.name}]});
});

describe("boundaries that cannot be drawn are refused with their file:", () => {
  test.each([
    ["no JSON", "CANARY-1 {"],
    ["another kind of JSON", {areas: []}],
    ["a collection of nothing", collection()],
    ["a point", collection(feature({type: "Point", coordinates: [0, 0]}))],
    ["an outline of one point", collection(feature({type: "Polygon", coordinates: [square.map(() => [1, 1])]}))],
    ["an outline that is a line", collection(feature({type: "Polygon", coordinates: [square.map(([x]) => [x, 1])]}))],
    ["an outline of texts", collection(feature({type: "Polygon", coordinates: [square.map(() => ["a", "b"])]}))],
    ["a spike", collection(feature({type: "Polygon", coordinates: [[[0, 0], [1, 1], [2, 2], [0, 0]]]}))], // prettier-ignore
    [
      "an outline beyond the earth",
      collection(feature({type: "Polygon", coordinates: [square.map(([x, y]) => [(x ?? 0) * 1e308, y])]})),
    ],
    [
      "an area twice",
      collection(feature({type: "Polygon", coordinates: [square]}), feature({type: "Polygon", coordinates: [square]})),
    ],
    ["no outline", collection(feature({type: "Polygon", coordinates: []}))],
    ["an area without a place", collection(feature(null))],
    ["areas of elsewhere", collection(feature({type: "Polygon", coordinates: [square]}, "Atlantis"))],
    [
      "a Topology without arcs",
      {type: "Topology", objects: {x: {type: "GeometryCollection", geometries: [{type: "Polygon", arcs: [[3]]}]}}},
    ],
    ["a Topology of nothing", {type: "Topology", objects: {}}],
  ])("%s", (_, json) => {
    expect(() => read(json)).toThrow(PublicationError);
    expect(() => read(json)).toThrow(/^data\/x\.json:1:1: /);
    expect(() => read(json)).not.toThrow(/CANARY/);
  });
});

test.each(["{", "[]", '{"layout": "odd-q", "hexes": {}}', '{"layout": "odd-r", "hexes": {"a": {"q": "x"}}}'])(
  "a layout of hexagons that is none is refused with its file: %s",
  (text) => {
    expect(() => readHexLayout({file: "data/hex.json", text})).toThrow(/^data\/hex\.json:1:1: /);
  },
);
