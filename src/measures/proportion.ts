import {defineMeasure} from "./measure.ts";
import {quotientOf} from "./quotient.ts";
import {wilsonInterval} from "./wilsonInterval.ts";

/**
 * A published count as a part of another published figure, in percent: met need is those treated of an estimated number.
 * Its interval is Wilson's where the whole is known, and carries the bounds of an estimate where it is none. Where more
 * are counted than the whole, it is no proportion.
 */
export const proportion = defineMeasure({
  ...quotientOf("proportion", "of", {
    scale: 100,
    decimals: 1,
    isPossible: (figure, per) => figure.value <= per.value,
    ofCount: (count, of) => {
      const {lower, upper} = wilsonInterval(count, of);
      return {lower: lower * of, upper: upper * of};
    },
    most: 100,
  }),
  named: ({column, over}) => `proportion ${column} of ${over}`,
  column: {heading: () => "Proportion", beside: []},
  print: {as: "percent", decimals: 1, isFixed: true},
  unit: "percent",
});
