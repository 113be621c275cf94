import {defineMeasure} from "./measure.ts";
import {exactInterval} from "./eventsInterval.ts";
import {quotientOf} from "./quotient.ts";

/**
 * Published events over the number of them that was expected, as a ratio: 1 where as many were seen as expected. Its
 * interval is the exact one of a count over a fixed expectation, and carries the bounds of an expectation that is an
 * estimate.
 *
 * Source: Breslow NE, Day NE, 1987, Statistical methods in cancer research II, IARC, section 2.3, on ratios of observed to
 * expected events.
 */
export const observedRatio = defineMeasure({
  ...quotientOf("observed-ratio", "to", {
    scale: 1,
    decimals: 2,
    isPossible: (figure) => Number.isInteger(figure.value),
    ofCount: exactInterval,
    most: Infinity,
  }),
  named: ({column, over}) => `observed ratio ${column} to ${over}`,
  column: {heading: () => "Ratio", beside: []},
  print: {as: "number", decimals: 2, isFixed: true},
  unit: "ratio",
});
