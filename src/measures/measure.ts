import type {z} from "zod";
import type {Cell} from "./cell.ts";
import type {Coordinates} from "./coordinates.ts";
import type {Grammar} from "./grammar.ts";
import type {Counted, Figure, Given, Wanted} from "./ingredients.ts";
import type {referenceCell, wholeOfAreas} from "./layout.ts";

/** The address of a count, on which cells of other measures rest. */
export interface CountAddress {
  readonly measure: "count";
  readonly population: string;
  readonly at: Coordinates;
}

/** What every address has, whatever its measure. */
export interface AddressFrame {
  readonly measure: string;
  /** Of a measure of references: the reference. */
  readonly population: string;
  readonly at: Coordinates;
}

/** Where a query asks for a cell, and what beside its place says which cell that is. */
export interface AskedAt<Subject> {
  readonly subject: Subject;
  readonly population: string;
  readonly at: Coordinates;
  readonly base: Coordinates;
  /** Of a number of the region as a whole: of whose areas, and who lives in none of them. */
  readonly whole?: z.output<typeof wholeOfAreas> | undefined;
  /** The months that are counted, where the query asks how many there would be in a year. */
  readonly months?: number | undefined;
  /** The figure that a count is divided by, where the measure divides by one; none where its reference has no row. */
  readonly per?: z.output<typeof referenceCell> | undefined;
  /** The categories of the key that it adds up over, where the measure adds up over one. */
  readonly strata?: readonly string[];
  /** The periods that it adds up, where the measure adds up periods; none where not so many are there. */
  readonly ending?: {readonly over: string; readonly periods: readonly string[]} | undefined;
}

/** What of a policy decides on cells that rest on few records. */
export interface FewestPolicy {
  /** A count of fewer is withheld. */
  readonly threshold: number;
  /** A mean of fewer records is withheld. */
  readonly meanNeeds: number;
  /** A mean with its interval of fewer records is withheld. */
  readonly intervalNeeds: number;
  /** A sum of fewer records above the floor of their number, nought as a rule, is withheld. */
  readonly sumNeeds: number;
  /** What all but the two largest have above the floor is at least so many percent of what the largest has; 0 where not asked. */
  readonly dominance: number;
}

/** What else decides how a cell is released. */
export interface Beside {
  /** How many records have the number that the cell is of, where that count is published itself. */
  readonly known?: number | undefined;
  /** A share of a base of fewer is of too few to be useful. */
  readonly shareNeeds?: number | undefined;
}

/** Of what a stand-in is made, before anything is counted: made-up numbers of people, and figures of references. */
export interface StandIn {
  readonly everybody: number;
  readonly part: number;
  readonly figureOf: (place: {population: string; column: string; at: Coordinates}) => Figure | undefined;
}

/**
 * What the numbers of a measure are of.
 *
 * `all`: everybody of the population, or whom the query is among. `within`: the same, divided by what the query spreads
 * within. `known`: those at its place whose number is known. `none`: no base is told; its parts carry their own numbers. `others`: the
 * records of other places than its own, each of which tells its base itself.
 */
export type BaseKind = "all" | "within" | "known" | "none" | "others";

/**
 * When two numbers of a measure may be told apart in words.
 *
 * `shares`, `rates`: where the 95% interval of their difference leaves out nought. `counts`: by more than their
 * rounding. `sums`: where they differ at all. `tenths`, `units`: where they differ by more than one tenth or one whole step of their number, the rounding of both. `facts`: where
 * they differ at all, and estimates as `intervals`: where their 95% intervals share no value.
 */
export type Comparison = "shares" | "rates" | "counts" | "sums" | "tenths" | "units" | "facts" | "intervals";

/** How a released number is printed. */
export interface Print {
  /** A percentage of a count and its base, a number, or as the source's own column says. */
  readonly as: "number" | "percent" | "column";
  /** Decimals where the text asks for none; of a measure whose unit is that of a number, beyond those of the number. */
  readonly decimals: number;
  /** Whether it is printed with these and no others. */
  readonly isFixed: boolean;
}

/**
 * Everything that a measure is, in one record. Nothing has a default: what does not hold for it is written down as empty,
 * so that no guard passes a measure over because it was never told of it. What a reader learns from a printed cell is said
 * apart from it, in `src/audit/tells`.
 */
export interface Measure<Name extends string, Subject, Address extends AddressFrame, IsPer extends boolean = boolean> {
  readonly name: Name;
  /** Of whom or what it is asked: the records of a population, or the rows of a reference. */
  readonly about: "population" | "reference";
  readonly grammar: Grammar<Subject, IsPer>;
  /** Layout of its address in a release; {@link Address} is what it gives. */
  readonly address: z.ZodType<Address>;
  /** The one name of a cell: two addresses with the same are the same cell. */
  readonly key: (address: Address) => string;
  /** The address of the cell at a place; nothing where there is none. */
  readonly addressAt: (asked: AskedAt<Subject>) => Address | undefined;
  /** Its name with what it is of, as downloads and headings write it: two numbers of one place are never alike in it. */
  readonly named: (subject: Subject) => string;
  /** Places of the address beside its own that counts are asked of. */
  readonly besidePlaces: (address: Address) => readonly Coordinates[];
  /** The variable whose number of each record it is of; nothing where records are counted only. */
  readonly numberOf: (subject: Subject | Address) => string | undefined;
  readonly base: BaseKind;
  /** Whether a query of it must name a part or a variable, as it is always the same of everybody. */
  readonly needsPart: boolean;

  /** The counts that a cell rests on: it is published only where all of these are. */
  readonly restsOn: (address: Address) => readonly CountAddress[];
  /** Whether a cell is of too few records, or of one that is nearly all of it, beside what the rules for counts ask. */
  readonly isOfTooFew: (counted: Counted, address: Address, policy: FewestPolicy) => boolean;

  /** What readers are told of what it needs, in a sentence without digits; nothing where the rules for all say it. */
  readonly ruleInWords: string | undefined;

  /** What must be counted, or looked up, to make a cell. */
  readonly wants: (address: Address) => readonly Wanted[];
  /** What is known of a cell, of what was counted for it. */
  readonly gather: (address: Address, given: Given) => Counted;
  /** The same where counts are rounded, so that it tells no more than these do. */
  readonly rounded: (
    counted: Counted,
    parts: {readonly address: Address; readonly count: (at: Coordinates) => number},
  ) => Counted;
  /** The released form of a cell that may be published, rounded, with its interval. */
  readonly publish: (counted: Counted, beside: Beside) => Cell;
  readonly standIn: (address: Address, made: StandIn) => Cell;

  /** Heading of its column in a table, and the whole numbers that stand in columns beside it. */
  readonly column: {
    readonly heading: (subject: Subject) => string;
    readonly beside: readonly ("count" | "base" | "known")[];
  };
  readonly print: Print;
  /** Unit of its numbers in downloads and on axes: its own words, or those of what it is of. */
  readonly unit:
    | "percent"
    | "per 1,000"
    | "per 100,000"
    | "ratio"
    | "of 100"
    | "of the population"
    | "of the number"
    | "of the column";
  readonly comparison: Comparison;
}

/** A measure as its file writes it. */
export function defineMeasure<
  const Name extends string,
  Subject,
  Address extends AddressFrame,
  const IsPer extends boolean,
>(measure: Measure<Name, Subject, Address, IsPer>): Measure<Name, Subject, Address, IsPer> {
  return measure;
}
