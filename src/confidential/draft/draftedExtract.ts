/**
 * What an extract of which nothing was known seems to hold, to be written into a dictionary. It leaves the confidential
 * side: its values are shared by many people, its limits are reached by as many and rounded outward, and nothing in it is counted.
 */
export interface DraftedExtract {
  readonly delimiter: string;
  readonly blank: readonly string[];
  /** Names of the formats of its dates. */
  readonly dates: readonly string[];
  /** The first of the hundred years that years of two digits lie in; absent where no date has one. */
  readonly century?: number;
  /** The column that seems to name the client. */
  readonly client: string;
  /** Whether references come back, so that a client has several records. */
  readonly isRepeated: boolean;
  /** The column of the date that seems to select the period. */
  readonly period: string;
  readonly columns: readonly DraftedColumn[];
  readonly leftOut: readonly LeftOutColumn[];
}

/** A column of the dictionary to be. */
export interface DraftedColumn {
  /** As the header has it. */
  readonly name: string;
  readonly holds: ColumnContent;
}

/** What a column seems to hold. */
export type ColumnContent =
  | {readonly type: "text"}
  | {
      readonly type: "date";
      /** Names of the formats that it has. */
      readonly formats: readonly string[];
      /** Whether no date tells if the day or the month comes first. */
      readonly isDoubtful: boolean;
    }
  | {readonly type: "number"; readonly decimals: 0 | 1 | 2; readonly from: number; readonly to: number}
  | {readonly type: "code"; readonly codes: readonly string[]; readonly hasOthers: boolean}
  | {
      readonly type: "codes";
      readonly codes: readonly string[];
      readonly hasOthers: boolean;
      readonly separator: string;
    };

/** A column that the dictionary leaves out. */
export interface LeftOutColumn {
  readonly name: string;
  /** Why, and what to do where it is wanted after all. */
  readonly why: string;
}

/**
 * Values that so many people share may be written down: no fewer than `people`, and one in `oneIn` of all. Source: a floor
 * of ten, twice the threshold below which counts are withheld.
 */
export const sharedFloor = {people: 10, oneIn: 1000} as const;
