import {z} from "zod";
import {publicationFault} from "../../publication/index.ts";

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

/** A file that says where areas lie, by its path from the project's root. */
export interface GeographyFile {
  readonly file: string;
  readonly text: string;
}

/** A HexJSON file. Throws PublicationError where it is not one with the layout `odd-r`. */
export function readHexLayout({file, text}: GeographyFile): Geography {
  const {success, data} = hexJson.safeParse(parseJson({file, text}));
  if (success) return {kind: "hexes", layout: data};
  const what = "this is no HexJSON with the layout odd-r and n, q, r and short for each hexagon";
  throw publicationFault(what, "Correct the file, as docs/writing-a-report.md says", {file, line: 1, column: 1});
}

/** What a file of JSON says. Throws PublicationError where it is none; the message holds nothing of the file. */
export function parseJson({file, text}: GeographyFile): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw publicationFault("this is no JSON", "Export the file again", {file, line: 1, column: 1});
  }
}
