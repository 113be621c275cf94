import {expect, test} from "vitest";
import {wilsonInterval} from "../../../src/measures/index.ts";
import {drawFigure} from "../../../src/site/charts/drawFigure.ts";
import {besideLimits, controlLimits} from "../../../src/site/charts/parts/controlLimits.ts";
import {limitsOfEvents} from "../../../src/site/charts/parts/funnelLimits.ts";
import {placeNames} from "../../../src/site/charts/parts/placeNames.ts";
import {elements} from "../sample/readDrawing.ts";
import {figureData, position} from "../sample/sampleFigure.ts";

const room = {bases: [25, 400], percent: [0, 100]} as const;

test("limits stand z standard errors from the whole", () => {
  const ends = controlLimits(50, room).map(({formula, points}) => [formula, points.at(-1)?.limit.toFixed(3)]);
  // A standard error of 50% of 400 is 2.5 points.
  expect(ends).toEqual([
    ["95% upper", "54.900"],
    ["95% lower", "45.100"],
    ["99.8% upper", "57.726"],
    ["99.8% lower", "42.274"],
  ]);
});

test("a share on a limit has a Wilson interval that ends at the whole", () => {
  const [upper, lower] = controlLimits(82, {...room, bases: [100, 1000]});
  for (const {base, limit} of upper?.points ?? [])
    expect(wilsonInterval((limit * base) / 100, base).lower).toBeCloseTo(0.82, 10);
  for (const {base, limit} of lower?.points ?? [])
    expect(wilsonInterval((limit * base) / 100, base).upper).toBeCloseTo(0.82, 10);
});

test("a limit begins at the smallest base at which there is room for it", () => {
  const [upper] = controlLimits(90, {...room, bases: [5, 400]});
  // 90 + 1.96 × √(900 / n) is 100 where n is 34.57.
  expect(upper?.points[0]?.base).toBeCloseTo(34.573, 3);
  expect(upper?.points[0]?.limit).toBeCloseTo(100, 10);
});

test("where everybody or nobody is counted, chance moves nothing and there are no limits", () => {
  expect([...controlLimits(0, room), ...controlLimits(100, room)]).toEqual([]);
});

test("an area is outside by its counts, not by a rounded percentage", () => {
  const whole = {count: 5000, of: 10_000};
  expect(besideLimits({count: 5097, of: 10_000}, whole)).toBeUndefined();
  expect(besideLimits({count: 5099, of: 10_000}, whole)).toBe("above");
  expect(besideLimits({count: 4901, of: 10_000}, whole)).toBe("below");
});

test("limits of events stand where the exact bound of so many is the number expected, as in R", () => {
  // qgamma(0.025, n), qgamma(0.975, n + 1), qgamma(0.001, n), qgamma(0.999, n + 1) for 60 events, of 1 expected in 100.
  const bounds = {
    "Poisson 95% upper": 45.7863,
    "Poisson 95% lower": 77.2319,
    "Poisson 99.8% upper": 38.8776,
    "Poisson 99.8% lower": 88.0072,
  };
  const limits = limitsOfEvents({count: 500, of: 50_000}, 1000);
  for (const [name, expected] of Object.entries(bounds)) {
    const base = expected * 100;
    const lines = limits.lines({bases: [base * 0.96, base * 1.04], percent: [0, 100]});
    const points = lines.find(({formula}) => formula === name)?.points ?? [];
    const own = points.find((point) => Math.round((point.base * point.limit) / 1000) === 60);
    expect([own?.base.toPrecision(6), own?.limit.toPrecision(6)]).toEqual([
      base.toPrecision(6),
      (60_000 / base).toPrecision(6),
    ]);
  }
});

test("an area is outside the limits of events where its exact interval leaves out what was expected", () => {
  // poisson.test(60)$conf.int is 45.78632 to 77.23189.
  const {side} = limitsOfEvents({count: 500, of: 50_000}, 1000);
  expect(side({count: 60, of: 4578})).toBe("above");
  expect(side({count: 60, of: 4579})).toBeUndefined();
  expect(side({count: 60, of: 7723})).toBeUndefined();
  expect(side({count: 60, of: 7724})).toBe("below");
});

test("areas whose rate is outside the limits are named", () => {
  const {wide} = draw(rates);
  const words = elements(wide, "text").map(({inner}) => inner);
  expect(words).toContain("East Sussex");
  expect(words).toContain("Oxfordshire");
  expect(words).not.toContain("Kent");
  expect(words).toContain("per 1,000");
});

test("a name goes where no dot and no other name is, and is left out where it has no room", () => {
  const frame = {left: 0, right: 200, top: 0, foot: 200};
  const dot = {x: 100, y: 100, text: "Kent"};
  const [beside] = placeNames([dot], {...frame, taken: [dot]});
  expect(beside).toMatchObject({x: 111, y: 100});
  const [before] = placeNames([dot], {...frame, taken: [dot, {x: 120, y: 100}]});
  expect(Number(before?.x)).toBeLessThan(100);
  expect(placeNames([{...dot, text: "Kent ".repeat(20)}], {...frame, taken: [dot]})).toEqual([]);
});

const rates = [
  "crude-rate injuries.treated per residents by area",
  "crude-rate injuries.treated per residents area=region",
];

function draw(show: readonly string[]) {
  return drawFigure(figureData(show), {id: "f", chart: "funnel", options: {}, position, title: "T"});
}

test("the area outside the limits is named, and an area that is withheld has a mark and no dot", () => {
  const {wide} = draw(["share community pdu=yes within area-of-contact", "share community pdu=yes"]);
  const words = elements(wide, "text").map(({inner}) => inner);
  expect(words).toContain("East Sussex");
  expect(words).toContain("Without a dot: West Berkshire [c], Windsor and Maidenhead [c], Wokingham [c]");
});

test.each([
  [["share community by main-drug"], /Write within before areas/],
  [["share community sex=male within area-of-contact"], /needs the published share of all/],
  [["share community sex=male within area-of-contact", "value prevalence.target area=kent"], /published share of all/],
  [["count community by area-of-contact"], /draws shares of counted records/],
  [rates.slice(0, 1), /the same number of all/],
  [["value prevalence.rate by area"], /how uncertain an estimate is/],
  [["share community sex=male within area-of-contact", "share community pdu=yes within area-of-contact"], /one series/],
])("%j is refused as a funnel", (show, why) => {
  expect(() => draw(show)).toThrow(why);
});
