import {defineChart} from "../../../../src/site/charts/defineChart.ts";

// Compiled with the tests: a chart that leaves out a part does not compile, and an unnecessary directive does not either.
const whole = {
  spoken: "Nothing",
  draws: "nothing",
  variables: [1],
  ranks: "nothing",
  belowNought: "refused",
  repeats: "nothing",
  options: {},
  draw: () => ({width: 1, height: 1, shapes: [], scales: []}),
  leavesOut: () => [],
  tells: () => [],
  notes: () => [],
} as const;

const {spoken, ...unspoken} = whole;
const {draws, ...undescribed} = whole;
const {variables, ...anyVariables} = whole;
const {ranks, ...unranked} = whole;
const {belowNought, ...unsigned} = whole;
const {repeats, ...unrepeated} = whole;
const {options, ...withoutOptions} = whole;
const {draw, ...undrawn} = whole;
const {leavesOut, ...silent} = whole;
const {tells, ...untold} = whole;
const {notes, ...unexplained} = whole;

export const parts = [spoken, draws, variables, ranks, belowNought, repeats, options, draw, leavesOut, tells, notes];

export const incomplete = [
  () => defineChart(whole),
  // @ts-expect-error no words for the text alternative
  () => defineChart(unspoken),
  // @ts-expect-error no words for the guide
  () => defineChart(undescribed),
  // @ts-expect-error any number of variables
  () => defineChart(anyVariables),
  // @ts-expect-error not said what it ranks
  () => defineChart(unranked),
  // @ts-expect-error not said whether it shows numbers below nought
  () => defineChart(unsigned),
  // @ts-expect-error not said whether it is drawn in panels
  () => defineChart(unrepeated),
  // @ts-expect-error no options
  () => defineChart(withoutOptions),
  // @ts-expect-error no drawing
  () => defineChart(undrawn),
  // @ts-expect-error not said what it leaves out
  () => defineChart(silent),
  // @ts-expect-error no words of what it finds
  () => defineChart(untold),
  // @ts-expect-error no notes
  () => defineChart(unexplained),
  // @ts-expect-error an option without its documentation
  () => defineChart({...whole, options: {size: {schema: undefined}}}),
];
