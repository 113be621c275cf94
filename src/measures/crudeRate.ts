import {eventsInterval} from "./eventsInterval.ts";
import {defineMeasure} from "./measure.ts";
import {quotientOf} from "./quotient.ts";

/**
 * Published events over a published population, per 1,000. Its interval is Byar's, exact below ten events, and carries
 * the bounds of a population that is an estimate.
 */
export const crudeRate = defineMeasure({
  ...quotientOf("crude-rate", "per", {
    times: 1000,
    decimals: 1,
    isPossible: (figure) => Number.isInteger(figure),
    ofCount: eventsInterval,
    most: Infinity,
  }),
  named: ({column, over}) => `crude rate ${column} per ${over}`,
  column: {heading: () => "Rate", beside: []},
  print: {as: "number", decimals: 1, isFixed: true},
  unit: "per 1,000",
});
