import {readRelease, writeRelease, type Release, type ReleaseContent} from "../../src/release/index.ts";

type Population = ReleaseContent["populations"][number];
type Entry = ReleaseContent["cells"][number];

/** A value, or `c`: withheld; under a policy with two marks `*` for a small count and `†` for one that protects it. */
export type Shown = number | "c" | "*" | "†";

/** What a small release says; everything has a default but its counts. */
export interface TinyRelease {
  /** Categories by variable; the category `not-stated` gets its role. */
  readonly variables: Readonly<Record<string, readonly string[]>>;
  /** Counts by place, written `a=x,b=y`; the empty text is everybody. */
  readonly counts: Readonly<Record<string, Shown>>;
  /** Further cells: shares, means, rates. */
  readonly cells?: readonly Entry[];
  /** Changes to the one population, `people`. */
  readonly population?: Partial<Population>;
  readonly populations?: readonly Population[];
  readonly references?: ReleaseContent["references"];
  readonly zeros?: "shown" | "hidden";
  /** Changes to the usual policy. */
  readonly policy?: Partial<ReleaseContent["disclosure"]["policy"]>;
  readonly threshold?: number;
  readonly edition?: Partial<ReleaseContent["edition"]>;
  readonly synthetic?: boolean;
}

export function tinyRelease(tiny: TinyRelease): Release {
  return readRelease(writeRelease(tinyContent(tiny)), "release.json");
}

/** What the file of a small release holds. */
export function tinyContent(tiny: TinyRelease): ReleaseContent {
  const people: Population = {
    name: "people",
    label: "people",
    heading: "People",
    unit: "clients",
    variables: Object.entries(tiny.variables).map(([name, categories]) => variable(name, categories)),
    ...tiny.population,
  };
  return {
    schema: "smallprint-release/1",
    edition: {
      id: "tiny",
      title: "Tiny",
      region: "south",
      period: {from: "2007-04-01", to: "2008-03-31", label: "2007/08", text: "2007/08"},
      published: "2009-01-01",
      ...tiny.edition,
    },
    provenance: {synthetic: tiny.synthetic ?? true, dictionaries: {}, policy: "00"},
    disclosure: {
      stage: "primary suppression only",
      policy: {
        threshold: tiny.threshold ?? 5,
        zeros: tiny.zeros ?? "shown",
        mark: "[c]",
        level: "width-2",
        meanNeeds: 10,
        method: "withhold",
        ...tiny.policy,
      },
    },
    populations: [people, ...(tiny.populations ?? [])],
    references: [...(tiny.references ?? [])],
    cells: [
      ...Object.entries(tiny.counts).map(([place, shown]) => count("people", place, shown)),
      ...(tiny.cells ?? []),
    ],
    answers: [],
  };
}

export function variable(name: string, categories: readonly string[]): Population["variables"][number] {
  return {name, label: name, kind: "category", categories: categories.map((one) => category(one))};
}

export function category(
  name: string,
  within?: Record<string, string>,
): Population["variables"][number]["categories"][number] {
  const role = name === "not-stated" ? "not-stated" : "value";
  return {name, code: name, label: name, text: name, role, ...(within && {within})};
}

const marks = {c: {}, "*": {mark: "small"}, "†": {mark: "further"}} as const;

/** A count cell of a population. */
export function count(population: string, place: string, shown: Shown): Entry {
  return {
    address: {measure: "count", population, at: at(place)},
    cell: typeof shown === "number" ? {status: "published", value: shown} : {status: "suppressed", ...marks[shown]},
  };
}

export function at(place: string): Record<string, string> {
  return Object.fromEntries(
    place
      .split(",")
      .filter(Boolean)
      .map((part) => part.split("=") as [string, string]),
  );
}

/** Rows of a table as text, e.g. `["3 c | 5", "1 2 | c"]`, the last row the column totals; `.` is not shown. */
export function table(rows: readonly string[]): {variables: Record<string, string[]>; counts: Record<string, Shown>} {
  const grid = rows.map((row) => row.replace("|", "").trim().split(/\s+/));
  const heights = grid.length - 1;
  const widths = grid[0]!.length - 1;
  const counts: Record<string, Shown> = {};
  grid.forEach((row, r) => {
    row.forEach((text, c) => {
      if (text === ".") return;
      const place = [...(r < heights ? [`row=r${r + 1}`] : []), ...(c < widths ? [`column=c${c + 1}`] : [])].join(",");
      counts[place] = text === "c" || text === "*" || text === "†" ? text : Number(text);
    });
  });
  const names = (letter: string, n: number) => Array.from({length: n}, (_, i) => `${letter}${i + 1}`);
  return {variables: {row: names("r", heights), column: names("c", widths)}, counts};
}
