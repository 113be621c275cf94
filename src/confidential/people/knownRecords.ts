import type {Report} from "../../publication/index.ts";
import type {ExtractModel} from "../dictionary/variableModel.ts";
import type {RecordSource} from "../sources/RecordSource.ts";

/** The records of a report, wherever they are, with what its dictionaries say of them. Confidential. */
export interface KnownRecords {
  readonly source: Pick<RecordSource, "answers" | "references">;
  readonly report: Report;
  /** By extract, those that some population counts. */
  readonly models: ReadonlyMap<string, ExtractModel>;
}
