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
import {wilsonInterval} from "./wilsonInterval.ts";

const address = quotientLayout("proportion");

const rule: QuotientRule = {
  times: 100,
  isPossible: (figure, per) => figure <= per,
  ofCount: (count, of) => {
    const {lower, upper} = wilsonInterval(count, of);
    return {lower: lower * of, upper: upper * of};
  },
  most: 100,
};

/**
 * A published count as a part of another published figure, in percent: met need is those treated of an estimated number.
 * Its interval is Wilson's where the whole is known, and carries the bounds of an estimate where it is none. Where more
 * are counted than the whole, it is no proportion.
 */
export const proportion = defineMeasure({
  name: "proportion",
  about: "reference",
  grammar: {
    words: ["proportion"],
    read: (reader) => readQuotient(reader, "of"),
    isPer: false,
    hasTotals: false,
    filters: ["with interval", "capital", "otherwise"],
  },
  address,
  key: (own) => quotientKey("of", own),
  addressAt: (asked) => quotientAt("proportion", asked),
  named: ({column, over}) => `proportion ${column} of ${over}`,
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
  column: {heading: () => "Proportion", beside: []},
  print: {as: "percent", decimals: 1, isFixed: true},
  unit: "percent",
  comparison: "intervals",
});
