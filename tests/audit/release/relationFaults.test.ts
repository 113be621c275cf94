import {describe, expect, test} from "vitest";
import {ownFaults} from "../../../src/audit/index.ts";
import {relationFaults} from "../../../src/audit/release/relationFaults.ts";
import {relationsBetween} from "../../../src/confidential/dictionary/relationsBetween.ts";
import type {Population, PopulationRelation, Variable} from "../../../src/publication/index.ts";
import type {ReleaseContent} from "../../../src/release/index.ts";
import {tinyRelease, variable} from "../tinyRelease.ts";

const units = ["clients", "forms", "faults"] as const;
const populations = units.map((unit): Population => ({
  name: unit,
  label: unit,
  heading: unit,
  unit,
  extract: "prison",
  variables: [],
}));
const twin: Population = {...populations[0]!, name: "inmates"};

/** The faults of a release that says this of its populations. */
function faultsOf(relations: readonly PopulationRelation[] | undefined, described = populations): readonly string[] {
  const release = tinyRelease({variables: {}, counts: {}});
  const vocabulary = {populations: described, references: [], ...(relations && {relations})};
  return relationFaults({...release, vocabulary});
}

test("a release says what its units and extracts show", () => {
  expect(faultsOf(relationsBetween(populations))).toEqual([]);
  expect(faultsOf(relationsBetween([...populations, twin]), [...populations, twin])).toEqual([]);
});

test("an older release says nothing of it", () => {
  expect(faultsOf(undefined)).toEqual([]);
});

test("a release that leaves a relation out is refused, with what it leaves out", () => {
  expect(faultsOf(relationsBetween(populations).slice(0, 1))).toEqual([
    "it does not say that forms fate=quarantined is there for some of faults severity=form-quarantined",
  ]);
  expect(faultsOf([], [populations[0]!, twin])).toEqual([
    "it does not say that clients and inmates are the same records",
  ]);
});

test("and one that says what nothing shows", () => {
  const invented: PopulationRelation = {
    kind: "same-records",
    one: {population: "clients", at: {}},
    other: {population: "forms", at: {fate: "superseded"}},
  };
  expect(faultsOf([...relationsBetween(populations), invented])).toEqual([
    "it says that clients and forms fate=superseded are the same records, and nothing shows it",
  ]);
});

describe("a part of a population", () => {
  const sex = variable("sex", ["female", "male"]) as Variable;
  const whole: Population = {...populations[0]!, variables: [sex]};
  const part = (partOf: Population["partOf"], own: Partial<Population> = {}): Population => ({
    ...whole,
    name: "women",
    ...(partOf && {partOf}),
    ...own,
  });
  const women = part({population: "clients", at: {sex: "female"}});

  test("is in no relation, and stands where its whole has an answer", () => {
    expect(faultsOf([], [whole, women])).toEqual([]);
  });

  test.each([
    [part({population: "people", at: {sex: "female"}}), "women is a part of people, and nothing shows it"],
    [part({population: "clients", at: {sex: "female"}}, {extract: "other"}), "women is a part of clients, and nothing"],
    [part({population: "clients", at: {sex: "women"}}), "women is the part with sex=women, which there is not"],
    [part({population: "clients", at: {age: "stated"}}), "women is the part with age=stated, which there is not"],
  ])("that is none is told of", (false_, message) => {
    expect(faultsOf([], [whole, false_]).join()).toContain(message);
  });

  test("has no cells of its own", () => {
    const address = {measure: "count", population: "women", at: {}} as const;
    const described = structuredClone([whole, women]) as ReleaseContent["populations"];
    const cell = {status: "published", value: 12} as const;
    const release = tinyRelease({variables: {}, counts: {}, cells: [{address, cell}], populations: described});
    expect(ownFaults(release).join()).toContain("is of a part of clients, of which it is a cell");
  });
});
