import {expect, test} from "vitest";
import {stepsApart, type MeanWidth} from "../../../src/publication/index.ts";

const age = {unit: "years", between: [10, 100]} as const;
const wait = {unit: "days", between: [0, 365]} as const;
const fares = {unit: "pounds", decimals: 2, between: [0, 25_000]} as const;
const few = {unit: "visits", between: [0, 12]} as const;
const byUnit: MeanWidth = {years: 5, pounds: 2.3, visits: 0, others: "5%"};

test.each([
  ["five years of an age, written for all", 5, age, 5],
  ["five days of a wait", 5, wait, 5],
  ["five pounds, counted in pence", 5, fares, 500],
  ["a tenth of what a number with few values can be", 5, few, 2],
  ["nothing where the policy asks nothing", undefined, age, 0],
  ["nothing, written", 0, age, 0],
  ["five years by unit", byUnit, age, 5],
  ["pounds and pence by unit", byUnit, fares, 230],
  ["nothing of one unit", byUnit, few, 0],
  ["a percentage of the limits of others", byUnit, wait, 19],
  ["the usual of a unit that is not named, where others are not", {pounds: 1}, age, 5],
  ["one step at least", {others: "1%"}, few, 1],
  ["as many as are written, where a release does not say the limits", 5, {decimals: 1}, 50],
])("means of few are apart by %s", (_, width: MeanWidth | undefined, number, steps) => {
  expect(stepsApart(width, number)).toBe(steps);
});
