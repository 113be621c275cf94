import {describe, expect, test} from "vitest";
import {measures, type Figure} from "../../src/measures/index.ts";
import {eventsInterval} from "../../src/measures/eventsInterval.ts";
import {intervalOfRatio} from "../../src/measures/intervalOfRatio.ts";
import {wilsonInterval} from "../../src/measures/wilsonInterval.ts";

/** A part with its Wilson interval, in units of the whole. */
function part(count: number, of: number) {
  const {lower, upper} = wilsonInterval(count, of);
  return {value: count, lower: lower * of, upper: upper * of};
}

// Expected numbers of this file: R 4.2.2, prop.test without correction, poisson.test, and uniroot on the equations that
// define the interval of a ratio, unless another source is named.

test.each([
  [0, 0, 3.68887945],
  [1, 0.02531781, 5.57164339],
  [5, 1.62348639, 11.66833208],
  [9, 4.1153731, 17.08480345],
  // From ten on Byar's, which is not the exact one.
  [10, 4.78744991, 18.39145861],
  [577, 530.87354144, 626.06118513],
])("%i events have the interval %f to %f", (count, lower, upper) => {
  const interval = eventsInterval(count);
  expect(interval.lower).toBeCloseTo(lower, 6);
  expect(interval.upper).toBeCloseTo(upper, 6);
});

test("events are whole", () => {
  expect(() => eventsInterval(2.5)).toThrow("whole numbers");
});

describe("the interval of a ratio", () => {
  test.each([
    {
      what: "240 treated of 3,360, 2,610 to 4,620",
      top: part(240, 3360),
      of: [3360, 2610, 4620],
      is: [0.05070912, 0.09442937],
    },
    {what: "235 treated of 850, 625 to 1,198", top: part(235, 850), of: [850, 625, 1198], is: [0.19249206, 0.38232111]},
    {
      what: "an upper bound beyond twice the estimate",
      top: part(30, 100),
      of: [100, 40, 230],
      is: [0.12194892, 0.77445601],
    },
    {
      what: "12 events in 34,500, 30,100 to 40,200",
      top: {value: 12, ...eventsInterval(12)},
      of: [34500, 30100, 40200],
      is: [0.00017700032, 0.00061936245],
    },
  ])("carries the bounds of both: $what", ({top, of: [value = 0, lower = 0, upper = 0], is}) => {
    const interval = intervalOfRatio(top, {value, lower, upper});
    expect(interval.lower).toBeCloseTo(is[0] ?? 0, 8);
    expect(interval.upper).toBeCloseTo(is[1] ?? 0, 7);
  });

  test("is Wilson's where the whole is known", () => {
    const {lower, upper} = intervalOfRatio(part(240, 3360), {value: 3360, lower: 3360, upper: 3360});
    expect(lower).toBeCloseTo(0.06320114, 8);
    expect(upper).toBeCloseTo(0.08063484, 8);
    expect(intervalOfRatio(part(0, 25), {value: 25, lower: 25, upper: 25}).lower).toBe(0);
  });

  // Fingertips indicator 93532, West Sussex, 2018/19: 78.2446486% of dependent drinkers not in treatment, 72.48112317 to
  // 83.39621298. The bounds of the estimate are the means of those of three years, as the estimate is.
  test("is the published one where only the estimate is uncertain", () => {
    const estimate = {
      value: (7071 + 7096 + 7276) / 3,
      lower: (5557 + 5543 + 5852) / 3,
      upper: (9349 + 9296 + 9451) / 3,
    };
    const {lower, upper} = intervalOfRatio({value: 1555, lower: 1555, upper: 1555}, estimate);
    expect(100 - 100 * upper).toBeCloseTo(72.48112317, 6);
    expect(100 - 100 * lower).toBeCloseTo(83.39621298, 6);
    expect(100 - (100 * 1555) / estimate.value).toBeCloseTo(78.2446486, 6);
  });
});

describe("a proportion of published figures", () => {
  const of = (figure: Figure | undefined, per: Figure | undefined) =>
    measures.proportion.publish({count: 0, ...(figure && {figure}), ...(per && {per})}, {});

  test("is released in percent, with the figures that it is made of", () => {
    const cell = {status: "published", value: 7.1, count: 240, of: 3360, lower: 5.1, upper: 9.4};
    expect(of({value: 240}, {value: 3360, lower: 2610, upper: 4620})).toEqual(cell);
  });
  test("has no interval where bounds are not known of this estimate alone", () => {
    expect(of({value: 240}, {value: 3360, isOpen: true})).toEqual({
      status: "published",
      value: 7.1,
      count: 240,
      of: 3360,
    });
  });
  test("is none of more than the whole, of nothing, or below nought", () => {
    expect(of({value: 12}, {value: 10})).toEqual({status: "not-applicable"});
    expect(of({value: 0}, {value: 0})).toEqual({status: "not-applicable"});
    expect(of({value: -1}, {value: 10})).toEqual({status: "not-applicable"});
  });
  test("is none of what was counted in parts; an estimate may lie between whole numbers", () => {
    expect(of({value: 2.5}, {value: 10})).toEqual({status: "not-applicable"});
    const estimate = {value: 2.5, lower: 2, upper: 3};
    expect(of(estimate, {value: 10})).toEqual({status: "published", value: 25, lower: 20, upper: 30});
  });
  test("is not available where either figure is not", () => {
    expect(of(undefined, {value: 10})).toEqual({status: "not-available"});
    expect(of({value: 1}, undefined)).toEqual({status: "not-available"});
  });
});

test("a crude rate is per 1,000 with Byar's interval, exact below ten events", () => {
  const rate = (events: number) =>
    measures["crude-rate"].publish({count: 0, figure: {value: events}, per: {value: 34_500}}, {});
  expect(rate(12)).toEqual({status: "published", value: 0.3, count: 12, of: 34_500, lower: 0.2, upper: 0.6});
  expect(rate(900)).toMatchObject({value: 26.1, lower: 24.4, upper: 27.8});
  expect(rate(2.5)).toEqual({status: "not-applicable"});
});
