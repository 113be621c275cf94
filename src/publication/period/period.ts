/** Days in a row, from one to another, both among them; ISO. */
export interface Period {
  readonly from: string;
  readonly to: string;
}

/** How a period lies to another: it is shorter and within it, or longer and around it; they share no day, or some. */
export type PeriodRelation = "same" | "within" | "around" | "apart" | "overlapping";

/** How one period lies to another. */
export function comparePeriods(one: Period, other: Period): PeriodRelation {
  if (one.from === other.from && one.to === other.to) return "same";
  if (one.to < other.from || other.to < one.from) return "apart";
  if (other.from <= one.from && one.to <= other.to) return "within";
  return one.from <= other.from && other.to <= one.to ? "around" : "overlapping";
}

/** Whether one of two periods lies within the other and is shorter. */
export function areNested(one: Period, other: Period): boolean {
  const relation = comparePeriods(one, other);
  return relation === "within" || relation === "around";
}

/** As many as there are of which no two periods share a day, in their order: of those that do, the one that ends first. */
export function mostApart<T>(all: readonly T[], periodOf: (one: T) => Period): readonly T[] {
  const kept: T[] = [];
  for (const one of all.toSorted((a, b) => (periodOf(a).to < periodOf(b).to ? -1 : 1))) {
    const last = kept.at(-1);
    if (last === undefined || periodOf(last).to < periodOf(one).from) kept.push(one);
  }
  return kept;
}
