export type * from "./document/publication.ts";
export {nearestName} from "./nearestName.ts";
export {PublicationError, type Fault} from "./PublicationError.ts";
export type {AskedCell, AskedPlace} from "./query/askedCell.ts";
export {expandQuery} from "./query/expandQuery.ts";
export {mergeCategories} from "./query/mergeCategories.ts";
export {parseQuery} from "./query/parseQuery.ts";
export {
  cellKey,
  restsOn,
  stated,
  type CellAddress,
  type Coordinates,
  type EditionName,
  type Query,
} from "./query/query.ts";
export type * from "./vocabulary.ts";
