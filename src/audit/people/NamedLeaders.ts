import type {Leaders} from "../population/leaders.ts";
import type {CountedRecords} from "./CountedRecords.ts";
import type {ColumnPair, NamedAnswers, NamedGroups} from "./NamedGroups.ts";

/** Those who agree on two columns. */
interface Cell extends Leaders {
  /** Places of the answers that the columns give them. */
  readonly one: readonly number[];
  readonly other: readonly number[];
}

/** Two columns, and the number of each record. */
export interface LedBy {
  readonly columns: ColumnPair;
  readonly numbers: Float64Array;
}

const nobody: Leaders = {first: 0, second: 0, contributors: 0};

/** Who leads in the groups that answers reading two columns name, and among everybody but these. */
export class NamedLeaders {
  /** The largest first. */
  readonly #cells: readonly Cell[];
  readonly #everybody: Leaders;
  /** By places of two answers. */
  readonly #named = new Map<string, Leaders>();

  constructor(named: NamedGroups, records: CountedRecords, led: LedBy) {
    this.#cells = cellsOf(named, records, led).toSorted((a, b) => b.first - a.first);
    this.#everybody = this.#cells.reduce(together, nobody);
    for (const cell of this.#cells) {
      for (const a of cell.one) {
        for (const b of cell.other) {
          const key = keyOf(a, b);
          this.#named.set(key, together(this.#named.get(key) ?? nobody, cell));
        }
      }
    }
  }

  /** Of those who gave some answers, or of everybody but these. */
  of([one, other = one]: NamedAnswers, isBut: boolean): Leaders {
    const [a, b] = [one?.at ?? -1, other?.at ?? -1];
    const own = this.#named.get(keyOf(a, b)) ?? nobody;
    if (!isBut) return own;
    let left = nobody;
    for (const cell of this.#cells) {
      if (cell.first <= left.second) break;
      if (!cell.one.includes(a) || !cell.other.includes(b)) left = together(left, cell);
    }
    return {...left, contributors: this.#everybody.contributors - own.contributors};
  }
}

function keyOf(a: number, b: number): string {
  return `${String(a)} ${String(b)}`;
}

function cellsOf(named: NamedGroups, records: CountedRecords, {columns: [one, other], numbers}: LedBy): Cell[] {
  const [ones, others] = [records.divisionBy(one), records.divisionBy(other)];
  const found = new Map<number, Leaders>();
  numbers.forEach((number, row) => {
    const key = (ones.classes[row] ?? 0) * others.size + (others.classes[row] ?? 0);
    const own: Leaders = {first: number, second: 0, contributors: Number(number > 0)};
    found.set(key, together(found.get(key) ?? nobody, own));
  });
  const [oneWith, otherWith] = [named.answersWith(one), named.answersWith(other)];
  return [...found].map(([key, leaders]) => ({
    ...leaders,
    one: oneWith[Math.floor(key / others.size)] ?? [],
    other: otherWith[key % others.size] ?? [],
  }));
}

/** Of two groups with nobody in both. */
function together(one: Leaders, other: Leaders): Leaders {
  const second = Math.max(Math.min(one.first, other.first), one.second, other.second);
  return {
    first: Math.max(one.first, other.first),
    second,
    contributors: one.contributors + other.contributors,
  };
}
