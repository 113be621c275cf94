import {z} from "zod";
import type {Cell} from "./cell.ts";
import {placeKey} from "./coordinates.ts";
import type {Nothing} from "./grammar.ts";
import type {Counted} from "./ingredients.ts";
import {coordinates, name} from "./layout.ts";
import {defineMeasure} from "./measure.ts";
import {roundRatioHalfUp} from "./roundRatioHalfUp.ts";
import {wilsonInterval} from "./wilsonInterval.ts";

const address = z.strictObject({measure: z.literal("share"), population: name, at: coordinates, base: coordinates});

/** Decimals of shares and their intervals in a release, in percent. */
const decimals = 1;

/**
 * How many of a base stand at a place, in percent with a 95% interval. It carries both counts and rests on both: a
 * percentage of a withheld count would give it back.
 */
export const share = defineMeasure({
  name: "share",
  about: "population",
  grammar: {
    words: ["share"],
    read: (): Nothing => ({}),
    isPer: false,
    hasTotals: false,
    filters: ["decimals", "in words", "as words", "with count", "capital", "otherwise"],
  },
  address,
  key: ({population, at, base}) => `share ${population} [${placeKey(at)}] among [${placeKey(base)}]`,
  addressAt: ({population, at, base}) => ({measure: "share" as const, population, at, base}),
  named: () => "share",
  besidePlaces: ({base}) => [base],
  numberOf: () => undefined,
  base: "within",
  needsPart: true,
  restsOn: ({population, at, base}) => [
    {measure: "count", population, at},
    {measure: "count", population, at: base},
  ],
  isOfTooFew: () => false,
  ruleInWords: undefined,
  wants: ({at, base}) => [
    {kind: "count", at},
    {kind: "count", at: base},
  ],
  gather: ({at, base}, given) => ({count: given.count(at), of: given.count(base)}),
  rounded: (counted, {address: {at, base}, count}) => ({...counted, count: count(at), of: count(base)}),
  publish: (counted, {shareNeeds = 1}) => publishShare(counted, shareNeeds),
  standIn: (_, {everybody, part}) => ({
    status: "published",
    value: Math.round((1000 * part) / everybody) / 10,
    count: part,
    of: everybody,
    lower: 0,
    upper: 100,
  }),
  column: {heading: () => "Share", beside: ["count", "base"]},
  print: {as: "percent", decimals: 0, isFixed: false},
  unit: "percent",
  comparison: "shares",
});

function publishShare({count, of}: Counted, shareNeeds: number): Cell {
  if (of === undefined || of === 0) return {status: "not-applicable"};
  if (of < shareNeeds) return {status: "unreliable", count, of};
  const {lower, upper} = wilsonInterval(count, of);
  const percent = (proportion: number): number => Math.round(proportion * 1000) / 10;
  return {
    status: "published",
    value: roundRatioHalfUp(100 * count, of, decimals),
    count,
    of,
    lower: percent(lower),
    upper: percent(upper),
  };
}
