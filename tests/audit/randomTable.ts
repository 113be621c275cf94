import fc from "fast-check";
import type {Shown} from "./tinyRelease.ts";

/** A table of counts with a mark for every cell, totals included, that is withheld. */
export interface Case {
  readonly counts: readonly (readonly number[])[];
  readonly isWithheld: (key: string) => boolean;
  readonly zeros: "shown" | "hidden";
}

/** Tables up to 4 by 4 with counts up to 8; small ones are withheld, some others for their sake, margins seldom. */
export const cases = fc
  .record({
    rows: fc.integer({min: 1, max: 4}),
    columns: fc.integer({min: 1, max: 4}),
    values: fc.array(fc.oneof(fc.integer({min: 0, max: 3}), fc.integer({min: 0, max: 8})), {
      minLength: 16,
      maxLength: 16,
    }),
    marks: fc.array(fc.integer({min: 0, max: 9}), {minLength: 25, maxLength: 25}),
    zeros: fc.constantFrom("shown" as const, "hidden" as const),
  })
  .map(({rows, columns, values, marks, zeros}): Case => {
    const counts = Array.from({length: rows}, (_, r) => values.slice(4 * r, 4 * r + columns));
    const least = zeros === "shown" ? 1 : 0;
    const at = (r: number, c: number) => counts[r]?.[c] ?? Infinity;
    const isWithheld = (key: string) => {
      const [r = 0, c = 0] = key.split(" ").map(Number);
      const mark = marks[5 * (r % 5) + (c % 5)]!;
      const value = at(r, c);
      // Margins are withheld seldom, and inner cells where they are small or for another's sake.
      if (value === Infinity) return mark === 0 && marginOf(counts, r, c) >= least;
      return value >= least && (value < 5 || mark < 3);
    };
    return {counts, isWithheld, zeros};
  });

/** A cell of the table; row or column 4 is the total. */
export function marginOf(counts: readonly (readonly number[])[], r: number, c: number): number {
  const rows = r === 4 ? counts : [counts[r]!];
  return rows.flatMap((row) => (c === 4 ? row : [row[c]!])).reduce((a, b) => a + b, 0);
}

/** What a release of the table shows, by place. */
export function shownOf({counts, isWithheld}: Case): {
  variables: Record<string, string[]>;
  shown: Record<string, Shown>;
} {
  const rows = counts.map((_, r) => r);
  const columns = counts[0]!.map((_, c) => c);
  const shown: Record<string, Shown> = {};
  for (const r of [...rows, 4]) {
    for (const c of [...columns, 4]) {
      const place = [...(r < 4 ? [`row=r${r}`] : []), ...(c < 4 ? [`column=c${c}`] : [])].join(",");
      shown[place] = isWithheld(`${r} ${c}`) ? "c" : marginOf(counts, r, c);
    }
  }
  return {variables: {row: rows.map((r) => `r${r}`), column: columns.map((c) => `c${c}`)}, shown};
}
