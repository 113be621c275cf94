import type {ExpectedBounds} from "../../publication/index.ts";
import {isBeyond} from "./bounds.ts";
import type {Surprise} from "./surprise.ts";
import type {Tally} from "./tally.ts";

type Forms = Tally["extracts"][string];

/** Rows below a header that a sheet of a workbook holds at most, and those that it holds in all. */
const sheets = [65_535, 65_536, 1_048_575, 1_048_576];

/** Fewer faults than these say nothing of a column. */
const fewest = 5;

/**
 * What of the forms by itself is not as it should be: as many as a sheet holds, or many codes that are in no list. Hints on
 * these go by extract, column and rule.
 */
export function surprisesOfItself(
  {extracts}: Pick<Tally, "extracts">,
  bounds: ExpectedBounds,
  hints: ReadonlyMap<string, string> = new Map(),
): readonly Surprise[] {
  return Object.entries(extracts).flatMap(([name, {read, faults}]) => [
    ...(sheets.includes(read)
      ? [{what: `${name}: as many rows as a sheet of a workbook can hold`, counts: `${String(read)} rows`}]
      : []),
    ...Object.entries(faults).flatMap(([fault, forms]) => {
      const isMany = fault.endsWith(" unlisted-code") && forms >= fewest && forms > (bounds.unlisted / 100) * read;
      const hint = hints.get(`${name} ${fault}`);
      const counts = `${String(forms)} of ${String(read)} forms`;
      return isMany ? [{what: `${name} ${fault}: many`, ...(hint !== undefined && {hint}), counts}] : [];
    }),
  ]);
}

/** Which fates and faults of forms are more than in another edition, beyond chance and the bounds. */
export function surprisesOfForms(before: Tally, now: Tally, bounds: ExpectedBounds): readonly Surprise[] {
  return Object.entries(now.extracts).flatMap(([name, is]) => {
    const was = before.extracts[name];
    return was === undefined ? [] : more({name, was, is}, bounds);
  });
}

function more(
  {name, was, is}: {readonly name: string; readonly was: Forms; readonly is: Forms},
  bounds: ExpectedBounds,
): readonly Surprise[] {
  const fates = [
    ["set aside as faulty", was.quarantined, is.quarantined, bounds.faults],
    ["superseded", was.superseded, is.superseded, bounds.superseded],
    ["outside the period", was.outsidePeriod, is.outsidePeriod, bounds.outside],
  ] as const;
  const rules = Object.keys({...was.faults, ...is.faults}).map(
    (fault) => [fault, was.faults[fault] ?? 0, is.faults[fault] ?? 0, bounds.faults] as const,
  );
  return [...fates, ...rules].flatMap(([what, count, forms, points]) => {
    const isMore = forms * was.read > count * is.read;
    return isMore && isBeyond({count, of: was.read}, {count: forms, of: is.read}, points)
      ? [
          {
            what: `${name} ${what}: more`,
            counts: `${String(count)} of ${String(was.read)} forms before, ${String(forms)} of ${String(is.read)} now`,
          },
        ]
      : [];
  });
}
