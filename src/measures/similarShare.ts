import {z} from "zod";
import type {Cell} from "./cell.ts";
import {placeKey, type Coordinates} from "./coordinates.ts";
import type {Counted} from "./ingredients.ts";
import {coordinates, name} from "./layout.ts";
import {defineMeasure, type CountAddress} from "./measure.ts";
import {roundRatioHalfUp} from "./roundRatioHalfUp.ts";
import {wilsonInterval} from "./wilsonInterval.ts";

const address = z.strictObject({
  measure: z.literal("similar-share"),
  population: name,
  at: coordinates,
  base: coordinates,
  variable: name,
  areas: z.array(name).min(1),
});
type Address = Readonly<z.output<typeof address>>;

/** Decimals of such a share and its interval, in percent. */
const decimals = 1;

/** Which areas are held to be like each area, by the names of their categories. */
export interface SimilarAreas {
  /** The variable of the areas. */
  readonly variable: string;
  readonly similar: Readonly<Record<string, readonly string[]>>;
}

/**
 * A share among the records of all areas that are like one, together, in percent with a 95% Wilson interval. It rests on the
 * counts of each of them, and is withheld where one is; it carries none, because each is printed in its own place. No query
 * names it: it is the benchmark of an indicator.
 */
export const similarShare = defineMeasure({
  name: "similar-share",
  about: "population",
  grammar: {
    words: [],
    read: (): SimilarAreas => ({variable: "", similar: {}}),
    isPer: false,
    hasTotals: false,
    filters: ["with interval", "capital", "otherwise"],
  },
  address,
  key: ({population, at, base, variable, areas}) =>
    `share ${population} [${placeKey(at)}] among [${placeKey(base)}] in ${variable}=${areas.join("+")}`,
  addressAt: ({subject: {variable, similar}, population, at, base}) => {
    const areas = similar[base[variable] ?? ""];
    if (areas === undefined) return undefined;
    const rest = (place: Coordinates) => Object.fromEntries(Object.entries(place).filter(([one]) => one !== variable));
    const own = {measure: "similar-share" as const, population, at: rest(at), base: rest(base)};
    return {...own, variable, areas: [...areas]};
  },
  named: () => "share of similar areas",
  besidePlaces: (own) => own.areas.map((area) => inArea(own, "base", area)),
  numberOf: () => undefined,
  base: "others",
  needsPart: true,
  restsOn: (own) => [...countsOf(own, "at"), ...countsOf(own, "base")],
  isOfTooFew: () => false,
  ruleInWords: undefined,
  wants: (own) => [...countsOf(own, "at"), ...countsOf(own, "base")].map(({at}) => ({kind: "count", at})),
  gather: (own, given) => sumsOf(own, given.count),
  rounded: (counted, {address: own, count}) => ({...counted, ...sumsOf(own, count)}),
  publish: ({count, of = 0}, {shareNeeds = 1}) => publishShare({count, of}, shareNeeds),
  standIn: (_, {everybody, part}) => ({
    status: "published",
    value: roundRatioHalfUp(100 * part, everybody, decimals),
    lower: 0,
    upper: 100,
  }),
  column: {heading: () => "Share", beside: []},
  print: {as: "percent", decimals, isFixed: true},
  unit: "percent",
  comparison: "intervals",
});

function inArea(own: Address, part: "at" | "base", area: string): Coordinates {
  return {...own[part], [own.variable]: area};
}

function countsOf(own: Address, part: "at" | "base"): readonly CountAddress[] {
  return own.areas.map((area) => ({measure: "count", population: own.population, at: inArea(own, part, area)}));
}

function sumsOf(own: Address, count: (at: Coordinates) => number): Required<Pick<Counted, "count" | "of">> {
  const sum = (part: "at" | "base"): number => countsOf(own, part).reduce((all, {at}) => all + count(at), 0);
  return {count: sum("at"), of: sum("base")};
}

function publishShare({count, of}: Required<Pick<Counted, "count" | "of">>, shareNeeds: number): Cell {
  if (of === 0) return {status: "not-applicable"};
  if (of < shareNeeds) return {status: "not-available"};
  const {lower, upper} = wilsonInterval(count, of);
  const percent = (proportion: number): number => Math.round(proportion * 1000) / 10;
  return {
    status: "published",
    value: roundRatioHalfUp(100 * count, of, decimals),
    lower: percent(lower),
    upper: percent(upper),
  };
}
