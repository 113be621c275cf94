import type {Variable} from "../vocabulary.ts";

/** Whether words are a calendar year, "2007", or a financial one, "2007/08", and nothing else. */
export function isYear(words: string): boolean {
  const [, year, next] = /^(?:19|20)(\d\d)(?:\/(\d\d))?$/.exec(words) ?? [];
  if (year === undefined) return false;
  return next === undefined || Number(next) === (Number(year) + 1) % 100;
}

/** Whether a variable tells years apart: it is made of dates, or each of its values is called as a year. */
export function isOfYears({categories, reads}: Pick<Variable, "categories" | "reads">): boolean {
  if (reads?.as === "period") return true;
  const values = categories.filter(({role}) => role === "value");
  return values.length > 0 && values.every(({label}) => isYear(label));
}
