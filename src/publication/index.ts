export type * from "./document/publication.ts";
export {createMarkdown} from "./markdown/createMarkdown.ts";
export {directivesIn} from "./markdown/readTokens.ts";
export {directivesOf, inPrevious, leafBlocks, queriesOf, queriesOfDirective, type LeafBlock} from "./document/walk.ts";
export {editionsAsked} from "./document/editionsAsked.ts";
export {layoutFaults, type LayoutFault} from "./document/layoutFaults.ts";
export {parseYamlText} from "./document/parseYamlText.ts";
export {nameRemedy, nearestName} from "./nearestName.ts";
export {FaultCollector, PublicationError, publicationFault, type Fault} from "./PublicationError.ts";
export type {AskedCell, AskedPlace} from "./query/askedCell.ts";
export {expandQuery} from "./query/expandQuery.ts";
export {mergeCategories} from "./query/mergeCategories.ts";
export {parseQuery} from "./query/parseQuery.ts";
export {questionOf} from "./query/questionOf.ts";
export {
  cellKey,
  restsOn,
  stated,
  type CellAddress,
  type Coordinates,
  type EditionName,
  type Query,
} from "./query/query.ts";
export {oncePerProject} from "./project/oncePerProject.ts";
export {openProject, type Project} from "./project/openProject.ts";
export {checkEditionName} from "./report/checkEditionName.ts";
export {listEditions} from "./report/listEditions.ts";
export {usualPolicy} from "./report/loadPolicy.ts";
export {loadPublication, readPublication} from "./report/loadPublication.ts";
export {loadReport} from "./report/loadReport.ts";
export {monthNames} from "./report/monthNames.ts";
export {withdrawnKeys} from "./report/withdrawnKeys.ts";
export {loadTemplate, type Template} from "./report/loadTemplate.ts";
export {readText} from "./report/readText.ts";
export {readRegions, type Region} from "./report/readRegions.ts";
export {resolveNames} from "./resolveNames.ts";
export type * from "./vocabulary.ts";
export {isOfApartColumns, readColumns} from "./readColumns.ts";
