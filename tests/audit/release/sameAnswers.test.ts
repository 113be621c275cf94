import {expect, test} from "vitest";
import {auditRelease, modelOf} from "../../../src/audit/index.ts";
import {category, count, tinyRelease, variable, type TinyRelease} from "../tinyRelease.ts";

async function givenAway(tiny: TinyRelease): Promise<readonly (readonly [string, readonly number[]])[]> {
  const {report} = await auditRelease(tinyRelease(tiny));
  return [...report.givenAway, ...report.derivable].map(({key, possible}) => [key, possible]);
}

test("age groups are those whose age is stated, however the mean says so", async () => {
  const group = (name: string) => category(name, {age: name === "not-stated" ? name : "stated"});
  const population = {
    variables: [
      {name: "age", label: "Age", kind: "number" as const, categories: []},
      {...variable("band", []), categories: ["young", "old", "not-stated"].map(group)},
    ],
  };
  const counts = {"": "c", "band=young": 12, "band=old": "c", "band=not-stated": "c", "age=stated": 14} as const;
  expect(await givenAway({variables: {}, population, counts})).toEqual([["count people [band=old]", [2]]]);
});

test("two groupings of one code list give away what lies in both", async () => {
  const population = {
    variables: [variable("drug", ["heroin", "cannabis"]), variable("problem", ["yes", "no"])],
    combinations: [
      {
        variables: ["drug", "problem"],
        possible: [
          ["heroin", "yes"],
          ["cannabis", "yes"],
          ["cannabis", "no"],
        ],
      },
    ],
  };
  const counts = {"": 20, "drug=heroin": 8, "drug=cannabis": 12, "problem=yes": 11, "problem=no": 9} as const;
  expect(await givenAway({variables: {}, population, counts})).toEqual([
    ["count people [drug=cannabis,problem=yes]", [3]],
  ]);
  expect(await givenAway({variables: {}, population: {variables: population.variables}, counts})).toEqual([]);
});

test("whoever requires treatment requires at least one, and whoever does not requires none", async () => {
  const population = {
    variables: [
      {...variable("needs", ["housing", "debt"]), kind: "multi" as const},
      {...variable("any", []), categories: [{...category("yes"), anyOf: "needs"}, category("no")]},
    ],
  };
  const counts = {"": 30, "any=yes": 17, "any=no": 13} as const;
  const withheld = {...counts, "needs=housing": 10, "needs=debt": "c"} as const;
  expect(await givenAway({variables: {}, population, counts: {...withheld, "needs=debt": 12}})).toEqual([]);
  expect(await givenAway({variables: {}, population, counts: {...withheld, "needs=housing": 15}})).toContainEqual([
    "count people [any=yes,needs=not-housing]",
    [2],
  ]);
  const {report} = await auditRelease(tinyRelease({variables: {}, population, counts: {...withheld, "needs=debt": 5}}));
  expect(report.contradiction.join(" ")).toContain("at least one answer");
});

/** Kinds by several answers, and sex by whether there is any: a ring of tables that only their joint table holds. */
const ring = {
  population: {
    variables: [
      variable("sex", ["f", "m"]),
      variable("kind", ["a", "b"]),
      {...variable("needs", ["housing", "debt"]), kind: "multi" as const},
      {...variable("any", []), categories: [{...category("yes"), anyOf: "needs"}, category("no")]},
    ],
  },
  counts: {
    "": 60,
    "kind=a": 30,
    "kind=a,needs=housing": 14,
    "kind=a,needs=debt": 13,
    "kind=b,needs=housing": 15,
    "kind=b,needs=debt": 16,
    "sex=f,any=yes": 20,
    "sex=m,any=yes": 25,
    "sex=f,any=no": 8,
    "sex=m,any=no": 7,
  },
};

test("no statement names a count twice, where answers and whether there is any stand in one joint table", () => {
  const {constraints} = modelOf([tinyRelease({variables: {}, ...ring})]);
  const joint = constraints.filter(({because}) => because.includes("at least one answer"));
  expect(joint.length).toBeGreaterThan(0);
  expect(constraints.filter(({cells}) => new Set(cells).size < cells.length)).toEqual([]);
});

