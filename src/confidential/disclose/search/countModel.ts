/** One distinct count of the publication, however many tables show it. */
export interface ModelCell {
  /** Its name; also settles the order of work, so that the order of tables and rows does not matter. */
  readonly key: string;
  readonly count: number;
  /** Whether any table shows it. A cell that is not shown only links others; nobody is told its value. */
  readonly shown: boolean;
  /** Over how many dimensions it is a total: 0 for an inner cell. */
  readonly level: number;
  /** It names one category twice, as the cell of an area with itself. */
  readonly isDiagonal?: boolean;
  /** Shown, and may not be withheld: an earlier edition printed it, or the analyst asks for it. */
  readonly fixed?: boolean;
  /** Withheld by the analyst's choice or by the rule for small groups, although it is safe by itself. */
  readonly chosen?: boolean;
  /** What a reader knows of it by the rule for small groups, shown or not. */
  readonly bounds?: Range;
  /** Its mark says no more than that it is part of the breakdown of a small group, maybe a count of nobody. */
  readonly isOfSmallGroup?: boolean;
}

/** A total is the sum of its parts. Numbers are places in the model's list of cells. */
export interface Equation {
  readonly total: number;
  readonly parts: readonly number[];
}

/** Every count that is shown, and how they hang together: what an attentive reader knows of the arithmetic. */
export interface CountModel {
  readonly cells: readonly ModelCell[];
  readonly equations: readonly Equation[];
}

/** The values that a reader assumes possible of a count, both ends included. */
export interface Range {
  readonly least: number;
  readonly most: number;
}

/** How far an unsafe count must be able to move: at least `up` and `down` units, and `total` units in all. */
export interface Need {
  readonly up: number;
  readonly down: number;
  readonly total: number;
}

/** What a reader knows of what is withheld, and what must hold for an unsafe count. Made by `protectionOf`. */
export interface Protection {
  /** Values that a reader assumes possible of a withheld cell with this count, from the mark that it carries. */
  readonly range: (count: number) => Range;
  /** How far an unsafe count must be able to move. */
  readonly need: (count: number) => Need;
}

/** A change of whole counts that keeps every equation: by how much each cell differs from the truth. */
export type Move = ReadonlyMap<number, number>;

/** A cell and by how many whole units it is to change in a direction. */
export interface Push {
  readonly cell: number;
  readonly change: 1 | -1;
  readonly units: number;
}

/**
 * How far an unsafe count can be moved up and down within what is withheld, with the moves that show it: one for every
 * unit up to `up` and up to `down`, so that none of the values between is impossible.
 */
export interface Freedom {
  readonly up: number;
  readonly down: number;
  readonly moves: readonly Move[];
}

/**
 * Finds what a reader cannot exclude, and what to withhold beside an unsafe count so that more cannot be excluded. It
 * keeps the pattern that it speaks of.
 */
export interface Defence {
  readonly withheld: ReadonlySet<number>;
  readonly withhold: (cell: number) => void;
  readonly publish: (cell: number) => void;
  /** How far the cell can move when only withheld cells may change; looks no further than its need. */
  readonly freedom: (cell: number) => Freedom;
  /** The cheapest shown cells whose withholding lets the cell move one unit further; undefined where none do. */
  readonly repair: (cell: number) => readonly number[] | undefined;
}

/** Checks that every total is the sum of its parts. A model that is not true of its own counts proves nothing. */
export function isTrue({cells, equations}: CountModel): boolean {
  const count = (index: number): number => cells[index]?.count ?? Number.NaN;
  return equations.every(({total, parts}) => parts.reduce((sum, part) => sum + count(part), 0) === count(total));
}
