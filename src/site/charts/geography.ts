import {z} from "zod";

/** Where the areas of a region lie, for maps: a layout of hexagons, or boundaries. */
export type Geography =
  | {readonly kind: "hexes"; readonly layout: HexLayout}
  | {readonly kind: "boundaries"; readonly features: readonly AreaFeature[]};

/** HexJSON with offset rows: in odd rows the hexagons stand half a width to the right. Row 0 is the southernmost. */
export interface HexLayout {
  /** By category name of the area. */
  readonly hexes: Readonly<Record<string, Hex>>;
}

export interface Hex {
  /** Full name. */
  readonly n: string;
  /** Column and row. */
  readonly q: number;
  readonly r: number;
  /** Name in a hexagon of 50 px: "Bucks". */
  readonly short: string;
}

export interface AreaFeature {
  /** Category name of the area. */
  readonly name: string;
  readonly geometry: GeoJSON.Geometry;
}

const hexJson = z.object({
  layout: z.literal("odd-r"),
  hexes: z.record(z.string(), z.object({n: z.string(), q: z.int(), r: z.int(), short: z.string()})),
});

/** A HexJSON file. Throws ZodError where it is not one with the layout `odd-r`. */
export function readHexLayout(text: string): Geography {
  return {kind: "hexes", layout: hexJson.parse(JSON.parse(text))};
}
