import type {Column, Dictionary} from "../../dictionary/dictionary.ts";

/** How the file of texts is written. */
export interface PlainLayout {
  readonly delimiter: string;
  /** Which part of the records may be broken before the file is refused. */
  readonly brokenRows: number;
  /** Texts that mean "no answer". */
  readonly blank: readonly string[];
}

/** A dictionary by which columns are read as the texts that stand in them, and nothing is made of any; `first` is one of them. */
export function plainDictionary(
  columns: readonly Column[],
  first: string,
  {delimiter, brokenRows, blank}: PlainLayout,
): Dictionary {
  return {
    name: "texts",
    title: "An extract read as texts",
    file: {delimiter, brokenRows, quarantinedForms: 1, droppedAnswers: 1},
    blank,
    dates: [],
    client: first,
    period: first,
    standsForClient: [],
    columns,
    overForms: [],
    rules: [],
    impossible: [],
    variables: [],
  };
}
