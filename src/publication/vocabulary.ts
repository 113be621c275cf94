import type {Period} from "./period/period.ts";

/**
 * What a category stands for: an answer; a place that is none of the report's areas (beyond its region, or in a
 * reference the region as a whole); or no usable answer.
 */
export type CategoryRole = "value" | "outside" | "not-stated";

/** One category of a variable, e.g. `{name: "heroin", code: "1011", label: "Heroin", text: "heroin"}`. */
export interface Category {
  /** Public name, kebab-case, unique within the variable; what a query writes after `=`. */
  readonly name: string;
  /** Code in the extract or code list; empty where the category has none. */
  readonly code: string;
  /** As printed in tables, axes and lists. */
  readonly label: string;
  /** As printed in the middle of a sentence. */
  readonly text: string;
  readonly role: CategoryRole;
  /** The category of each coarser variable that this category belongs to, e.g. `{"offence-group": "acquisitive"}`. */
  readonly within?: Readonly<Record<string, string>>;
  /** A question with several answers: the records of this category are those with at least one answer to it. */
  readonly anyOf?: string;
}

/**
 * A question that a form answers. `category`: one answer a record. `multi`: any number of answers a record, so that
 * shares need not add to 100%. `number`: a quantity that can be averaged.
 */
export interface Variable {
  readonly name: string;
  readonly label: string;
  readonly kind: "category" | "multi" | "number";
  /** How a yes is said of people: `were tested`, as in "people who were tested". */
  readonly who?: string;
  /** Unit of a number, e.g. `years`. */
  readonly unit?: string;
  /** Decimals of a number; 0 where absent. It is counted in steps of the last one: 12.5 is 125 tenths. */
  readonly decimals?: number;
  /**
   * In published order. The last is `not-stated` for a `category` variable whose answer can be missing: not for `fate`,
   * `rule` and their like, nor where the dictionary counts missing answers with another category. Empty for numbers.
   */
  readonly categories: readonly Category[];
  /** Which answers it is read from, by the public dictionary and code lists. Older releases do not say. */
  readonly reads?: Reads;
}

/**
 * From which answers of a form a variable is read, in the words of the public dictionary: `column` is the dictionary's
 * own name, `list` a code list, and codes are those of the list. A code that stands there twice, with another meaning
 * from a day on, is written `7 from 2007-04-01`.
 */
export type Reads =
  /** One code. A form without a usable one is of the category `blank`. */
  | {
      readonly as: "code";
      readonly column: string;
      /** Where it is an answer over all forms of a client, and not that of the form which stands for them. */
      readonly over?: OverForms;
      readonly list: string;
      readonly categories: CodesByCategory;
      readonly blank: string;
    }
  /** Any number of codes. */
  | {readonly as: "codes"; readonly column: string; readonly list: string; readonly categories: CodesByCategory}
  /** Whole years, months, weeks or days from one date to another, both ends of `between` inclusive; beyond them not stated. */
  | {readonly as: SpanUnit; readonly from: string; readonly to: string; readonly between: readonly [number, number]}
  /** Groups of such a span: of years where `in` is absent. */
  | {
      readonly as: "bands";
      readonly from: string;
      readonly to: string;
      readonly in?: Exclude<SpanUnit, "years">;
      readonly between: readonly [number, number];
      readonly categories: EndsByCategory;
    }
  /** A number that stands in a column, in steps of its last decimal; beyond `between`, its limits, not stated. */
  | {
      readonly as: "number";
      readonly column: string;
      readonly over?: OverForms;
      readonly decimals?: number;
      readonly between: readonly [number, number];
    }
  /** Groups of such a number. */
  | {
      readonly as: "number-bands";
      readonly column: string;
      readonly over?: OverForms;
      readonly decimals?: number;
      readonly between: readonly [number, number];
      readonly categories: EndsByCategory;
    }
  /** Yes where a code of any column says yes; else no where one says no; else not stated. */
  | {readonly as: "any-of"; readonly columns: readonly AnyOfColumn[]}
  /** Whether there is an answer. Without `list` it is a date. */
  | {readonly as: "answered"; readonly column: string; readonly list?: string}
  /**
   * The month, quarter or year that a date lies in, by its first and last day; a date in none of them is not stated. A
   * quarter or year begins with January, or with April where `year` is financial.
   */
  | {
      readonly as: "period";
      readonly column: string;
      readonly in: "month" | "quarter" | "year";
      readonly year?: "calendar" | "financial";
      /** It is the date by which forms are selected: every form that counts has one of the periods. */
      readonly selects?: true;
      readonly categories: Readonly<Record<string, readonly [from: string, to: string]>>;
    }
  /** What the builder knows of every form: what became of it, whether it is usable, where its date lies. */
  | {readonly as: "form"; readonly what: "fate" | "usable" | "period"};

