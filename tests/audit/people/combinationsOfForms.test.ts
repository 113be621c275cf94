import {describe, expect, test} from "vitest";
import {checkPeople, type PeopleCheck} from "../../../src/audit/index.ts";
import {combinationsOfForms} from "../../../src/audit/people/combinationsOfForms.ts";
import {vocabularyFor} from "../../../src/confidential/dictionary/vocabularyFor.ts";
import {openProject} from "../../../src/publication/index.ts";
import type {Release} from "../../../src/release/index.ts";
import {dictionary, smallProject, smallReport} from "../../confidential/sources/files/smallProject.ts";
import {tinyRelease, variable} from "../tinyRelease.ts";
import {alike, smallCertificate, type SmallPeople} from "./smallPeople.ts";

const columns = {main: ["heroin", "crack"], told: ["heroin", "crack"]};
const people: SmallPeople = {columns, rows: [...alike(9, "heroin heroin"), ...alike(8, "crack crack")]};

/** A release of the drug that the standing form says, and of what is told of all forms. */
function releaseOf(over?: {take: "first" | "last"; of: string}): Release {
  const reading = (name: "main" | "told", column: string) => ({
    ...variable(name, columns[name]),
    reads: {
      as: "code" as const,
      column,
      list: "drugs",
      categories: {heroin: ["heroin"], crack: ["crack"]},
      blank: "not-stated",
    },
  });
  const told = reading("told", over === undefined ? "D2" : "last D1");
  return tinyRelease({
    variables: columns,
    counts: {"": 17},
    policy: {level: "exact"},
    population: {
      variables: [reading("main", "D1"), over === undefined ? told : {...told, reads: {...told.reads, over}}],
    },
  });
}

/** What is wrong with people of whom the first said crack last, while the form that stands for them says heroin. */
function checked(release: Release): PeopleCheck["faults"] {
  const [record, column, crack] = [0, 1, 1];
  const certificate = smallCertificate(people, [{changes: [[record, column, crack]]}]);
  return checkPeople([release], certificate, {unsafe: new Set(), tooFew: new Set()}).faults;
}

describe("answers over all forms that no forms give", () => {
  test("fail a certificate among whose people somebody gives them, though neither it nor its release says so", () => {
    expect(checked(releaseOf({take: "last", of: "D1"}))).toEqual([
      "population 1 does not give what is published: nobody of people where main and told cannot go together",
    ]);
  });

  test("do not stand against a first answer, nor another question", () => {
    expect(checked(releaseOf({take: "first", of: "D1"}))).toEqual([]);
    expect(checked(releaseOf({take: "last", of: "D2"}))).toEqual([]);
    expect(checked(releaseOf())).toEqual([]);
  });
});

test("the check tries out the combinations that a release takes from the dictionary, one for one", () => {
  const more = `  drug-first: {label: A, from: {first: DRUG1}}
  drug-last: {label: B, from: {last: DRUG1}}
  class-last: {label: C, from: {last: DRUG1}, grouped: {column: class, list: classes}}
  ever-hard: {label: D, any: DRUG1, is: [H]}
  ever-soft: {label: E, any: DRUG1, is: [C, O]}
  place-first: {label: F, from: {first: AREA}, in-region: {inside: inside, elsewhere: elsewhere, not-stated: elsewhere}}
`;
  const project = openProject(smallProject({"data/dictionaries/small.yaml": `${dictionary}${more}`}));
  const [clients] = vocabularyFor(project, smallReport()).populations;
  const named = (variables: readonly string[]): string => variables.toSorted().join();
  const stated = new Map(clients!.combinations!.map((one) => [named(one.variables), one]));
  const tried = combinationsOfForms(clients!);
  expect(tried.length).toBeGreaterThan(20);
  for (const {variables, possible} of tried) {
    const said = stated.get(named(variables));
    const tuples = (all: typeof possible, names: readonly string[]): readonly string[] =>
      [...new Set(all.map((tuple) => named(names.map((name, at) => `${name}=${tuple[at] ?? ""}`))))].sort();
    // Where all of them can be, the release says nothing.
    const sizes = variables.map((name) => clients!.variables.find((one) => one.name === name)!.categories.length);
    if (said === undefined) expect(possible).toHaveLength(sizes[0]! * sizes[1]!);
    else expect(tuples(possible, variables)).toEqual(tuples(said.possible, said.variables));
  }
});
