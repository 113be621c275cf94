export type {Cell, CellStatus} from "./cell.ts";
export {readRelease, type Release} from "./release.ts";
export {ReleaseError} from "./ReleaseError.ts";
export {releaseSchema, type ReleaseContent} from "./schema.ts";
export {roundRatioHalfUp} from "./roundRatioHalfUp.ts";
export {writeRelease} from "./writeRelease.ts";
