import type {Project, Report} from "../../publication/index.ts";
import type {Dictionary} from "../dictionary/dictionary.ts";
import type {Severity} from "../dictionary/faultRules.ts";
import type {AnsweredRecords, RecordsAsked} from "./recordAnswers.ts";

/**
 * Where records are, and all that is asked of them for a release: how many there are, by the names of the vocabulary and by
 * the codes of the dictionary. Whatever a source keeps them in, its own numbers stay with it. Confidential, like everything
 * that it answers.
 *
 * What every source must keep is tested on each of them: tests/confidential/sources/recordSourceContract.ts.
 */
export interface RecordSource extends AsyncDisposable {
  /** What was read, extract by extract. */
  readonly describe: () => readonly DescribedExtract[];
  /**
   * Answers all requests about one population of the report, in their order. Throws for a population, variable or category
   * that the vocabulary lacks: nothing unknown is counted as nought.
   */
  readonly count: (population: string, requests: readonly CountRequest[]) => Promise<readonly CountAnswer[]>;
  /**
   * How many records of an extract give each combination of answers to some columns of its dictionary: the people among whom
   * the release is attacked, before it may leave.
   */
  readonly answers: (extract: string, asked: RecordsAsked) => Promise<AnsweredRecords>;
  /** The first faults of an extract, by line. */
  readonly faults: (extract: string, limit: number) => Promise<readonly RecordFault[]>;
  /**
   * Names of the extracts in which some client's reference does not begin with `mark`; a broken record has none. Of a table of
   * counts, whose records name no client, its key stands for all of them.
   */
  readonly unmarked: (mark: string) => Promise<readonly string[]>;
  /**
   * By extract, SHA-256 of all references of its clients in the order of the records, with a line feed between two of them:
   * what only a holder of the records can know. A certificate holds what is made of it, so that nobody can try out records
   * on it. Of a table of counts, of its key.
   */
  readonly references: () => Promise<ReadonlyMap<string, string>>;
}

/** How the records of a report are come by; whoever opens them disposes of them. */
export type OpenRecords = (asked: {readonly project: Project; readonly report: Report}) => Promise<RecordSource>;

/**
 * Records of a population, grouped by the categories of some variables; with `of` by the value of a number too, and then
 * records without one are left out. Each group is counted once for every list of tests; no test counts all of it.
 */
export interface CountRequest {
  /** Variables with one answer a record, and numbers, whose categories are their values. */
  readonly by: readonly string[];
  readonly of?: string;
  readonly counts: readonly (readonly AnswerTest[])[];
}

/**
 * A test of a question with several answers: whether a record has the answer `category`, any answer (`stated`) or none
 * (`not-stated`).
 */
export interface AnswerTest {
  readonly variable: string;
  readonly category: string;
}

/** The groups of a request in any order; one that nobody is in may be left out. */
export type CountAnswer = readonly CountedGroup[];

/** One group: the names of its categories in the order of `by`, and its counts in the order of `counts`. */
export interface CountedGroup {
  readonly at: readonly string[];
  /** Value of the number that was asked; absent where none was. */
  readonly number?: number;
  readonly counts: readonly number[];
}

/** An extract as read and checked. */
export interface DescribedExtract {
  readonly name: string;
  /** As named in the report or on the command line. */
  readonly file: string;
  /** How it was read: its encoding, or what else it is kept in. */
  readonly encoding: string;
  /** Whether the encoding was neither stated nor shown by the bytes. */
  readonly isEncodingAssumed: boolean;
  /** Columns that the dictionary does not know: not read. */
  readonly ignoredColumns: readonly string[];
  /** What its supplier says of it, by the names of a control file, and is so; absent where nothing is said. */
  readonly controlled?: readonly string[];
  /** What its dictionary allows, as parts of its forms; nothing of it was exceeded. */
  readonly limits: Pick<Dictionary["file"], "brokenRows" | "quarantinedForms" | "droppedAnswers">;
  readonly counts: FormCounts;
  readonly faultCounts: readonly FaultCount[];
  /** Of a table of counts, what its rows look like. */
  readonly rows?: TableRows;
}

/** What the rows of a table of counts look like; one with nought stands for no record and is left out. */
export interface TableRows {
  /** All rows first, then those of every code of a column, `AREA=kent`. */
  readonly parts: readonly TablePart[];
  /** By column of codes, the records that have no answer there, or none of the list, and all others. */
  readonly unstated: readonly {readonly column: string; readonly without: number; readonly others: number}[];
}

/** Some rows of a table of counts; `of` is empty for all of them. */
export interface TablePart {
  readonly of: string;
  readonly rows: number;
  /** Rows whose count is a multiple of five, and of ten. */
  readonly fives: number;
  readonly tens: number;
}

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
  /** What the forms that broke it have in common, in words that hold no value; absent where nothing is known of it. */
  readonly hint?: string;
}

/** One fault where it stands. Never holds a value. */
export interface RecordFault {
  readonly file: string;
  /** Physical line on which the record starts; in Parquet the number of the row. */
  readonly line: number;
  readonly column: string;
  readonly rule: string;
  readonly severity: Severity;
}
