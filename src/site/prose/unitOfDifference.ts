import type {Answer} from "../../release/index.ts";

/** What the difference of two numbers of a measure is counted in: shares in percentage points, means as their number is. */
export function unitOfDifference({asked: {address}, release}: Pick<Answer, "asked" | "release">): string {
  if (address.measure !== "estimated-mean") return "percentage points";
  const population = release.vocabulary.populations.find(({name}) => name === address.population);
  const number = population?.variables.find(({name}) => name === address.variable);
  if (number?.unit === undefined) throw new Error(`the release does not say what "${address.variable}" is counted in`);
  return number.unit;
}
