import {eventsInterval} from "./eventsInterval.ts";
import {defineMeasure} from "./measure.ts";
import {quotientOf} from "./quotient.ts";
import {namedWithUnit} from "./rateUnit.ts";

/** Of so many people, where the query says no other number. */
const usual = 1000;

/**
 * Published events over a published population, per 1,000 or another such number, or as many as there would be of it in a
 * year. Its interval is Byar's, exact below ten events, and carries the bounds of a population that is an estimate. Where
 * more people are counted than the population has, it is no rate.
 */
export const crudeRate = defineMeasure({
  ...quotientOf("crude-rate", "per", {
    scale: {usual},
    decimals: 1,
    isPossible: (figure, per) => {
      const isPart = figure.isOfPeople === true && per.isOfPeople === true;
      return Number.isInteger(figure.value) && !(isPart && figure.value > per.value);
    },
    ofCount: eventsInterval,
    most: Infinity,
  }),
  named: ({column, over, ...unit}) => namedWithUnit(`crude rate ${column} per ${over}`, unit, usual),
  column: {heading: (subject) => namedWithUnit("Rate", subject, usual), beside: []},
  print: {as: "number", decimals: 1, isFixed: true},
  unit: "per 1,000",
});
