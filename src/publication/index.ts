export type * from "./document/publication.ts";
export {createMarkdown} from "./markdown/createMarkdown.ts";
export {directivesIn} from "./markdown/readTokens.ts";
export {directivesOf, inPrevious, leafBlocks, queriesOf, queriesOfDirective, type LeafBlock} from "./document/walk.ts";
export {nameRemedy, nearestName} from "./nearestName.ts";
export {PublicationError, publicationFault, type Fault} from "./PublicationError.ts";
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
export {usualPolicy} from "./report/loadPolicy.ts";
export {loadPublication} from "./report/loadPublication.ts";
export {loadReport} from "./report/loadReport.ts";
export {monthNames} from "./report/monthNames.ts";
export {withdrawnKeys} from "./report/withdrawnKeys.ts";
export {loadTemplate} from "./report/loadTemplate.ts";
export {resolveNames} from "./resolveNames.ts";
export type * from "./vocabulary.ts";
export {isOfApartColumns, readColumns} from "./readColumns.ts";
