import {expect, test} from "vitest";
import {relationsBetween} from "../../../src/confidential/dictionary/relationsBetween.ts";
import type {Population} from "../../../src/publication/index.ts";

const population = (name: string, unit: Population["unit"], extract: string): Population => {
  return {name, label: name, heading: name, unit, extract, variables: []};
};

const clients = population("clients", "clients", "prison");
const forms = population("forms", "forms", "prison");
const faults = population("faults", "faults", "prison");

test("clients are the counted forms of their extract, whichever of the two is named first", () => {
  const expected = [
    {
      kind: "same-records",
      one: {population: "clients", at: {}},
      other: {population: "forms", at: {fate: "counted"}},
    },
  ];
  expect(relationsBetween([clients, forms])).toEqual(expected);
  expect(relationsBetween([forms, clients])).toEqual(expected);
});

test("forms are set aside for the faults that spoil them", () => {
  expect(relationsBetween([forms, faults])).toEqual([
    {
      kind: "one-for-some",
      one: {population: "forms", at: {fate: "quarantined"}},
      some: {population: "faults", at: {severity: "form-quarantined"}},
    },
  ]);
});

test("one extract under two names is the same records", () => {
  const again = population("inmates", "clients", "prison");
  const same = {kind: "same-records", one: {population: "clients", at: {}}, other: {population: "inmates", at: {}}};
  expect(relationsBetween([clients, again])).toEqual([same]);
});

test("populations of different extracts have nothing to do with each other", () => {
  expect(relationsBetween([clients, population("others", "forms", "community")])).toEqual([]);
});
