import type {DuckDBConnection} from "@duckdb/node-api";
import type {Report} from "../../publication/index.ts";
import type {Encoding} from "../../tables/index.ts";
import type {Severity} from "../dictionary/faultRules.ts";
import type {ReferenceTable} from "../dictionary/referenceTable.ts";
import type {FormsTable} from "./formsTable.ts";

/** Forms by what became of them; they add up to `read`. */
export interface FormCounts {
  readonly read: number;
  readonly quarantined: number;
  readonly outsidePeriod: number;
  readonly superseded: number;
  /** Forms that stand for a client: as many as there are clients. */
  readonly counted: number;
}

/** How often one rule was broken in one column. */
export interface FaultCount {
  readonly rule: string;
  /** A column of the dictionary, or `record`. */
  readonly column: string;
  readonly severity: Severity;
  readonly forms: number;
}

/** One fault where it stands. Never holds a value. */
export interface Fault {
  readonly file: string;
  /** Physical line on which the record starts; in Parquet the number of the row. */
  readonly line: number;
  readonly column: string;
  readonly rule: string;
  readonly severity: Severity;
}

/** An extract as read and checked. Confidential. */
export interface IngestedExtract {
  readonly name: string;
  /** As named in the report or on the command line. */
  readonly file: string;
  readonly encoding: Encoding | "parquet";
  /** Whether the encoding was neither stated nor shown by the bytes. */
  readonly isEncodingAssumed: boolean;
  /** Columns of the file that the dictionary does not know: not read. */
  readonly ignoredColumns: readonly string[];
  readonly counts: FormCounts;
  readonly faultCounts: readonly FaultCount[];
  /** The first faults by line. */
  readonly faults: (limit: number) => Promise<readonly Fault[]>;
  readonly forms: FormsTable;
}

/** All extracts of a report in a private database, until disposed of. Confidential. */
export interface Ingested extends AsyncDisposable {
  readonly report: Report;
  readonly extracts: ReadonlyMap<string, IngestedExtract>;
  readonly references: ReadonlyMap<string, ReferenceTable>;
  readonly connection: DuckDBConnection;
}
