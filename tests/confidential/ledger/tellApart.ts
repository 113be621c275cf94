import type {Release} from "../../../src/release/index.ts";
import {countAt, placesOf, type Counts} from "./smallEditions.ts";

/** No count of a table is tried above this: where nothing ties it, two values are found long before. */
const most = 14;

/** What a reader of all releases knows of a place: its number, or that it is withheld and so at least 1. */
type Known = number | "withheld";

/**
 * The small counts of a table that a reader of releases knows exactly, found by trying every table that fits what is
 * printed. Shares nothing with the auditor: a table fits when its sums are the printed ones and what is withheld is not 0.
 */
export function exactlyKnown(truth: Counts, releases: readonly Release[]): readonly string[] {
  const known = knownFrom(releases);
  const isOpen = (place: string): boolean => known.get(place) === "withheld";
  const small = placesOf(truth).filter((place) => isOpen(place) && countAt(truth, place) < 5);
  return small.filter((place) => !canDiffer(truth, known, place));
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

/** Whether some table that fits all that is known gives a place another count than the true one. */
function canDiffer(truth: Counts, known: ReadonlyMap<string, Known>, place: string): boolean {
  const columns = truth[0]?.length ?? 0;
  const table = truth.map((row) => row.map(() => 0));
  const fits = (at: string): boolean => {
    const value = known.get(at);
    return value === undefined || (value === "withheld" ? countAt(table, at) >= 1 : countAt(table, at) === value);
  };
  const tooMuch = (at: string): boolean => {
    const value = known.get(at);
    return typeof value === "number" && countAt(table, at) > value;
  };
  const walk = (index: number): boolean => {
    if (index === truth.length * columns)
      return placesOf(truth).every(fits) && countAt(table, place) !== countAt(truth, place);
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