/**
 * An answer over all usable forms of a client in the period, in the order in which forms stand for clients. First and last:
 * the code of the first or last form that states one. Any: yes where some form has one of the codes; else no, if every form
 * states one; else not stated. Number: how many forms there are.
 */
export type OverForms =
  | {readonly take: "first" | "last"; readonly of: string}
  | {readonly take: "any"; readonly of: string; readonly codes: readonly string[]}
  | {readonly take: "number"};

/** In what the time between two dates is counted: completed, like years of age. */
export type SpanUnit = "years" | "months" | "weeks" | "days";

/** The least and the most of each group of a number, both inclusive; an end that is null is open. */
export type EndsByCategory = Readonly<Record<string, readonly [number | null, number | null]>>;

/** Codes of a list by the category that they belong to. */
export type CodesByCategory = Readonly<Record<string, readonly string[]>>;

/** One column of an any-of question; codes in neither list say nothing. */
export interface AnyOfColumn {
  readonly column: string;
  readonly list: string;
  readonly yes: readonly string[];
  readonly no: readonly string[];
}

/**
 * Variables that speak of the same answer without one being within the other (two groupings of one code list; the rule
 * and the column of a fault): only these combinations of their categories can be.
 */
export interface Combination {
  readonly variables: readonly string[];
  /** Categories in the order of the variables. */
  readonly possible: readonly (readonly string[])[];
}

/** In what a client is counted once. */
export type StretchOfTime = "month" | "quarter";

/** Who or what is counted. */
export interface Population {
  readonly name: string;
  /** Plural, as printed in the middle of a sentence: "prison clients". */
  readonly label: string;
  /** Short heading for panels and columns: "Prison". */
  readonly heading: string;
  readonly unit: "clients" | "forms" | "faults";
  /** The extract that it is counted from: clients and forms of one extract hang together. */
  readonly extract?: string;
  /** The days whose forms are counted, where these are more than the edition's period. */
  readonly window?: Period & {readonly label: string; readonly text: string};
  /** One form stands for a client in each of these, the latest in it, and not in all that is counted. */
  readonly each?: StretchOfTime;
  /** Its last days, from one on, of which not all forms are in yet: numbers that rest on them may still change. */
  readonly provisional?: {readonly from: string; readonly because: string};
  /** Days from which its records are counted otherwise than before, all or by one variable. */
  readonly breaks?: readonly DatedBreak[];
  readonly variables: readonly Variable[];
  readonly combinations?: readonly Combination[];
  /** Of a part of another population: all records of that at this place, and no others. Its numbers are cells of the whole. */
  readonly partOf?: RelatedPlace;
}

/** A definition that changed among the days that are counted. */
export interface DatedBreak {
  /** The first day of the new one, ISO. */
  readonly from: string;
  readonly because: string;
  /** The variable that changed; absent where all numbers of the population did. */
  readonly variable?: string;
}

/** A published table of facts about places, e.g. prevalence estimates by area. */
export interface Reference {
  readonly name: string;
  readonly title: string;
  readonly source: string;
  /** Whether its figures were made up: whatever rests on them says so wherever it is shown. */
  readonly synthetic?: true;
  /** What its rows are, as a variable; its category names agree with those of the populations' area variables. */
  readonly key: Variable;
  /** What its rows are told apart by besides: years, age groups. A query names one category of each, or all. */
  readonly further?: readonly Variable[];
  readonly columns: readonly ReferenceColumn[];
}

export interface ReferenceColumn {
  readonly name: string;
  readonly label: string;
  readonly unit: string;
  readonly decimals: number;
  /** Whether its source gives bounds of its figures, of some at least. */
  readonly isEstimate?: boolean;
}

/** The records of a population that give some answers. */
export interface RelatedPlace {
  readonly population: string;
  readonly at: Readonly<Record<string, string>>;
}

/** What the records of two populations have to do with each other. */
export type PopulationRelation =
  /** They are the same records at the two places, answer by answer. */
  | {readonly kind: "same-records"; readonly one: RelatedPlace; readonly other: RelatedPlace}
  /** A record is at `one` because it has at least one of those at `some`, each of which belongs to one record. */
  | {readonly kind: "one-for-some"; readonly one: RelatedPlace; readonly some: RelatedPlace};

/** Every name that a publication may use. */
export interface Vocabulary {
  readonly populations: readonly Population[];
  readonly references: readonly Reference[];
  /** All relations between its populations. Older releases do not say. */
  readonly relations?: readonly PopulationRelation[];
  /** The days of the edition that asks, or of the one that answers; absent where no edition does. */
  readonly period?: Period;
}

/** A vocabulary that says how its populations hang together, without which their counts cannot be protected. */
export type RelatedVocabulary = Vocabulary & Required<Pick<Vocabulary, "relations">>;
