import type {CountedRecords} from "./CountedRecords.ts";
import type {Leaders} from "../population/leaders.ts";
import type {ColumnPair, NamedAnswers, NamedGroups} from "./NamedGroups.ts";

/** Those who agree on two columns. */
interface Cell extends Leaders {
  /** Places of the answers that the columns give them. */
  readonly one: readonly number[];
  readonly other: readonly number[];
}

const nobody: Leaders = {first: 0, second: 0, contributors: 0};

/** Who leads in the groups that answers reading two columns name, and among everybody but these. */
export class NamedLeaders {
  /** The largest first. */
  readonly #cells: readonly Cell[];
  readonly #contributors: number;

  constructor(named: NamedGroups, records: CountedRecords, {columns: [one, other], numbers}: LedBy) {
    const [ones, others] = [records.divisionBy(one), records.divisionBy(other)];
    const found = new Map<number, Leaders>();
    numbers.forEach((number, row) => {
      const key = (ones.classes[row] ?? 0) * others.size + (others.classes[row] ?? 0);
      found.set(key, withNumber(found.get(key) ?? nobody, number));
    });
    const [oneWith, otherWith] = [named.answersWith(one), named.answersWith(other)];
    this.#cells = [...found]
      .map(([key, leaders]) => ({
        ...leaders,
        one: oneWith[Math.floor(key / others.size)] ?? [],
        other: otherWith[key % others.size] ?? [],
      }))
      .sort((a, b) => b.first - a.first);
    this.#contributors = this.#cells.reduce((sum, {contributors}) => sum + contributors, 0);
  }

  /** Of those who gave some answers, or of everybody but these. */
  of([a, b = a]: NamedAnswers, isBut: boolean): Leaders {
    const isNamed = ({one, other}: Cell): boolean => one.includes(a?.at ?? -1) && other.includes(b?.at ?? -1);
    let [first, second, contributors] = [0, 0, 0];
    for (const cell of this.#cells) {
      // Of everybody but a group the rest is counted by subtraction, and cells are in order.
      if (isBut && cell.first <= second) break;
      if (isNamed(cell) === isBut) continue;
      [first, second] = leading([first, second, cell.first, cell.second]);
      contributors += cell.contributors;
    }
    return {first, second, contributors: isBut ? this.#contributors - this.#within([a, b]) : contributors};
  }

  #within([a, b]: readonly (NamedAnswers[number] | undefined)[]): number {
    return this.#cells.reduce(
      (sum, {one, other, contributors}) =>
        one.includes(a?.at ?? -1) && other.includes(b?.at ?? -1) ? sum + contributors : sum,
      0,
    );
  }
}

/** Two columns, and the number of each record. */
export interface LedBy {
  readonly columns: ColumnPair;
  readonly numbers: Float64Array;
}

function withNumber({first, second, contributors}: Leaders, number: number): Leaders {
  const [most, next] = leading([first, second, number]);
  return {first: most, second: next, contributors: contributors + Number(number > 0)};
}

function leading(numbers: readonly number[]): readonly [number, number] {
  const [first = 0, second = 0] = numbers.toSorted((one, other) => other - one);
  return [first, second];
}
