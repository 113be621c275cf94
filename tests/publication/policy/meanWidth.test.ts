import {expect, test} from "vitest";
import {stepsApart, type MeanWidth} from "../../../src/publication/index.ts";

interface Case {
  readonly name: string;
  readonly width: MeanWidth | undefined;
  readonly number: Parameters<typeof stepsApart>[1];
  readonly steps: number;
}

const age = {unit: "years", between: [10, 100]} as const;
const wait = {unit: "days", between: [0, 365]} as const;
const fares = {unit: "pounds", decimals: 2, between: [0, 25_000]} as const;
const few = {unit: "visits", between: [0, 12]} as const;
const byUnit: MeanWidth = {years: 5, pounds: 2.3, visits: 0, others: "5%"};

test.each<Case>([
  {name: "five years of an age, written for all", width: 5, number: age, steps: 5},
  {name: "five days of a wait", width: 5, number: wait, steps: 5},
  {name: "five pounds, counted in pence", width: 5, number: fares, steps: 500},
  {name: "a tenth of what a number with few values can be", width: 5, number: few, steps: 2},
  {name: "nothing where the policy asks nothing", width: undefined, number: age, steps: 0},
  {name: "nothing, written", width: 0, number: age, steps: 0},
  {name: "five years by unit", width: byUnit, number: age, steps: 5},
  {name: "pounds and pence by unit", width: byUnit, number: fares, steps: 230},
  {name: "nothing of one unit", width: byUnit, number: few, steps: 0},
  {name: "a percentage of the limits of others", width: byUnit, number: wait, steps: 19},
  {name: "the usual of a unit that is not named, where others are not", width: {pounds: 1}, number: age, steps: 5},
  {name: "one step at least", width: {others: "1%"}, number: few, steps: 1},
  {name: "as many as are written, where a release does not say the limits", width: 5, number: {decimals: 1}, steps: 50},
])("means of few are apart by $name", ({width, number, steps}) => {
  expect(stepsApart(width, number)).toBe(steps);
});
