import {
  valueWith,
  weightOf,
  type Part,
  type Quantity,
  type Records,
  type SourceDefinition,
  ownColumns,
} from "../../audit/index.ts";
import {
  allCombinations,
  canBeWhole,
  keysFor,
  nearby,
  nearCombinations,
  prefixTest,
  type CanBe,
  type Impossible,
  type KeyOf,
} from "./combinations.ts";

/** A combination of values of a clique's columns, with the records that have it. */
export interface CliqueCell {
  readonly values: readonly number[];
  readonly rows: readonly number[];
}

/** Combinations that are added for one quantity. */
const mostAdded = 400;

/** The joint table of a clique's columns: the combinations that records have, and those that other people could have. */
export class CliqueTable {
  readonly columns: readonly number[];
  /** Whether combinations that could be are left out, because there are too many of them. */
  readonly isPartial: boolean;
  readonly #cells: CliqueCell[] = [];
  readonly #index = new Map<number | string, number>();
  readonly #keyOf: KeyOf;
  readonly #weights = new Map<Part, readonly (readonly [cell: number, weight: number])[]>();
  /** By place of a column and value, the cells that have it. */
  readonly #with: readonly Map<number, number[]>[];
  readonly #definition: SourceDefinition;
  readonly #canBe: CanBe;

