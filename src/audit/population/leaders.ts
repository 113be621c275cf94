/** Who leads among the numbers of some records. */
export interface Leaders {
  /** The two largest numbers, less what everybody is known to have; 0 where there are none. */
  readonly first: number;
  readonly second: number;
  /** Records whose number is above that. */
  readonly contributors: number;
}

/** The numbers of some records. */
export interface NumbersLed extends Leaders {
  /** Records that have one. */
  readonly known: number;
  readonly total: number;
  /** What all but the two largest have. */
  readonly others: number;
}

/** Of how many records have each value of a column, and which number above its floor each value is. */
export function leadersIn(counts: readonly number[], numbers: readonly (number | null)[]): NumbersLed {
  let [known, contributors, total, first, second] = [0, 0, 0, 0, 0];
  counts.forEach((count, value) => {
    const number = numbers[value] ?? 0;
    known += count;
    contributors += number > 0 ? count : 0;
    total += count * number;
    for (let one = 0; one < Math.min(2, count); one += 1)
      [first, second] = number > first ? [number, first] : [first, Math.max(second, number)];
  });
  return {known, contributors, total, first, second, others: total - first - second};
}

/** Whether what all but the two largest have is less than so many percent of the largest. */
export function isLed({first, others}: Pick<NumbersLed, "first" | "others">, percent: number): boolean {
  return 100 * others < percent * first;
}
