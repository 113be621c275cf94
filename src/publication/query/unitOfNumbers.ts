import {measureOf, unitAsked} from "../../measures/index.ts";
import type {Vocabulary} from "../vocabulary.ts";
import {columnOf, unitIn, type Query} from "./query.ts";

/** The unit of a query's numbers: `percent`, `per 1,000`, `per 10,000 a year`, `clients`, `years`, or that of a reference's column. */
export function unitOfNumbers(query: Query, {populations, references}: Vocabulary): string {
  const {unit, numberOf} = measureOf(query);
  const population = populations.find(({name}) => name === query.populations[0]);
  switch (unit) {
    case "of the population":
      return population?.unit ?? "";
    case "of the number":
      return population?.variables.find(({name}) => name === numberOf(query))?.unit ?? "";
    case "of the column": {
      const reference = references.find(({name}) => name === query.populations[0]);
      return reference?.columns.find(({name}) => name === columnOf(query))?.unit ?? "";
    }
    case "percent":
    case "per 1,000":
    case "per 100,000":
    case "ratio":
    case "of 100":
      return unitAsked(unit, unitIn(query));
  }
}
