import type {DuckDBConnection} from "@duckdb/node-api";
import type {Report} from "../../../publication/index.ts";
import type {DescribedExtract, RecordFault, RecordSource} from "../RecordSource.ts";
import type {FormsTable} from "./formsTable.ts";

/** An extract as read and checked, with its forms. Confidential. */
export interface IngestedExtract extends DescribedExtract {
  /** The first faults by line. */
  readonly faults: (limit: number) => Promise<readonly RecordFault[]>;
  readonly forms: FormsTable;
  /** Of a table of counts, the secret that stands for the references of its records. */
  readonly key?: string;
}

/** The source of records that reads files: all extracts of a report in a private database, until disposed of. Confidential. */
export interface Ingested extends RecordSource {
  readonly report: Report;
  readonly extracts: ReadonlyMap<string, IngestedExtract>;
  readonly connection: DuckDBConnection;
}
