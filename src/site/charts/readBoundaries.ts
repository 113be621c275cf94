import {polygonArea} from "d3";
import {feature} from "topojson-client";
import type {GeometryCollection, Topology} from "topojson-specification";
import {z} from "zod";
import {publicationFault, type PublicationError, type Vocabulary} from "../../publication/index.ts";
import {parseJson, type AreaFeature, type Geography} from "./geography.ts";

/** Degrees, or metres of whatever grid: no place of the earth is further from a grid's origin. */
const coordinate = z.number().min(-1e8).max(1e8);
const position = z.tuple([coordinate, coordinate], z.number());
const polygon = z.array(z.array(position).min(4)).min(1);
const geometry = z.union([
  z.looseObject({type: z.literal("Polygon"), coordinates: polygon}),
  z.looseObject({type: z.literal("MultiPolygon"), coordinates: z.array(polygon).min(1)}),
]);
type Outline = z.output<typeof geometry>;
const area = z.looseObject({properties: z.record(z.string(), z.unknown()), geometry});
const collection = z.looseObject({type: z.literal("FeatureCollection"), features: z.array(z.unknown())});
const topology = z.looseObject({type: z.literal("Topology"), objects: z.record(z.string(), z.unknown())});

/** Text of a file of boundaries, its name for messages, and the property of its areas that names them. */
export interface BoundariesFile {
  readonly file: string;
  readonly text: string;
  readonly key: string;
}

/**
 * Boundaries from a GeoJSON or TopoJSON file. The property `key` of a feature holds the code or the name of an area;
 * features that the vocabulary does not know lie outside the region and are left out. Throws PublicationError for a file
 * of another kind, and for an area without an outline.
 */
export function readBoundaries({file, text, key}: BoundariesFile, vocabulary: Vocabulary): Geography {
  const names = areaNames(vocabulary);
  const features = featuresOf(parseJson({file, text}), file).flatMap((feature, index): readonly AreaFeature[] => {
    const {success, data} = area.safeParse(feature);
    if (!success) throw refuse(file, `its area ${String(index + 1)} is no polygon with properties`);
    const name = names.get(String(data.properties[key]));
    if (name === undefined) return [];
    if (!hasExtent(data.geometry)) throw refuse(file, `the area "${name}" has no extent`);
    return [{name, geometry: data.geometry}];
  });
  const twice = features.find(({name}, index) => features.findIndex((other) => other.name === name) !== index);
  if (twice !== undefined) throw refuse(file, `the area "${twice.name}" stands twice: join its parts into one`);
  if (features.length > 0) return {kind: "boundaries", features};
  throw refuse(file, `no area of the report is named by the property "${key}" of its areas`);
}

function refuse(file: string, what: string): PublicationError {
  const remedy = "Give boundaries of the report's areas as GeoJSON or TopoJSON, or correct map in report.yaml";
  return publicationFault(what, remedy, {file, line: 1, column: 1});
}

function featuresOf(json: unknown, file: string): readonly unknown[] {
  const features = collection.safeParse(asCollection(json, file));
  if (features.success) return features.data.features;
  throw refuse(file, "this is neither a FeatureCollection nor a Topology");
}

function asCollection(json: unknown, file: string): unknown {
  const result = topology.safeParse(json);
  if (!result.success) return json;
  const [first] = Object.values(result.data.objects);
  try {
    return feature(result.data as unknown as Topology, first as GeometryCollection);
  } catch {
    throw refuse(file, "the arcs of this Topology do not fit its objects");
  }
}

/** Whether an outline lies around anything: a line or a point has no area, and no scale fits it to a page. */
function hasExtent({type, coordinates}: Outline): boolean {
  const rings = type === "Polygon" ? coordinates : coordinates.flat();
  return rings.some((ring) => polygonArea(ring.map(([x, y]) => [x, y])) !== 0);
}

function areaNames({populations}: Vocabulary): ReadonlyMap<string, string> {
  const areas = populations.flatMap(({variables}) => variables.flatMap(({categories}) => categories));
  return new Map(
    areas.flatMap(({code, name}) => [[name, name] as const, ...(code === "" ? [] : [[code, name] as const])]),
  );
}
