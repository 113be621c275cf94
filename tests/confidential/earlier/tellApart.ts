import type {Release} from "../../../src/release/index.ts";
import {countAt, placesOf, type Counts} from "./smallEditions.ts";

/** No count of a table is tried above this: where nothing ties it, two values are found long before. */
const most = 14;

/** What a reader of all releases knows of a place: its number, or that it is withheld and so at least 1. */
type Known = number | "withheld";

/**
 * The small counts of a table that a reader of releases knows exactly, found by trying every table that fits what is
 * printed. Shares nothing with the auditor: a table fits when its sums are the printed ones and what is withheld is not 0,
 * or is in the breakdown of a group that is small there, of which then nothing is printed.
 */
export function exactlyKnown(truth: Counts, releases: readonly Release[]): readonly string[] {
  const known = knownFrom(releases);
  const isOpen = (place: string): boolean => known.get(place) === "withheld";
  const isSmall = (count: number): boolean => count >= 1 && count < 5;
  const small = placesOf(truth).filter((place) => isOpen(place) && isSmall(countAt(truth, place)));
  return small.filter((place) => !canDiffer(truth, {known, releases}, place));
}

function knownFrom(releases: readonly Release[]): ReadonlyMap<string, Known> {
  const known = new Map<string, Known>();
  for (const {cells} of releases) {
    for (const {address, cell} of cells) {
      const place = ["row", "column"]
        .flatMap((name) => (address.at[name] ? [`${name}=${address.at[name]}`] : []))
        .join();
      if (cell.status === "published") known.set(place, cell.value);
      else if (!known.has(place)) known.set(place, "withheld");
    }
  }
  return known;
}

/** Whether the small groups of a table are those of which a release prints nothing, and no other mark is nobody. */
function keepsRule(table: Counts, {cells, disclosure}: Release): boolean {
  const {groupNeeds = 1} = disclosure.policy;
  const isSmall = (place: string): boolean => countAt(table, place) >= 1 && countAt(table, place) < groupNeeds;
  const sizes: Readonly<Record<string, number>> = {row: table.length, column: table[0]?.length ?? 0};
  return cells.every(({address: {at}, cell}) => {
    const [row, column] = ["row", "column"].map((name) => (at[name] === undefined ? "" : `${name}=${at[name]}`));
    // A side of one category divides nobody.
    const divides = (side: string | undefined, name: string): boolean => side !== "" && (sizes[name] ?? 0) > 1;
    const groups = [
      ...(divides(row, "row") ? [column ?? ""] : []),
      ...(divides(column, "column") ? [row ?? ""] : []),
      ...(divides(row, "row") || divides(column, "column") ? [""] : []),
    ];
    const own = [row, column].filter((side) => side !== "").join();
    if (cell.status === "published") return !groups.some(isSmall);
    return countAt(table, own) >= 1 || groups.some(isSmall);
  });
}

interface Printed {
  readonly known: ReadonlyMap<string, Known>;
  readonly releases: readonly Release[];
}

/** Whether some table that fits all that is known gives a place another count than the true one. */
function canDiffer(truth: Counts, {known, releases}: Printed, place: string): boolean {
  const smallest = releases.some(({disclosure}) => disclosure.policy.groupNeeds !== undefined) ? 0 : 1;
  const columns = truth[0]?.length ?? 0;
  const table = truth.map((row) => row.map(() => 0));
  const fits = (at: string): boolean => {
    const value = known.get(at);
    return (
      value === undefined || (value === "withheld" ? countAt(table, at) >= smallest : countAt(table, at) === value)
    );
  };
  const tooMuch = (at: string): boolean => {
    const value = known.get(at);
    return typeof value === "number" && countAt(table, at) > value;
  };
  const walk = (index: number): boolean => {
    if (index === truth.length * columns)
      return (
        placesOf(truth).every(fits) &&
        countAt(table, place) !== countAt(truth, place) &&
        releases.every((release) => keepsRule(table, release))
      );
    const [r, c] = [Math.floor(index / columns), index % columns];
    const row = table[r]!;
    const tried = Array.from({length: most + 1}, (_, value) => value).sort(
      (a, b) => distance(a, truth[r]![c]!) - distance(b, truth[r]![c]!),
    );
    for (const value of tried) {
      row[c] = value;
      const isPruned =
        !fits(`row=r${r},column=c${c}`) ||
        (c === columns - 1 && !fits(`row=r${r}`)) ||
        (r === truth.length - 1 && !fits(`column=c${c}`)) ||
        [`row=r${r}`, `column=c${c}`, ""].some(tooMuch);
      if (!isPruned && walk(index + 1)) return true;
    }
    row[c] = 0;
    return false;
  };
  return walk(0);
}

const distance = (a: number, b: number): number => Math.abs(a - b);
