import type {Coordinates} from "./coordinates.ts";
import type {RateScale} from "./rateUnit.ts";

/** A figure of a reference. */
export interface FigurePlace {
  readonly reference: string;
  readonly column: string;
  readonly at: Coordinates;
}

/** What a reference says at a place: a number, and the bounds that its source gives an estimate. */
export interface Figure {
  readonly value: number;
  readonly lower?: number;
  readonly upper?: number;
  /** It is an estimate of which its source gives no bounds here, as it does elsewhere: nobody can tell how far it is off. */
  readonly isOpen?: boolean;
  /** It counts people, each once. */
  readonly isOfPeople?: true;
}

/** What an engine must give for a cell: a count, how many records have each value of a number, or a figure. */
export type Wanted =
  | {readonly kind: "count"; readonly at: Coordinates}
  | {readonly kind: "numbers"; readonly at: Coordinates; readonly of: string}
  | {readonly kind: "figure"; readonly at: FigurePlace};

/** How many records have each value of a number, in steps of its last decimal; those without one are left out. Confidential. */
export type Histogram = ReadonlyMap<number, number>;

/** What was counted, or looked up, of all that a cell wants. Confidential. */
export interface Given {
  readonly count: (at: Coordinates) => number;
  readonly numbers: (at: Coordinates, of: string) => Histogram;
  /** Decimals of a number, 0 where it is whole. */
  readonly decimals: (of: string) => number;
  /** Whether a number may be below nought, as far as its limits say. */
  readonly mayBeBelowNought: (of: string) => boolean;
  /** What everybody who has a number is known to have of it at least, in its steps; 0 where that is nought or less. */
  readonly floorOf: (of: string) => number;
  readonly figure: (at: FigurePlace) => Figure | undefined;
  /** Whether the records are people, each counted once. */
  readonly countsPeople: boolean;
}

/** A cell as counted, before disclosure control. Confidential. */
export interface Counted {
  /** Records that the cell counts: the numerator of a share, those whose number is known. */
  readonly count: number;
  /** Records of a share's base. */
  readonly of?: number;
  /** Sum of the number, in its steps. */
  readonly sum?: number;
  /** Variance of the number, in squares of its steps, over one record less than have it. */
  readonly variance?: number;
  /** Records whose number is above its floor, which is nought as a rule. */
  readonly contributors?: number;
  /** What all have above the floor together, in steps. */
  readonly aboveFloor?: number;
  /** What the two that have most of it have above the floor. */
  readonly largest?: readonly [first: number, second: number];
  /** A quantile, in steps of its number. */
  readonly value?: number;
  /** Decimals of the number that it is of. */
  readonly decimals?: number;
  /** What a reference says. */
  readonly figure?: Figure;
  /** The figure that that one, or a count, is divided by. */
  readonly per?: Figure;
  /** What one event over one person is printed as. */
  readonly scale?: RateScale;
  /** Whether what is counted are people. */
  readonly isOfPeople?: boolean;
  /** What is added up over the categories of a key; nothing where a figure of one of them is missing. */
  readonly strata?: readonly Stratum[];
}

/** One category of a key that is added up over, an age group as a rule. */
export interface Stratum {
  /** Events among the people of it. */
  readonly events: number;
  readonly people: number;
  /** What it weighs: people of a standard population; or the events that are expected among one person. */
  readonly weight: number;
}

/** How many records have a number at all. */
export function knownIn(numbers: Histogram): number {
  return numbers.values().reduce((sum, count) => sum + count, 0);
}

/** What a reference says at a place, as a part of a cell. */
export function figureIn({figure}: Given, at: FigurePlace): Pick<Counted, "figure"> {
  const found = figure(at);
  return found === undefined ? {} : {figure: found};
}
