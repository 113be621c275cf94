import type {CategoryRole} from "../../publication/index.ts";

/** Official codes of one question, as `data/codelists/<name>.csv` gives them. */
export interface CodeList {
  readonly name: string;
  /** Path from the project's root, for messages; empty of a list that no file holds. */
  readonly file: string;
  /** Columns beyond the common ones, e.g. `group` or `region`. */
  readonly extraColumns: readonly string[];
  readonly rows: readonly CodeListRow[];
}

export interface CodeListRow {
  /** As written in an extract; empty in lists of groups. */
  readonly code: string;
  readonly name: string;
  readonly label: string;
  readonly text: string;
  readonly role: CategoryRole;
  /** ISO dates, inclusive: a form whose period date lies outside them may not use the code. */
  readonly validFrom?: string;
  readonly validTo?: string;
  readonly extra: Readonly<Record<string, string>>;
  /** Physical line of the file, for messages. */
  readonly line: number;
}
