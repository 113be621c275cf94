export {DictionaryError, type FilePosition} from "./dictionary/DictionaryError.ts";
export type {CodeListRow} from "./dictionary/codeList.ts";
export {holdsRecords, type Column, type Dictionary, type RecordDictionary} from "./dictionary/dictionary.ts";
export {parseCsv, type PublicRow} from "./dictionary/parseCsv.ts";
export {parseYaml} from "./dictionary/parseYaml.ts";
export {readCodeList} from "./dictionary/readCodeList.ts";
export {readDictionary} from "./dictionary/readDictionary.ts";
export {readNamedFile} from "./dictionary/readNamedFile.ts";
export {coversRegion} from "./dictionary/readReference.ts";
export {referenceFigures} from "./dictionary/referenceFigures.ts";
export {vocabularyFor} from "./dictionary/vocabularyFor.ts";
export {extractModel} from "./sources/files/extractModel.ts";
export {fromFiles} from "./sources/files/ingest.ts";
export type {OpenRecords} from "./sources/RecordSource.ts";
export type {ColumnMatch} from "./mapping/mapColumns.ts";
export {suggestColumns, type SuggestedColumns, type SuggestInput} from "./mapping/suggestColumns.ts";
export {draftExtract, type DraftExtractRequest} from "./draft/draftExtract.ts";
export {
  sharedFloor,
  type ColumnContent,
  type DraftedColumn,
  type DraftedExtract,
  type LeftOutColumn,
} from "./draft/draftedExtract.ts";
export {meaningInQueries} from "./dictionary/reservedNames.ts";
export {tallyFile} from "./expect/tally.ts";
export {
  makeRelease,
  type MadeRelease,
  type ReleaseRequest,
  type ReleaseStep,
  type ReleaseSummary,
} from "./makeRelease.ts";
export type {ReleaseTexts} from "./signOff/writeTexts.ts";
export {protectTable, type ProtectedTable, type ProtectRequest} from "./disclose/oneTable/protectTable.ts";
export {explainAmong, explainDifference} from "./signOff/explainAmong.ts";
export {explainAddress} from "./signOff/explainAddress.ts";
export {readSignOff} from "./signOff/readSignOff.ts";
