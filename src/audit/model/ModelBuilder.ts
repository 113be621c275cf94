import {cellKey, type Coordinates} from "../../publication/index.ts";
import type {AuditCell, AuditModel, CellStanding, Constraint, HiddenMean} from "./auditModel.ts";

/** Where a count stands: its population and place, and whose records it counts. */
export interface CellPlace {
  readonly population: string;
  readonly at: Coordinates;
  /** Empty for the records of the first release. */
  readonly world: string;
  /** A number that is added up over the records there, in the place of counting them. */
  readonly sumOf?: string;
}

interface Draft {
  place: CellPlace;
  standing: CellStanding;
  isWithheld: boolean;
  value?: number;
  printedIn?: string;
  isWhether?: boolean;
  /** Smallest and largest count that the marks on it, or the rounded counts shown for it, allow. */
  least: number;
  most: number;
}

/** A count that a page keeps from the reader, and what it lets be known of it. */
export interface HiddenCount {
  readonly at: Coordinates;
  readonly from: number;
  readonly to: number;
  readonly as: "withheld" | "rounded";
}

/** An equation between cells, `total = Σ parts`. */
export interface CellEquation {
  readonly total: number;
  readonly parts: readonly number[];
  readonly because: string;
}

/** What no number that is averaged is above, where it is not told that one is: years of age. */
const usuallyMost = 1000;

/** Collects the cells and statements of a model. A cell is known by its identity, whatever keys it is shown under. */
export class ModelBuilder {
  readonly #cells: Draft[] = [];
  readonly #index = new Map<string, number>();
  readonly #constraints: Constraint[] = [];
  readonly #equations = new Set<string>();
  readonly #notes = new Set<string>();
  readonly #leftOut = new Set<string>();
  readonly #means: HiddenMean[] = [];
  readonly #policy: AuditModel["policy"];
  #least = 0;
  #most = usuallyMost;

  constructor(policy: AuditModel["policy"]) {
    this.#policy = policy;
  }

  /** Numbers that are averaged may be as small and as large as this. */
  holdNumbers(least: number, most: number): void {
    this.#least = Math.min(this.#least, least);
    this.#most = Math.max(this.#most, most);
  }

  /** Index of the cell with an identity; made as an unseen one where it is new. */
  cell(identity: string, place: CellPlace): number {
    const known = this.#index.get(identity);
    if (known !== undefined) return known;
    this.#index.set(identity, this.#cells.length);
    return this.#cells.push({place, standing: "unseen", isWithheld: false, least: 0, most: Infinity}) - 1;
  }

  /** A cell of no people that says whether something is so of the count of another: 1 if it is, else 0. */
  whether(index: number, what: string): number {
    const {population, at, world} = this.placeOf(index);
    const place = {population, at, world: [world, what].filter((part) => part !== "").join(", ")};
    const cell = this.cell(`whether ${String(index)} has ${what}`, place);
    Object.assign(this.#draft(cell), {isWhether: true, most: 1});
    return cell;
  }

  placeOf(index: number): CellPlace {
    return this.#draft(index).place;
  }

  find(identity: string): number | undefined {
    return this.#index.get(identity);
  }

  /** What is printed for a cell, where a page prints it. */
  printedValue(index: number): number | undefined {
    return this.#draft(index).value;
  }

  /** Notes that a count cell is shown with its value. Two values for one cell make the model infeasible, as they should. */
  publish(index: number, shown: {at: Coordinates; value: number; because: string; place?: string}): void {
    const cell = this.#draft(index);
    if (cell.standing === "published") {
      this.state({cells: [index], coefficients: [1], lower: shown.value, upper: shown.value, because: shown.because});
      return;
    }
    const {at, value, place: printedIn} = shown;
    Object.assign(cell, {place: {...cell.place, at}, value, standing: "published", printedIn});
  }

  /**
   * Notes that a count cell is shown by a mark, or by a rounded count, that allow some counts. What another table or
   * edition prints stays known.
   */
  hide(index: number, {at, from, to, as}: HiddenCount): void {
    const cell = this.#draft(index);
    cell.isWithheld = true;
    cell.least = Math.max(cell.least, from);
    cell.most = Math.min(cell.most, to);
    if (cell.standing === "unseen") Object.assign(cell, {place: {...cell.place, at}, standing: as});
  }

  /** Notes that a count which no page shows must not be worked out either. */
  guard(index: number): void {
    this.#draft(index).isWithheld = true;
  }

  state(constraint: Constraint): void {
    this.#constraints.push(constraint);
  }

  /** Adds `total = Σ parts` once. */
  addUp({total, parts, because}: CellEquation): void {
    if (parts.length === 1 && parts[0] === total) return;
    const signature = `${total}=${parts.toSorted((a, b) => a - b).join("+")}`;
    if (this.#equations.has(signature)) return;
    this.#equations.add(signature);
    const coefficients = [1, ...parts.map(() => -1)];
    this.state({cells: [total, ...parts], coefficients, lower: 0, upper: 0, because});
  }

  note(sentence: string): void {
    this.#notes.add(sentence);
  }

  /** Says of something that a reader knows that the model lacks it: nothing is then proved. */
  leaveOut(sentence: string): void {
    this.#leftOut.add(sentence);
  }

  /** Notes a mean that must not be worked out where it is of too few. */
  guardMean(mean: HiddenMean): void {
    this.#means.push(mean);
  }

  /** `printedOfSmallGroups`: see the model. */
  build(printedOfSmallGroups: readonly string[] = []): AuditModel {
    const largest = this.#cells.reduce((most, {value = 0, least}) => Math.max(most, value, least), 0);
    // No total may be published at all: ten times what is printed leaves every hidden count more room than it needs.
    const ceiling = 10 * largest + 1000;
    const cells = this.#cells.map((draft) => this.#finish(draft, ceiling));
    return {
      cells,
      constraints: [...this.#constraints],
      policy: this.#policy,
      means: this.#means,
      printedOfSmallGroups,
      notes: [...this.#notes],
      leftOut: [...this.#leftOut],
    };
  }

  #finish(draft: Draft, ceiling: number): AuditCell {
    const {standing, isWithheld, value, least, most, printedIn, isWhether = false} = draft;
    const {population, at, world, sumOf} = draft.place;
    const count = cellKey({measure: "count", population, at});
    const name = sumOf === undefined ? count : count.replace(/^count/, `sum of ${sumOf} of`);
    const key = world === "" ? name : `${name} @ ${world}`;
    const kind = {...(sumOf !== undefined && {sumOf}), ...(isWhether && {isWhether})};
    const cell = {key, population, at, standing, isWithheld, ...kind};
    if (sumOf !== undefined) return {...cell, lower: ceiling * this.#least, upper: ceiling * this.#most};
    if (value !== undefined) return {...cell, lower: value, upper: value, ...(printedIn !== undefined && {printedIn})};
    return {...cell, lower: least, upper: Math.min(most, ceiling)};
  }

  #draft(index: number): Draft {
    const cell = this.#cells[index];
    if (cell === undefined) throw new RangeError(`there is no cell ${index}`);
    return cell;
  }
}