  constructor(records: Records, columns: readonly number[], impossible: readonly Impossible[]) {
    this.columns = columns;
    this.#definition = records.definition;
    this.#with = columns.map(() => new Map<number, number[]>());
    this.#canBe = prefixTest(columns, impossible);
    const sizes = this.#sizes();
    this.#keyOf = keysFor(sizes);
    const cells = occurring(records, columns, this.#keyOf);
    const all = allCombinations(sizes, this.#canBe);
    this.isPartial = all === undefined;
    for (const cell of cells) this.#add(cell);
    for (const values of all ??
      nearCombinations(
        cells.map(({values}) => values),
        {sizes, canBe: this.#canBe, keyOf: this.#keyOf},
      ))
      this.#addEmpty(values);
  }

  get cells(): readonly CliqueCell[] {
    return this.#cells;
  }

  /**
   * Adds combinations that a quantity counts and no record has: those that differ from a record's in one column that the
   * quantity looks at. Where such are listed already nothing is added.
   */
  makeRoom({parts}: Quantity): void {
    if (!this.isPartial) return;
    const weigh = (values: readonly number[]): number => {
      const valueOf = valueWith((column) => values[this.columns.indexOf(column)] ?? 0, this.#definition);
      return parts.reduce((sum, part) => sum + weightOf(part, valueOf), 0);
    };
    if (this.#cells.some(({values, rows}) => rows.length === 0 && weigh(values) > 0)) return;
    const asked = new Set(parts.flatMap((part) => ownColumns(part, this.#definition)));
    const sizes = this.#sizes().map((size, place) => (asked.has(this.columns[place] ?? -1) ? size : 0));
    const occupied = this.#cells.flatMap(({values, rows}) => (rows.length > 0 ? [values] : []));
    const near: (readonly number[])[] = [];
    for (const values of nearby(occupied, sizes)) {
      if (weigh(values) > 0 && canBeWhole(values, this.#canBe)) near.push([...values]);
    }
    this.#addSome(near, mostAdded);
  }

  /**
   * Adds combinations that a part counts, where not all that can be are listed: those of records, but for the columns that the
   * part looks at, as far as they pass a test.
   */
  makeRoomIn(part: Part, isMeant: (values: readonly number[]) => boolean): void {
    if (!this.isPartial) return;
    const asked = part.terms.filter(({column}) => this.columns.includes(column));
    const moved = new Map<string, readonly number[]>();
    for (const {values, rows} of this.#cells) {
      if (rows.length === 0) continue;
      const found = values.map((value, place) => {
        const masks = asked.filter(({column}) => column === this.columns[place]).map(({mask}) => mask);
        return masks.every((mask) => mask[value] === 1) ? value : (masks[0]?.indexOf(1) ?? value);
      });
      moved.set(found.join(), found);
    }
    const isNew = (values: readonly number[]): boolean => this.find(values) === undefined && isMeant(values);
    const added = [...moved.values()].filter((values) => isNew(values) && canBeWhole(values, this.#canBe));
    this.#addSome(added, mostAdded);
  }

  find(values: readonly number[]): number | undefined {
    return this.#index.get(this.#keyOf(values));
  }

  /** How much each cell adds to a part, whose columns are all in the clique; cells that add nothing are left out. */
  weightsOf(part: Part, definition: SourceDefinition): readonly (readonly [cell: number, weight: number])[] {
    const known = this.#weights.get(part);
    if (known !== undefined) return known;
    let values: readonly number[] = [];
    const own = (column: number): number => values[this.columns.indexOf(column)] ?? 0;
    const valueOf = valueWith(own, definition);
    const found: (readonly [cell: number, weight: number])[] = [];
    for (const cell of this.#cellsOf(part, definition)) {
      values = this.#cells[cell]?.values ?? [];
      const weight = weightOf(part, valueOf);
      if (weight !== 0) found.push([cell, weight]);
    }
    this.#weights.set(part, found);
    return found;
  }

  /** The cells that the narrowest term over an own column leaves, or over one as it was before corrections; all where there is none. */
  #cellsOf({terms}: Part, {columns, derived}: SourceDefinition): readonly number[] {
    const narrowed = terms.flatMap(({column, mask}): readonly Narrowed[] => {
      const follows = derived[column - columns.length];
      if (follows === undefined) {
        return [{size: this.#sizeWith(column, mask), cells: () => this.#withValues(column, mask)}];
      }
      if (!("revises" in follows)) return [];
      const isCorrected = Uint8Array.from(follows.values, (value) => Number(value !== null));
      const found = [...this.#withValues(follows.revises, mask), ...this.#withValues(follows.by, isCorrected)];
      const cells = [...new Set(found)];
      return [{size: cells.length, cells: () => cells}];
    });
    const [first, ...others] = narrowed;
    if (first === undefined) return [...this.cells.keys()];
    return others.reduce((least, one) => (one.size < least.size ? one : least), first).cells();
  }

  #sizes(): readonly number[] {
    return this.columns.map((column) => this.#definition.columns[column]?.values.length ?? 0);
  }

  /** Adds so many combinations at most, evenly among those near records. */
  #addSome(near: readonly (readonly number[])[], most: number): void {
    const step = Math.max(1, near.length / most);
    for (let at = 0; at < near.length; at += step) this.#addEmpty(near[Math.floor(at)] ?? []);
    this.#weights.clear();
  }

  #addEmpty(values: readonly number[]): void {
    if (this.find(values) === undefined) this.#add({values, rows: []});
  }

  #add(added: CliqueCell): void {
    const cell = this.#cells.push(added) - 1;
    this.#index.set(this.#keyOf(added.values), cell);
    added.values.forEach((value, place) => {
      const byValue = this.#with[place];
      const own = byValue?.get(value);
      if (own === undefined) byValue?.set(value, [cell]);
      else own.push(cell);
    });
  }

  #sizeWith(column: number, mask: Uint8Array): number {
    let size = 0;
    for (const [value, cells] of this.#with[this.columns.indexOf(column)] ?? []) {
      if (mask[value] === 1) size += cells.length;
    }
    return size;
  }

  #withValues(column: number, mask: Uint8Array): readonly number[] {
    const byValue = this.#with[this.columns.indexOf(column)];
    const found: number[] = [];
    for (const [value, cells] of byValue ?? []) if (mask[value] === 1) for (const cell of cells) found.push(cell);
    return found;
  }
}

/** The cells that one term leaves: they are listed for the narrowest alone. */
interface Narrowed {
  readonly size: number;
  readonly cells: () => readonly number[];
}

function occurring({columns: arrays, size}: Records, columns: readonly number[], keyOf: KeyOf): readonly CliqueCell[] {
  const cells = new Map<number | string, {values: readonly number[]; rows: number[]}>();
  for (let row = 0; row < size; row += 1) {
    const values = columns.map((column) => arrays[column]?.[row] ?? 0);
    const key = keyOf(values);
    const cell = cells.get(key);
    if (cell === undefined) cells.set(key, {values, rows: [row]});
    else cell.rows.push(row);
  }
  return [...cells.values()];
}
