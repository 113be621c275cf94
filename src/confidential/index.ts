export {vocabularyFor} from "./dictionary/vocabularyFor.ts";
export type {ColumnMatch} from "./mapping/mapColumns.ts";
export {suggestColumns, type SuggestInput} from "./mapping/suggestColumns.ts";
export {synthesise, type SynthesiseOptions, type SynthesisedExtract} from "./synthesise/synthesise.ts";
export {makeRelease, type MadeRelease, type ReleaseRequest, type ReleaseSummary} from "./makeRelease.ts";
export {protectTable, type ProtectedTable, type ProtectRequest} from "./protect/protectTable.ts";
export type {ProtectionLevel} from "./disclose/secondary/protectionOf.ts";
export {explainAddress} from "./signOff/explainAddress.ts";
export {readSignOff} from "./signOff/readSignOff.ts";
