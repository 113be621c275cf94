import type {OverForms, PeriodKind, SpanUnit} from "../../publication/index.ts";
import type {DateFormat} from "./dateFormat.ts";
import type {FilePosition} from "./DictionaryError.ts";

/**
 * Layout and meaning of one kind of extract, as `data/dictionaries/<name>.yaml` gives them. An extract of records has a form in
 * every row; one with a column of counts has as many records with the same answers, and is a table of counts.
 */
export interface Dictionary {
  readonly name: string;
  readonly title: string;
  readonly file: {
    readonly delimiter: string;
    /** Share of broken rows, from 0 to 1, above which the extract is refused. */
    readonly brokenRows: number;
    /** Share of quarantined forms, from 0 to 1, above which it is refused. */
    readonly quarantinedForms: number;
    /** Share of forms that lose their answer in one column to faults, from 0 to 1, above which it is refused. */
    readonly droppedAnswers: number;
  };
  /** Texts that mean "no answer", compared after trimming. */
  readonly blank: readonly string[];
  readonly dates: readonly DateFormat[];
  /** Column of the client reference; a table of counts has none. */
  readonly client?: string;
  /** Column of the date that selects the period; in a table of counts without one every row belongs to it. */
  readonly period?: string;
  /** Date columns by which the latest form stands for a client; blank dates come first, ties go to the next column. */
  readonly standsForClient: readonly string[];
  readonly columns: readonly Column[];
  /** Columns that no extract has: answers over all forms of a client, as its variables ask them. */
  readonly overForms: readonly OverFormsColumn[];
  readonly rules: readonly CrossRule[];
  /** Answers that cannot go together, in the order in which they are looked for. */
  readonly impossible: readonly ImpossibleAnswers[];
  readonly variables: readonly DictionaryVariable[];
}

interface ColumnCommon {
  readonly name: string;
  readonly title: string;
  /** A form with a blank here is quarantined. */
  readonly required: boolean;
  /** Other names that extracts give this column; they help to map an unfamiliar extract, and bind nothing. */
  readonly also?: readonly string[];
  /** The name that the extract at hand gives it, where the report says another one. */
  readonly header?: string;
}

/** A column of an extract. `codes` holds any number of codes between separators. */
export type Column =
  | (ColumnCommon & {
      readonly type: "text";
      /** A form that repeats an earlier value is quarantined. */ readonly unique: boolean;
    })
  | (ColumnCommon & {readonly type: "code"; readonly list: string; readonly values?: ValueMapping})
  | (ColumnCommon & {
      readonly type: "codes";
      readonly list: string;
      readonly separator: string;
      readonly values?: ValueMapping;
    })
  | NumberColumn
  | CountColumn
  | DateColumn;

/** The column that makes an extract a table of counts: for how many records a row stands. */
export type CountColumn = ColumnCommon & {readonly type: "count"};

/**
 * So many records a row stands for at most. A dictionary has no limit of its own: its readers would know of every combination
 * of answers that no more people give it, which nothing that is proved takes into account.
 */
export const mostOfRow = 1_000_000;

/** A column of numbers, which are held in whole steps of their last decimal. */
export type NumberColumn = ColumnCommon & {
  readonly type: "number";
  readonly decimals: 0 | 1 | 2;
  /** Inclusive, in steps: beyond them a number is not believed. */
  readonly from: number;
  readonly to: number;
};

/** What the extract at hand writes, tidied, with the code of the list that it stands for; empty for no answer. */
export type ValueMapping = ReadonlyMap<string, string>;

export type DateColumn = ColumnCommon & {
  readonly type: "date";
  /** ISO dates, inclusive: beyond them a date is not believed. */
  readonly from?: string;
  readonly to?: string;
  /** The year with which the hundred years begin that years of two digits lie in. */
  readonly century?: number;
  /** How the extract at hand writes it, where that is another way than the dictionary's. */
  readonly dates?: readonly DateFormat[];
};

/** An answer over all forms of a client, held like a column of the form that stands for them. */
export type OverFormsColumn = (Extract<Column, {type: "code"}> | NumberColumn) & {
  readonly over: OverForms;
  /** Of the first variable that asks it. */
  readonly position: FilePosition;
};

/** A comparison of two columns of one form; it holds when either is blank. */
export interface CrossRule {
  readonly name: string;
  readonly title: string;
  readonly left: string;
  readonly operator: "<" | "<=" | ">" | ">=" | "=" | "!=";
  readonly right: string;
  /** What happens to a form that breaks the rule: one answer is dropped, or the form is quarantined. */
  readonly otherwise: {readonly blank: string} | "quarantine";
}

/** Codes of several columns that no person can have together: a woman in a prison for men. */
export interface ImpossibleAnswers {
  readonly name: string;
  readonly title: string;
  /** A form is against it that has one of the codes in every column; with `isNot` any code of the list but these. */
  readonly where: readonly {readonly column: string; readonly codes: readonly string[]; readonly isNot: boolean}[];
  /** The column whose answer is dropped in such a form, one of those above. */
  readonly drop: string;
  readonly position: FilePosition;
}

/** One group of a banded number; `from` and `to` are inclusive, in steps of its last decimal. */
export interface Band {
  readonly name: string;
  readonly label: string;
  readonly text: string;
  readonly from?: number;
  readonly to?: number;
}

interface DefinitionCommon {
  readonly name: string;
  readonly label: string;
  /** How a yes is said of people: "were tested". */
  readonly who?: string;
  readonly position: FilePosition;
}

/** How a variable that a report may name comes from the columns. */
export type DictionaryVariable = DefinitionCommon &
  (
    | {readonly kind: "from"; readonly from: string}
    | {readonly kind: "area"; readonly from: string}
    | {
        readonly kind: "grouped";
        readonly from: string;
        readonly grouped: {readonly column: string; readonly list: string};
      }
    | {
        readonly kind: "in-region";
        readonly from: string;
        readonly inRegion: {readonly inside: string; readonly elsewhere: string; readonly notStated: string};
      }
    | {
        readonly kind: "span";
        readonly span: {readonly in: SpanUnit; readonly from: string; readonly to: string};
        readonly unit: string;
        readonly between: readonly [number, number];
      }
    | {readonly kind: "number"; readonly column: string; readonly unit: string}
    | {readonly kind: "bands"; readonly of: string; readonly groups: readonly Band[]}
    | {
        readonly kind: "any-of";
        readonly anyOf: {readonly columns: readonly string[]; readonly column: string; readonly is: string};
      }
    | {readonly kind: "answered"; readonly column: string}
    | {readonly kind: "period"; readonly of: string; readonly divided: PeriodKind}
  );

/** A dictionary of records, which name their client and the date that selects them. */
export type RecordDictionary = Dictionary & {readonly client: string; readonly period: string};

/** Whether an extract has a record in every row, and is no table of counts. */
export function holdsRecords(dictionary: Dictionary): dictionary is RecordDictionary {
  return countColumnOf(dictionary) === undefined && dictionary.client !== undefined && dictionary.period !== undefined;
}

/** The column that says for how many records a row stands; nothing where every row is one. */
export function countColumnOf({columns}: Pick<Dictionary, "columns">): CountColumn | undefined {
  return columns.find((column) => column.type === "count");
}
