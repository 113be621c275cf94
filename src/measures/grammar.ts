/** What a measure may read of a query: the words after its name. Throws the fault of the language where one is wrong. */
export interface SubjectReader {
  /** Where the next word starts. */
  readonly offset: number;
  readonly peek: () => {readonly kind: string; readonly text: string} | undefined;
  readonly takeWord: (text: string) => boolean;
  /** Takes the next word, whatever it is; nothing where none stands here. */
  readonly takeAnyWord: () => {readonly text: string; readonly offset: number} | undefined;
  /** Takes `variable=category`; nothing where none stands here. */
  readonly takePlace: () => {readonly text: string; readonly offset: number} | undefined;
  /** A name; `what` says which is wanted, for the message. */
  readonly expectName: (what: string) => string;
  readonly checkName: (name: string, offset: number) => string;
  readonly faultAt: (offset: number, what: string, remedy: string) => Error;
}

/** A column of a reference, as a query names it. */
export interface NamedColumn {
  readonly reference: string;
  readonly column: string;
}

/** Filters that may stand behind one number of a measure in the text. */
export type ValueFilter =
  "decimals" | "nearest" | "spelt" | "in words" | "as words" | "with count" | "with interval" | "capital" | "otherwise";

/** How a query of a measure is written. */
export interface Grammar<Subject, IsPer extends boolean = boolean> {
  /** The first words of a query: the measure's own, or several for forms of it. */
  readonly words: readonly string[];
  /** Reads what stands between the first word and the populations. */
  readonly read: (reader: SubjectReader, word: string) => Subject;
  /** Whether a query ends in what its counts are divided by: `per reference.column`. */
  readonly isPer: IsPer;
  /** Whether a table of it may have totals. */
  readonly hasTotals: boolean;
  readonly filters: readonly ValueFilter[];
}

/** What a measure is of that names nothing but populations. */
export type Nothing = Readonly<Record<never, never>>;

/** Reads `reference.column`. */
export function readColumn(reader: SubjectReader): NamedColumn {
  const {offset} = reader;
  const token = reader.takeAnyWord();
  const [reference = "", column = "", ...more] = token?.text.split(".") ?? [];
  if (token === undefined || column === "" || more.length > 0) {
    throw reader.faultAt(
      token?.offset ?? offset,
      "a reference and its column are missing",
      "Write them with a full stop between, e.g. prevalence.estimate",
    );
  }
  return {
    reference: reader.checkName(reference, token.offset),
    column: reader.checkName(column, token.offset + reference.length + 1),
  };
}
