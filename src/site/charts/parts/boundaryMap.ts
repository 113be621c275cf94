import {geo, link, rect, type Markish} from "@observablehq/plot";
import {geoIdentity, geoPath} from "d3";
import type {AreaFeature} from "../geography.ts";
import type {Token} from "../theme.ts";
import {claiming} from "./claim.ts";
import {labels, lineHeight, strong} from "./labels.ts";
import type {Placed} from "./legend.ts";
import {drawList, type MapArea, type MapPlace} from "./mapArea.ts";
import {measureText} from "./measureText.ts";
import {ink} from "./svg.ts";
import {corners} from "./drawWithheldMarks.ts";

const mapPart = 0.6;
const letterHeight = lineHeight;
/** Height in px that never limits a map's width. */
const tall = 1e6;

/**
 * Areas in their boundaries, lettered, with a list of letters, names and values: beside the map where there is room,
 * beneath it otherwise. A letter whose place is taken stands beside its area with a line to it.
 */
export function drawBoundaries(
  areas: readonly MapArea[],
  features: readonly AreaFeature[],
  {left, top, width}: MapPlace,
): Placed {
  const isBeside = width > 600;
  const mapWidth = isBeside ? width * mapPart : width;
  const found = areas.flatMap((area, index) => {
    const feature = features.find(({name}) => name === area.name);
    return feature ? [{area, geometry: mapPoints(feature.geometry, planarPoint), label: letterOf(index)}] : [];
  });
  const {toPixels, height: mapHeight} = fit(
    found.map(({geometry}) => geometry),
    {left, top, width: mapWidth},
  );
  const shown = found.map((one) => ({...one, geometry: mapPoints(one.geometry, toPixels)}));
  const claimed = shown.map((one) => ({...one, ...(one.area.claims.area && {claim: one.area.claims.area})}));
  const outlines = geo(claimed, {
    ...claiming,
    className: "area",
    geometry: "geometry",
    fill: {value: ({area: {paint}}: Lettered) => ink(paint.fill), scale: null},
    stroke: ink("rule"),
    strokeWidth: 1,
  });
  const letters = drawLetters(placeLetters(shown, {left, top, width: mapWidth, height: mapHeight}));
  const items = shown.map(({area, label}) => ({
    text: [`${label}  ${area.label}`, area.text].filter((text) => text !== "").join(", "),
    ...(area.claims.text && {claim: area.claims.text}),
  }));
  const listPlace = isBeside
    ? {left: left + mapWidth + 20, top, width: width - mapWidth - 20}
    : {left, top: top + mapHeight + 12, width};
  const list = drawList(items, listPlace);
  const height = isBeside ? Math.max(mapHeight, list.height) : mapHeight + 12 + list.height;
  return {marks: [outlines, ...letters, ...list.marks], height};
}

/** A, B … Z, AA, AB …: a number on a map would be taken for a value. */
function letterOf(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : `${letterOf(Math.floor(index / 26) - 1)}${letter}`;
}

type MapPoint = (point: GeoJSON.Position) => GeoJSON.Position;

/** How points come to stand in a map as wide as its place, and the height that it then has. */
function fit(geometries: GeoJSON.Geometry[], {left, top, width}: MapPlace): {toPixels: MapPoint; height: number} {
  const collection = {type: "GeometryCollection" as const, geometries};
  const projection = geoIdentity()
    .reflectY(true)
    .fitSize([width - 4, tall], collection);
  const [[minX, minY], [, maxY]] = geoPath(projection).bounds(collection);
  const [x, y] = projection.translate();
  projection.translate([x + left + 2 - minX, y + top + 2 - minY]);
  return {toPixels: ([px = 0, py = 0]) => projection([px, py]) ?? [0, 0], height: maxY - minY + 4};
}

function mapPoints(geometry: GeoJSON.Geometry, change: MapPoint): GeoJSON.Geometry {
  if (geometry.type === "Polygon") {
    return {...geometry, coordinates: geometry.coordinates.map((ring) => ring.map(change))};
  }
  if (geometry.type !== "MultiPolygon") return geometry;
  return {...geometry, coordinates: geometry.coordinates.map((polygon) => polygon.map((ring) => ring.map(change)))};
}

/** Degrees to a plane that keeps shapes (Mercator); coordinates of a national grid stay as they are. */
function planarPoint([x = 0, y = 0]: GeoJSON.Position): GeoJSON.Position {
  if (Math.abs(x) > 180 || Math.abs(y) > 90) return [x, y];
  return [x, (Math.log(Math.tan(Math.PI / 4 + (y * Math.PI) / 360)) * 180) / Math.PI];
}

interface Lettered {
  readonly area: MapArea;
  readonly geometry: GeoJSON.Geometry;
  readonly label: string;
}

type Spot = readonly [x: number, y: number];
type Box = readonly [left: number, top: number, right: number, bottom: number];

/** The letter of an area, at its place or moved aside. */
interface PlacedLetter {
  readonly label: string;
  readonly colour: Token;
  /** The area's centre. */
  readonly home: Spot;
  readonly x: number;
  readonly y: number;
  /** Half of the letter's width and its margin. */
  readonly half: number;
  readonly isMoved: boolean;
}

function placeLetters(shown: readonly Lettered[], frame: MapPlace & {height: number}): readonly PlacedLetter[] {
  const taken: Box[] = [];
  const path = geoPath();
  return shown.map(({geometry, label, area}) => {
    const home = path.centroid(geometry);
    const half = measureText(label, strong) / 2 + 2;
    const [x, y] = spots(home).find((candidate) => isFree(boxAt(candidate, half), taken, frame)) ?? home;
    taken.push(boxAt([x, y], half));
    const isMoved = x !== home[0] || y !== home[1];
    return {label, colour: isMoved ? "ink" : area.paint.on, home, x, y, half, isMoved};
  });
}

function drawLetters(letters: readonly PlacedLetter[]): readonly Markish[] {
  const moved = letters.filter(({isMoved}) => isMoved);
  const backs = moved.map(({x, y, half}) => ({x: x - half, y: y - 9, width: 2 * half, height: 18}));
  const from = {x1: ({home}: PlacedLetter) => home[0], y1: ({home}: PlacedLetter) => home[1]};
  return [
    link(moved, {...from, x2: "x", y2: "y", stroke: ink("ink"), strokeWidth: 1}),
    rect(backs, {...corners, fill: ink("paper")}),
    labels(
      letters.map(({x, y, label, colour}) => ({x, y, text: label, colour})),
      {anchor: "middle", style: strong},
    ),
  ];
}

/** The place itself, then places around it, further and further out. */
function spots([x, y]: Spot): readonly Spot[] {
  const rings = [22, 34, 46, 60, 80].flatMap((radius) =>
    [-90, -45, -135, 0, 180, 45, 135, 90].map((degrees): Spot => [
      x + radius * Math.cos((degrees * Math.PI) / 180),
      y + radius * Math.sin((degrees * Math.PI) / 180),
    ]),
  );
  return [[x, y], ...rings];
}

function boxAt([x, y]: Spot, half: number): Box {
  return [x - half, y - letterHeight / 2, x + half, y + letterHeight / 2];
}

function isFree([left, top, right, bottom]: Box, taken: readonly Box[], frame: MapPlace & {height: number}): boolean {
  const isInside =
    left >= frame.left && right <= frame.left + frame.width && top >= frame.top && bottom <= frame.top + frame.height;
  return isInside && taken.every(([l, t, r, b]) => right < l || left > r || bottom < t || top > b);
}
