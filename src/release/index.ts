export {roundRatioHalfUp, wilsonInterval, type Cell, type CellStatus} from "../measures/index.ts";
export {provisionalDaysOf, type Caveat} from "./caveats.ts";
export {unansweredOf, type Unanswered} from "./comparison/amongAnswered.ts";
export {differenceOf, type Difference, type ToldDifferences} from "./comparison/differenceOf.ts";
export {differenceOfAnswered} from "./comparison/differenceOfAnswered.ts";
export {differenceOfShares, type ShareDifference} from "./comparison/differenceOfShares.ts";
export {doubtOf} from "./comparison/extents.ts";
export type {PlacedCell} from "./comparison/placedCell.ts";
export {intervalOfNumber, sideOfTarget} from "./comparison/sideOfTarget.ts";
export {relationOf} from "./comparison/relationOf.ts";
export {isMadeByUnanswered, toldApart} from "./comparison/toldApart.ts";
export {csvField, textOfField} from "./csvField.ts";
export {draftFolder} from "./draftFolder.ts";
export {isPublished, isPublishedBefore} from "./ledger/isPublished.ts";
export {nameOf} from "./ledger/nameOf.ts";
export {
  findRelease,
  isMadeUp,
  latestRelease,
  readLedger,
  readReleaseOf,
  replacedRelease,
  replacedReleases,
} from "./ledger/readLedger.ts";
export {otherClients} from "./ledger/otherClients.ts";
export {saysTheSame} from "./ledger/saysTheSame.ts";
export {readRelease, type Answer, type Release} from "./release.ts";
export {askCell, askCells, releaseFor, releasesOf, type Releases} from "./releases.ts";
export {ReleaseError} from "./ReleaseError.ts";
export {releaseSchema, type ReleaseContent} from "./schema.ts";
export {downloadFormats, type DownloadFormat, type PageFormat} from "./siteFormats.ts";
export {sha256} from "./sha256.ts";
export {writeRelease} from "./writeRelease.ts";
export {readMade} from "./readMade.ts";