test("whoever has an answer and not the one has the other", () => {
  const {cells, constraints} = modelOf([tinyRelease({variables: {}, ...ring})]);
  const said = constraints.filter(({because}) => because.includes("at least one answer"));
  const withoutOne = said.filter((statement) => cells[statement.cells[0]!]!.key.includes("needs=not-"));
  expect(withoutOne.length).toBeGreaterThan(0);
  expect(withoutOne.filter((statement) => statement.cells.length > 2)).toEqual([]);
});

const rules = ["broken-record", "late-date", "bad-date", "blank-client"];
const faults = {
  name: "people-faults",
  label: "faults",
  heading: "Faults",
  unit: "faults" as const,
  extract: "people",
  variables: [
    variable("rule", rules),
    variable("column", ["record", "seen", "born", "client"]),
    variable("severity", ["form-quarantined", "answer-dropped"]),
  ],
  combinations: [
    {
      variables: ["rule", "column", "severity"],
      possible: [
        ["broken-record", "record", "form-quarantined"],
        ["blank-client", "client", "form-quarantined"],
        ...["late-date", "bad-date"].flatMap((rule) => [
          [rule, "seen", "form-quarantined"],
          [rule, "born", "answer-dropped"],
        ]),
      ],
    },
  ],
};

test("a broken record is the only fault of a whole record: faults by column give away faults by rule", async () => {
  const byRule = {"broken-record": "c", "late-date": "c", "bad-date": 14, "blank-client": 15} as const;
  const cells = [
    count("people-faults", "", 35),
    ...Object.entries(byRule).map(([rule, shown]) => count("people-faults", `rule=${rule}`, shown)),
  ];
  const tiny = {variables: {}, counts: {}, populations: [faults]};
  expect(await givenAway({...tiny, cells})).toEqual([]);
  expect(await givenAway({...tiny, cells: [...cells, count("people-faults", "column=record", 5)]})).toContainEqual([
    "count people-faults [rule=late-date]",
    [1],
  ]);
});

test("a form is set aside for at least one fault: the forms give away the faults", async () => {
  const forms = {...faults, name: "people-forms", unit: "forms" as const, combinations: [], variables: [fates]};
  const cells = [
    count("people-forms", "fate=quarantined", 33),
    count("people-faults", "", 37),
    count("people-faults", "rule=blank-client", 20),
    count("people-faults", "column=born", "c"),
    count("people-faults", "column=seen", 13),
    count("people-faults", "rule=broken-record", "c"),
  ];
  const {report} = await auditRelease(tinyRelease({variables: {}, counts: {}, populations: [faults, forms], cells}));
  expect(report.narrow.map(({possible}) => possible)).toEqual([]);
  expect(report.passes).toBe(true);
  const tight = [...cells.slice(1), count("people-forms", "fate=quarantined", 36)];
  expect(await givenAway({variables: {}, counts: {}, populations: [faults, forms], cells: tight})).toEqual(
    expect.arrayContaining([
      ["count people-faults [column=born]", [1]],
      ["count people-faults [rule=broken-record]", [3]],
    ]),
  );
});

const fates = variable("fate", ["counted", "quarantined"]);

test("one extract counted under two names is one set of people", async () => {
  const population = {extract: "people", variables: [variable("v", ["a", "b", "c"])]};
  const twin = {...population, name: "everyone", label: "everyone", heading: "Everyone", unit: "clients" as const};
  const counts = {"": 20, "v=a": 10, "v=b": "c", "v=c": "c"} as const;
  const tiny = {variables: {}, population, populations: [twin], counts};
  expect(await givenAway(tiny)).toEqual([]);
  expect(await givenAway({...tiny, cells: [count("everyone", "v=b", 7)]})).toContainEqual(["count people [v=c]", [3]]);
});
