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

test("a release that counts forms beside them fails, because which forms are one client's is in no certificate", () => {
  const release = releaseOf({take: "last", of: "D1"});
  const [clients] = release.vocabulary.populations;
  const forms = {...clients!, name: "forms", unit: "forms" as const, variables: []};
  const both = {...release, vocabulary: {...release.vocabulary, populations: [clients!, forms]}};
  expect(checked(both)).toContain(
    '"told" tells of all forms of a client, and forms or faults of the same extract are counted beside it: which forms are one client\'s, the proof on people does not know',
  );
});

test("the check tries out the combinations that a release takes from the dictionary, none fewer and hardly more", () => {
  const more = `  drug-first: {label: A, from: {first: DRUG1}}
  drug-last: {label: B, from: {last: DRUG1}}
  class-last: {label: C, from: {last: DRUG1}, grouped: {column: class, list: classes}}
  ever-hard: {label: D, any: DRUG1, is: [H]}
  ever-soft: {label: E, any: DRUG1, is: [C]}
  place-first: {label: F, from: {first: AREA}, in-region: {inside: inside, elsewhere: elsewhere, not-stated: elsewhere}}
  sex-first: {label: G, from: {first: SEX}}
  sex-last: {label: H, from: {last: SEX}}
`;
  const project = openProject(smallProject({"data/dictionaries/small.yaml": `${dictionary}${more}`}));
  const [clients] = vocabularyFor(project, smallReport()).populations;
  const categoriesOf = (name: string) => clients!.variables.find((one) => one.name === name)!.categories;
  const named = (names: readonly string[], tuples: readonly (readonly string[])[]): readonly string[] =>
    tuples.map((tuple) => names.map((name, at) => `${name}=${tuple[at] ?? ""}`).sort().join()).sort(); // prettier-ignore
  const tried = combinationsOfForms(clients!);
  expect(tried.length).toBeGreaterThan(20);
  for (const {variables, possible} of tried) {
    const said = clients!.combinations!.find((one) => one.variables.toSorted().join() === variables.toSorted().join());
    const [one = [], other = []] = variables.map((name) => categoriesOf(name).map((category) => category.name));
    // Where all of them can be, the release says nothing.
    const all = one.flatMap((category) => other.map((beside) => [category, beside]));
    const expected = said === undefined ? named(variables, all) : named(said.variables, said.possible);
    expect(named(variables, possible)).toEqual(expect.arrayContaining([...expected]));
    // Codes for "not stated", which sexes have, are known to the dictionary alone.
    if (!variables.some((name) => name.includes("sex"))) expect(possible).toHaveLength(expected.length);
  }
});
