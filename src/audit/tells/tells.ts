import type {AddressOf, MeasureName, SubjectOf} from "../../measures/index.ts";
import type {Cell, Release} from "../../release/index.ts";
import type {Statement} from "./statement.ts";
import type {Part} from "../population/quantity.ts";
import type {CountedPopulation} from "../population/terms.ts";

export type ReleasedPolicy = Release["disclosure"]["policy"];
export type Published = Extract<Cell, {status: "published"}>;

/** A cell as a release has it. */
export interface ToldCell<Name extends MeasureName> {
  readonly release: Release;
  readonly address: AddressOf<Name>;
  readonly cell: Cell;
}

/** One of them that is printed. */
export interface PrintedCell<Name extends MeasureName> extends ToldCell<Name> {
  readonly cell: Published;
  /** With how many decimals, where its indicator says that. */
  readonly decimals?: number | undefined;
}

/** One of them that is marked as of too few to be useful. */
export interface FewCell<Name extends MeasureName> extends ToldCell<Name> {
  readonly cell: Extract<Cell, {status: "unreliable"}>;
}

/** A cell beside the records that it is counted from. */
export interface PeopleCell<Name extends MeasureName> extends ToldCell<Name> {
  readonly population: CountedPopulation;
  /** Whether it is withheld because it is of too few records, or of one who dominates. */
  readonly isTooFew: boolean;
  /** How many records of a part have each value of a column, among people who are to stay alike in what marks say. */
  readonly inBase: (part: Part, column: number) => readonly number[];
}

/** What a cell says of records: some parts together weigh from one number to another. */
export interface Sentence {
  readonly says: "shown" | "marked" | "implied";
  readonly parts: readonly Part[];
  readonly range: readonly [lower: number, upper: number];
}

/** How a query's own base is named under a figure; see `auditBases`. */
export type ToldBase = "of the population" | "within" | "of the known" | "none";

/**
 * What a reader learns from a cell of one measure: what its number says of counts, what its marks say, which numbers are
 * printed of it. Written apart from the measure itself, which the confidential side publishes by, so that a fault there
 * is found here. Nothing has a default: what a measure does not tell is written down as empty.
 */
export interface Tells<Name extends MeasureName> {
  /** Of the counts of its population, beyond that it stands there, where counts are withheld. */
  readonly says: (told: ToldCell<Name>) => readonly Statement[];
  /** The same where counts are rounded, and each is as near to the multiple shown as the release says. */
  readonly saysRounded: (told: ToldCell<Name>) => readonly Statement[];
  /** Of the records themselves. */
  readonly saysOfPeople: (told: PeopleCell<Name>) => readonly Sentence[];
  /** Whether it tells the sum of its number, so that means and sums of others follow from several. */
  readonly isSum: boolean;
  /** The variable whose values a printed number of it cuts in two; nothing where it cuts none. */
  readonly cuts: (address: AddressOf<Name>) => string | undefined;
  /** The counts of people that it prints, as its value or beside it. */
  readonly countsIn: (cell: Published) => readonly number[];
  /** Why the number cannot be what the builder wrote, whatever the records are; one line each. */
  readonly faultsOf: (printed: PrintedCell<Name>) => readonly string[];
  /** The same of one that is marked as of too few to be useful. */
  readonly faultsOfFew: (few: FewCell<Name>) => readonly string[];
  /** Whether the release shows the reason of a mark that is no suppression. */
  readonly isFounded: (told: ToldCell<Name>) => boolean;
  /** Keys of the number in every rounding in which the site prints it. */
  readonly numbersOf: (printed: PrintedCell<Name>) => readonly string[];
  /** Keys of the number as tables print it. */
  readonly numbersInTable: (printed: PrintedCell<Name>) => readonly string[];
  /** Whether the column "Number" of a table holds what it counts, and not its own number. */
  readonly hasNumberColumn: boolean;
  readonly base: ToldBase;
  /** What a heading may call it, in lower case. */
  readonly namesOf: (asked: SubjectOf<Name>) => readonly string[];
  /** What a download calls it. */
  readonly nameInFiles: (asked: SubjectOf<Name>) => string;
  /** When one number of it may be called greater than another. */
  readonly apart:
    | "by its interval"
    | "beyond its rounding"
    | "beyond a tenth"
    | "beyond a unit"
    | "exactly"
    | "at all"
    | "where intervals part"
    | "perhaps";
}
