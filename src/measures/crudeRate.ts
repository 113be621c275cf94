import {eventsInterval} from "./eventsInterval.ts";
import {
  gatherQuotient,
  publishQuotient,
  quotientAt,
  quotientKey,
  quotientLayout,
  quotientStandIn,
  readQuotient,
  wantedFor,
  type QuotientRule,
} from "./quotient.ts";
import {defineMeasure} from "./measure.ts";

const address = quotientLayout("crude-rate");

const rule: QuotientRule = {
  times: 1000,
  isPossible: (figure) => Number.isInteger(figure),
  ofCount: eventsInterval,
  most: Infinity,
};

/**
 * Published events over a published population, per 1,000. Its interval is Byar's, exact below ten events, and carries
 * the bounds of a population that is an estimate.
 */
export const crudeRate = defineMeasure({
  name: "crude-rate",
  about: "reference",
  grammar: {
    words: ["crude-rate"],
    read: (reader) => readQuotient(reader, "per"),
    isPer: false,
    hasTotals: false,
    filters: ["with interval", "capital", "otherwise"],
  },
  address,
  key: (own) => quotientKey("per", own),
  addressAt: (asked) => quotientAt("crude-rate", asked),
  named: ({column, over}) => `crude rate ${column} per ${over}`,
  besidePlaces: () => [],
  numberOf: () => undefined,
  base: "none",
  needsPart: false,
  restsOn: () => [],
  fewest: () => 0,
  ruleInWords: undefined,
  wants: wantedFor,
  gather: gatherQuotient,
  rounded: (counted) => counted,
  publish: (counted) => publishQuotient(counted, rule),
  standIn: (own, made) => publishQuotient(quotientStandIn(own, made), rule),
  column: {heading: () => "Rate", beside: []},
  print: {as: "number", decimals: 1, isFixed: true},
  unit: "per 1,000",
  comparison: "intervals",
});
