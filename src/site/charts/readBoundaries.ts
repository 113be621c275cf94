import {feature} from "topojson-client";
import type {GeometryCollection, Topology} from "topojson-specification";
import {z} from "zod";
import type {Vocabulary} from "../../publication/index.ts";
import type {AreaFeature, Geography} from "./geography.ts";

const geometry = z.looseObject({type: z.enum(["Polygon", "MultiPolygon"]), coordinates: z.array(z.unknown())});
const features = z.looseObject({
  type: z.literal("FeatureCollection"),
  features: z.array(z.looseObject({properties: z.record(z.string(), z.unknown()), geometry})),
});
const topology = z.looseObject({type: z.literal("Topology"), objects: z.record(z.string(), z.unknown())});

/**
 * Boundaries from a GeoJSON or TopoJSON file. The property `key` of a feature holds the code or the name of an area;
 * features that the vocabulary does not know lie outside the region and are left out. Throws ZodError for a file of
 * another kind.
 */
export function readBoundaries(text: string, key: string, vocabulary: Vocabulary): Geography {
  const json: unknown = JSON.parse(text);
  const names = areaNames(vocabulary);
  const known = features.parse(asCollection(json)).features.flatMap((area): readonly AreaFeature[] => {
    const name = names.get(String(area.properties[key]));
    return name === undefined ? [] : [{name, geometry: area.geometry as unknown as GeoJSON.Geometry}];
  });
  return {kind: "boundaries", features: known};
}

function asCollection(json: unknown): unknown {
  const result = topology.safeParse(json);
  if (!result.success) return json;
  const [first] = Object.values(result.data.objects);
  return feature(result.data as unknown as Topology, first as GeometryCollection);
}

function areaNames({populations}: Vocabulary): ReadonlyMap<string, string> {
  const areas = populations.flatMap(({variables}) => variables.flatMap(({categories}) => categories));
  return new Map(
    areas.flatMap(({code, name}) => [[name, name] as const, ...(code === "" ? [] : [[code, name] as const])]),
  );
}
