import type {Surprise} from "./surprise.ts";
import type {Tally} from "./tally.ts";

type Table = NonNullable<Tally["extracts"][string]["table"]>;
type Part = Table["parts"][number];

/** Counts that were not rounded are all multiples by a chance smaller than one in so many. */
const chance = 100_000;

/** Fewer records than this are as many as others by chance. */
const fewest = 20;

/**
 * What of a table of counts by itself is not as it should be: counts that were rounded, all of them or those of one code beside
 * others, and as many records without an answer as with one, which is what totals among the rows look like.
 */
export function surprisesOfTables({extracts}: Pick<Tally, "extracts">): readonly Surprise[] {
  return Object.entries(extracts).flatMap(([name, {table}]) =>
    table === undefined ? [] : [...roundedIn(name, table), ...totalsIn(name, table)],
  );
}

function roundedIn(name: string, {parts}: Table): readonly Surprise[] {
  const rounded = parts.flatMap((part) => {
    const to = roundedTo(part);
    return to === undefined ? [] : [{part, to}];
  });
  // What is so of all rows is not said again of some.
  const told = rounded.some(({part}) => part.of === "") ? rounded.filter(({part}) => part.of === "") : rounded;
  return told.map(({part: {of, rows}, to}) => ({
    what: `${name}${of === "" ? "" : ` ${of}`}: all counts are multiples of ${to}${of === "" ? "" : ", and others are not"}`,
    counts: `${String(rows)} rows`,
  }));
}

/** What the counts of some rows are multiples of, beyond chance. */
function roundedTo({rows, fives, tens}: Part): "ten" | "five" | undefined {
  if (tens === rows && 10 ** rows >= chance) return "ten";
  return fives === rows && 5 ** rows >= chance ? "five" : undefined;
}

function totalsIn(name: string, {unstated}: Table): readonly Surprise[] {
  return unstated
    .filter(({without, others}) => without === others && without >= fewest)
    .map(({column, without}) => ({
      what: `${name} ${column}: as many records without an answer as with one, as totals among the rows would be`,
      counts: `${String(without)} each`,
    }));
}
