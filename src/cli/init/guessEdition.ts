/** What the name of an edition tells of it. */
export interface EditionGuess {
  /** Name of a region of `data/codelists/regions.csv`. */
  readonly region?: string;
  /** ISO dates, both inclusive. */
  readonly period?: {readonly from: string; readonly to: string};
}

/**
 * Reads region and period from a name: `south-west-2009-10` is the South West from April 2009 to March 2010, and
 * `south-west-2009` the South West in the calendar year 2009.
 */
export function guessEdition(name: string, regions: readonly string[]): EditionGuess {
  const region = regions.find((each) => name === each || name.startsWith(`${each}-`));
  const period = guessPeriod(name);
  return {...(region !== undefined && {region}), ...(period !== undefined && {period})};
}

function guessPeriod(name: string): EditionGuess["period"] {
  const [, year = "", next] = /-((?:19|20)\d{2})(?:-(\d{2}))?$/.exec(name) ?? [];
  if (year === "") return undefined;
  if (next === undefined) return {from: `${year}-01-01`, to: `${year}-12-31`};
  const following = Number(year) + 1;
  // "2007-09" is no financial year: better to ask than to guess a period of two.
  if (String(following).slice(2) !== next) return undefined;
  return {from: `${year}-04-01`, to: `${following}-03-31`};
}
