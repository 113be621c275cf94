import {countedDays, type Break, type Population, type Report} from "../../publication/index.ts";
import {DictionaryError} from "./DictionaryError.ts";

/** The days of an extract whose numbers may still change, as a release tells of them. */
export function provisionalDays({provisional = {}}: Report, extract: string): Population["provisional"] {
  const said = provisional[extract];
  return said && {from: said.from, because: said.because};
}

/** A population with the days from which it is counted otherwise than before, by the breaks that a report says with a day. */
export function withBreaks(population: Population, report: Report): Population {
  const breaks = report.breaks.flatMap((one) => {
    const {from, because, variable} = one;
    if (from === undefined || !isOf(one, population, report)) return [];
    const isPart = variable === population.name;
    return [{from, because, ...(variable !== undefined && !isPart && {variable})}];
  });
  return breaks.length === 0 ? population : {...population, breaks};
}

/** Whether a population has what a break changes, and counts days before it and from it on. */
function isOf({variable, extract, from = ""}: Break, population: Population, {period}: Report): boolean {
  const days = countedDays(population, period);
  if (from <= days.from || from > days.to) return false;
  if (variable === undefined) return population.extract === extract;
  return variable === population.name || population.variables.some(({name}) => name === variable);
}

/** Throws DictionaryError for a break with a day that no population has. */
export function checkBreaksDated(populations: readonly Population[], report: Report): void {
  for (const one of report.breaks) {
    const {variable, from, position} = one;
    if (variable === undefined || from === undefined || position === undefined) continue;
    if (populations.some((population) => isOf(one, population, report))) continue;
    const what = `no population that counts days before ${from} and from it on has a variable "${variable}", or is a part of that name.`;
    throw new DictionaryError(position, `${what} Correct the name or the day.`);
  }
}
