export type * from "./document/publication.ts";
export {expandQuery, type AskedCell, type AskedPlace} from "./query/expandQuery.ts";
export {cellKey, restsOn, stated, type CellAddress, type Coordinates, type EditionName, type Query} from "./query/query.ts";
export type * from "./vocabulary.ts";
