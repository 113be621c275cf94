import {expandQuery, parseQuery, type Category, type Population} from "../../../src/publication/index.ts";
import {
  readRelease,
  writeRelease,
  type PlacedCell,
  type Release,
  type ReleaseContent,
} from "../../../src/release/index.ts";

const category = (name: string, role: Category["role"] = "value"): Category => ({
  name,
  code: "",
  label: name,
  text: name,
  role,
});
const variable = (name: string, kind: "category" | "multi", names: readonly string[]) => ({
  name,
  label: name,
  kind,
  categories: [
    ...names.map((each) => category(each)),
    ...(kind === "multi" ? [] : [category("not-stated", "not-stated")]),
  ],
});

const age = {as: "years", from: "DOB", to: "SEEN", between: [10, 100]} as const;

const population = (name: string): Population => ({
  name,
  label: `${name} clients`,
  heading: name,
  unit: "clients",
  variables: [
    variable("sex", "category", ["male", "female"]),
    variable("area", "category", ["kent", "surrey"]),
    variable("plan", "category", ["yes", "no"]),
    variable("support", "multi", ["housing", "money"]),
    {name: "age", label: "age", kind: "number", unit: "years", reads: age, categories: []},
  ],
});

const area = {...variable("area", "category", ["kent", "surrey"]), kind: "category" as const};

/** Those who gave no answer about their plan, where a release tells it. */
const unanswered: Readonly<Record<string, number>> = {"half asked": 638, "half asked before": 907, "all asked": 0};

function unansweredCells(id: string): ReleaseContent["cells"] {
  const count = unanswered[id];
  if (count === undefined) return [];
  const address = {measure: "count", population: "prison", at: {plan: "not-stated"}} as const;
  return [{address, cell: {status: "published", value: count}}];
}

function release(id: string, within?: number): Release {
  const rounding = within === undefined ? {method: "withhold"} : {method: "round", base: 5, within};
  const content = {
    schema: "smallprint-release/1",
    edition: {
      id,
      title: "Report",
      region: "South East",
      period: {from: "2007-04-01", to: "2008-03-31", label: "2007/08", text: "2007/08"},
      published: "2009-06-18",
    },
    provenance: {synthetic: true, dictionaries: {}, policy: "00"},
    disclosure: {
      stage: "audited",
      policy: {threshold: 5, zeros: "shown", mark: "[c]", level: "width-2", meanNeeds: 10, ...rounding},
    },
    populations: [population("prison"), population("community")],
    references: [
      {
        name: "people",
        title: "People",
        source: "",
        key: area,
        columns: [{name: "all", label: "All", unit: "people", decimals: 0}],
      },
    ],
    cells: unansweredCells(id),
    answers: [],
  };
  return readRelease(writeRelease(content as unknown as Parameters<typeof writeRelease>[0]), "release.json");
}

const releases = {
  this: release("this"),
  before: release("before"),
  rounded: release("rounded", 4),
  "half asked": release("half asked"),
  "half asked before": release("half asked before"),
  "all asked": release("all asked"),
};

/** A published cell of a made-up release: the place that a query names, with the numbers given. */
export function placed(query: string, cell: Omit<PlacedCell["cell"], "status">, of: keyof typeof releases = "this") {
  const [asked] = expandQuery(parseQuery(query), releases[of].vocabulary);
  return {address: asked!.address, cell: {status: "published" as const, ...cell}, release: releases[of]};
}

/** A published share, by its counts. */
export function share(query: string, [count, of]: readonly [number, number], from: keyof typeof releases = "this") {
  return placed(`share ${query}`, {value: Math.round((1000 * count) / of) / 10, count, of}, from);
}
