import {geoIdentity, geoPath, type GeoPath} from "d3";
import type {AreaFeature} from "../geography.ts";
import {drawList, type DrawnMap, type MapArea, type MapPlace} from "./mapArea.ts";
import {measureText} from "./measureText.ts";
import {rule} from "./shapes.ts";
import {ink, shape, type Shape} from "./svg.ts";
import {lineHeight, strong, textAt} from "./textAt.ts";

const mapPart = 0.6;
const numberHeight = lineHeight;
/** Height in px that never limits a map's width. */
const tall = 1e6;

/**
 * Areas in their boundaries, numbered, with a list of numbers, names and values: beside the map where there is room,
 * beneath it otherwise. A number whose place is taken stands beside its area with a line to it.
 */
export function drawBoundaries(
  areas: readonly MapArea[],
  features: readonly AreaFeature[],
  {left, top, width}: MapPlace,
): DrawnMap {
  const isBeside = width > 600;
  const mapWidth = isBeside ? width * mapPart : width;
  const shown = areas.flatMap((area, index) => {
    const feature = features.find(({name}) => name === area.name);
    return feature ? [{area, geometry: planar(feature.geometry), label: String(index + 1)}] : [];
  });
  const collection = {type: "GeometryCollection" as const, geometries: shown.map(({geometry}) => geometry)};
  const projection = geoIdentity()
    .reflectY(true)
    .fitSize([mapWidth - 4, tall], collection);
  const path = geoPath(projection);
  const [[minX, minY], [, maxY]] = path.bounds(collection);
  const [x, y] = projection.translate();
  projection.translate([x + left + 2 - minX, y + top + 2 - minY]);
  const mapHeight = maxY - minY + 4;
  const outlines = shown.flatMap(({area, geometry}) => {
    const {fill} = area.isWithheld ? {fill: "paper" as const} : area.paint;
    return [shape("path", {class: "area", d: path.digits(1)(geometry) ?? "", fill: ink(fill), stroke: ink("rule")})];
  });
  const numbers = placeNumbers(shown, path, {left, top, width: mapWidth, height: mapHeight});
  const items = shown.map(({area, label}) =>
    [`${label}  ${area.label}`, area.text].filter((text) => text !== "").join(", "),
  );
  const listPlace = isBeside
    ? {left: left + mapWidth + 20, top, width: width - mapWidth - 20}
    : {left, top: top + mapHeight + 12, width};
  const list = drawList(items, listPlace);
  const height = isBeside ? Math.max(mapHeight, list.height) : mapHeight + 12 + list.height;
  return {shapes: [...outlines, ...numbers, ...list.shapes], height};
}

/** Degrees to a plane that keeps shapes (Mercator); coordinates of a national grid stay as they are. */
function planar(geometry: GeoJSON.Geometry): GeoJSON.Geometry {
  switch (geometry.type) {
    case "Polygon":
      return {...geometry, coordinates: geometry.coordinates.map((ring) => ring.map(planarPoint))};
    case "MultiPolygon":
      return {
        ...geometry,
        coordinates: geometry.coordinates.map((polygon) => polygon.map((ring) => ring.map(planarPoint))),
      };
    default:
      return geometry;
  }
}

function planarPoint([x = 0, y = 0]: GeoJSON.Position): GeoJSON.Position {
  if (Math.abs(x) > 180 || Math.abs(y) > 90) return [x, y];
  return [x, (Math.log(Math.tan(Math.PI / 4 + (y * Math.PI) / 360)) * 180) / Math.PI];
}

interface Numbered {
  readonly area: MapArea;
  readonly geometry: GeoJSON.Geometry;
  readonly label: string;
}

type Box = readonly [left: number, top: number, right: number, bottom: number];

function placeNumbers(shown: readonly Numbered[], path: GeoPath, frame: MapPlace & {height: number}): readonly Shape[] {
  const taken: Box[] = [];
  return shown.flatMap(({geometry, label, area}) => {
    const [x, y] = path.centroid(geometry);
    const half = measureText(label, strong) / 2 + 2;
    const spot = spots(x, y).find((candidate) => isFree(boxAt(candidate, half), taken, frame)) ?? [x, y];
    taken.push(boxAt(spot, half));
    const isMoved = spot[0] !== x || spot[1] !== y;
    const line = isMoved ? [rule({from: [x, y], to: [spot[0], spot[1]]}, "ink")] : [];
    const back = shape("rect", {x: spot[0] - half, y: spot[1] - 9, width: 2 * half, height: 18, fill: ink("paper")});
    const colour = isMoved || area.isWithheld ? "ink" : area.paint.on;
    const text = textAt(label, {x: spot[0], y: spot[1]}, {anchor: "middle", style: strong, colour});
    return isMoved ? [...line, back, text] : [text];
  });
}

/** The place itself, then places around it, further and further out. */
function spots(x: number, y: number): readonly (readonly [number, number])[] {
  const rings = [22, 34, 46, 60, 80].flatMap((radius) =>
    [-90, -45, -135, 0, 180, 45, 135, 90].map((degrees): readonly [number, number] => [
      x + radius * Math.cos((degrees * Math.PI) / 180),
      y + radius * Math.sin((degrees * Math.PI) / 180),
    ]),
  );
  return [[x, y], ...rings];
}

function boxAt([x, y]: readonly [number, number], half: number): Box {
  return [x - half, y - numberHeight / 2, x + half, y + numberHeight / 2];
}

function isFree([left, top, right, bottom]: Box, taken: readonly Box[], frame: MapPlace & {height: number}): boolean {
  const isInside =
    left >= frame.left && right <= frame.left + frame.width && top >= frame.top && bottom <= frame.top + frame.height;
  return isInside && taken.every(([l, t, r, b]) => right < l || left > r || bottom < t || top > b);
}
