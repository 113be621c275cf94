import type {ExpectedBounds} from "../../publication/index.ts";
import {isFarBelow} from "./bounds.ts";
import type {Surprise} from "./surprise.ts";
import type {Tally} from "./tally.ts";

/** Numbers of fewer forms than these may be alike by chance. */
const fewestAlike = 100;

/** The fewest months that say what is usual. */
const fewestMonths = 3;

/** Months that have far fewer forms than the month in the middle of all: what came late, or was lost. */
export function surprisesOfMonths({extracts}: Pick<Tally, "extracts">, bounds: ExpectedBounds): readonly Surprise[] {
  return Object.entries(extracts).flatMap(([name, {months}]) => {
    const forms = Object.values(months);
    const usual = forms.length < fewestMonths ? 0 : median(forms);
    return Object.entries(months)
      .filter(([, count]) => isFarBelow(usual, count, bounds.month / 100))
      .map(([month, count]) => ({
        what: `${name} ${month}: ${count === 0 ? "no forms" : "far fewer forms than in other months"}`,
        counts: `${String(count)}, and ${String(usual)} in the month in the middle`,
      }));
  });
}

/** Extracts with the same numbers month by month as those of other days: last year's file whose dates were moved. */
export function sameMonths(before: Tally, now: Tally): readonly Surprise[] {
  if (before.period.from === now.period.from) return [];
  return Object.entries(now.extracts).flatMap(([name, {months}]) => {
    const [is, was] = [months, before.extracts[name]?.months ?? {}].map((one) => Object.values(one));
    const all = is?.reduce((sum, count) => sum + count, 0) ?? 0;
    if (is === undefined || is.length < fewestMonths || all < fewestAlike) return [];
    const isSame = is.length === was?.length && is.every((count, at) => count === was[at]);
    const isMoved = Object.keys(months).every((month) => before.extracts[name]?.months[month] === undefined);
    if (!isSame || !isMoved) return [];
    return [{what: `${name}: as many forms in every month as before`, counts: is.map(String).join(", ")}];
  });
}

function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((one, other) => one - other);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? 0;
}
