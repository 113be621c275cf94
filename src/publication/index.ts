export type * from "./document/publication.ts";
export {createMarkdown} from "./markdown/createMarkdown.ts";
export {directivesIn} from "./markdown/readTokens.ts";
export {
  directivesOf,
  directivesOfKeyFigure,
  inPrevious,
  leafBlocks,
  queriesOf,
  queriesOfDirective,
  type LeafBlock,
} from "./chapter/walk.ts";
export {unclaimedWords, type UnclaimedWords} from "./chapter/unclaimedWords.ts";
export {editionsAsked} from "./chapter/editionsAsked.ts";
export {readYaml, type YamlValue} from "./source/readYaml.ts";
export {layoutFaults, type LayoutFault} from "./source/layoutFaults.ts";
export {parseYamlText, type YamlDocument} from "./source/parseYamlText.ts";
export {adviseOnName, nameRemedy, nearestName, oneLetterFrom} from "./nearestName.ts";
export {FaultCollector, PublicationError, publicationFault, type Fault} from "./PublicationError.ts";
export type {AskedCell, AskedPlace} from "./query/askedCell.ts";
export {categoriesOfSet, these, type AskedSet} from "./query/askedSet.ts";
export {setsAsked} from "./query/setsAsked.ts";
export {expandQuery} from "./query/expandQuery.ts";
export {mergeCategories} from "./query/mergeCategories.ts";
export {targetColumn, targetReferenceName, type Indicator, type Indicators} from "./query/indicator.ts";
export {parseQuery} from "./query/parseQuery.ts";
export {wordsOfLabel} from "./directive/wordsOfLabel.ts";
export {placeInTime} from "./query/placeInTime.ts";
export {questionOf} from "./query/questionOf.ts";
export {isWholeRegion} from "./query/regionAsked.ts";
export {oncePerProject} from "./project/oncePerProject.ts";
export {openProject, type Project} from "./project/openProject.ts";
export {columnOf, perOf, unitIn, variablesNamed, weightsOf, type EditionName, type Query} from "./query/query.ts";
export {cellKey, restsOn, stated, type CellAddress, type Coordinates} from "../measures/index.ts";
export {checkEditionName} from "./report/checkEditionName.ts";
export {listEditions} from "./report/listEditions.ts";
export {usualPolicy} from "./policy/loadPolicy.ts";
export {intervalNeeds} from "./policy/intervalNeeds.ts";
export {otherUnits, stepsApart, usualMeanWidth, type MeanWidth} from "./policy/meanWidth.ts";
export {rulesOfSums, type RulesOfSums} from "./policy/rulesOfSums.ts";
export {loadAskedReport, loadPublication, readPublication} from "./report/loadPublication.ts";
export {loadIndicators} from "./report/loadIndicators.ts";
export {targetDuring, targetReference} from "./report/targetReference.ts";
export {loadReport} from "./report/loadReport.ts";
export {isOfYears, isYear} from "./period/isYear.ts";
export {isWholeMonths, monthsIn, periodsWithin, type NamedPeriod, type PeriodKind} from "./period/periodsWithin.ts";
export {dateInWords, describePeriod} from "./period/describePeriod.ts";
export {monthNames} from "./period/monthNames.ts";
export {areNested, comparePeriods, mostApart, type Period} from "./period/period.ts";
export {countedDays, historyOf, windowOf} from "./period/windowOf.ts";
export {loadTheme, mayStandOnPages, papers, type Accent, type Theme} from "./report/loadTheme.ts";
export {withdrawnKeys} from "./report/withdrawnKeys.ts";
export {stretchOf, wholeDeclared} from "./report/templateDeclarations.ts";
export {loadTemplate, type Template} from "./report/loadTemplate.ts";
export {readText, yamlFile} from "./project/readText.ts";
export {readRegions, type Region} from "./report/readRegions.ts";
export {regionAsWhole, wholeRegion} from "./wholeRegion.ts";
export {referenceKeys} from "./referenceKeys.ts";
export {resolveNames} from "./resolveNames.ts";
export {wholePopulations} from "./wholePopulations.ts";
export type * from "./vocabulary.ts";
export {isOfApartColumns, overFormsOf, readColumns} from "./readColumns.ts";
export {areOfOneExtract, clashOfForms, formsTold} from "./formsTold.ts";
export {answersMeant, type AnswersMeant} from "./answersMeant.ts";
export {floorOf, mayDominate} from "./floorOf.ts";
export {bandIn, bandsRead, decimalsOf, readQuantity, type ReadQuantity} from "./readQuantity.ts";
export {definedAlike, partsAlike} from "./definedAlike.ts";
