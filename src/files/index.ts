export {FileLock} from "./FileLock.ts";
export {makeFolder} from "./missingFolders.ts";
export type {FileMove} from "./FileMove.ts";
export {systemCode, PlaceError} from "./PlaceError.ts";
export {realPlace} from "./realPlace.ts";
export {restoreInterrupted} from "./restoreInterrupted.ts";
export {Staging} from "./Staging.ts";
export {TemporaryFolder} from "./TemporaryFolder.ts";
export {writeWhole, type WriteOptions} from "./writeWhole.ts";
