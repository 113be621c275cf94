import {expect, test} from "vitest";
import {relationFaults} from "../../../src/audit/release/relationFaults.ts";
import {relationsBetween} from "../../../src/confidential/dictionary/relationsBetween.ts";
import type {Population, PopulationRelation} from "../../../src/publication/index.ts";
import {tinyRelease} from "../tinyRelease.ts";

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
