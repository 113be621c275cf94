import {ageOn, dayOf, isoOf} from "./calendar.ts";
import {dealShares} from "./drawShares.ts";
import {itemAt} from "./itemAt.ts";
import {impossible} from "./marginsFile.ts";
import type {ColumnMargin} from "./columnMarginSchema.ts";
import type {Draw, ExtractRecipe, ColumnRecipe} from "./extractRecipe.ts";
import {pickWeighted, type Random} from "./random.ts";

type BornMargin = Extract<ColumnMargin, {kind: "born"}>;
type Density = BornMargin["density"];

/** A date of birth with the age and age band that it was made for; all blank where the age is not stated. */
export interface Birth {
  readonly date: string;
  readonly age: string;
  readonly band: string;
}

/**
 * A date of birth for every client, so that the shares of the age bands and the mean age hold on the date that ages
 * are counted at.
 */
export function drawBirthDates(
  recipe: ExtractRecipe,
  {name, margin}: ColumnRecipe & {margin: BornMargin},
  {clients, random}: Draw,
): readonly Birth[] {
  const bands = dealShares(recipe, {name, clients, margin, random: random.fork("bands")});
  const ages = bands.map((band) => {
    const range = band === undefined ? undefined : margin.bands[band];
    return range && {band: band ?? "", range, age: drawAge(range, margin.density, random)};
  });
  if (margin.mean)
    meetMean(recipe, {name, margin, ages: ages.filter((age) => age !== undefined), random: random.fork("mean")});
  return clients.map((client, index) => {
    const drawn = ages[index];
    if (!drawn) return {date: "", age: "", band: ""};
    const date = birthDate(client[margin.before] ?? "", drawn.age, random);
    return {date, age: String(drawn.age), band: drawn.band};
  });
}

interface DrawnAge {
  readonly band: string;
  readonly range: readonly [number, number];
  age: number;
}

function drawAge([from, to]: readonly [number, number], density: Density, random: Random): number {
  const ages = Array.from({length: to - from + 1}, (_, index) => from + index);
  return (
    ages[
      pickWeighted(
        random,
        ages.map((age) => weightAt(age, density)),
      )
    ] ?? from
  );
}

/** Between two given ages the weight follows a straight line. */
function weightAt(age: number, density: Density): number {
  const after = density.find(([at]) => at >= age);
  const before = density.findLast(([at]) => at <= age);
  if (!after || !before) return after?.[1] ?? before?.[1] ?? 1;
  if (after[0] === before[0]) return after[1];
  return before[1] + ((after[1] - before[1]) * (age - before[0])) / (after[0] - before[0]);
}

interface MeanRequest {
  readonly name: string;
  readonly margin: BornMargin;
  readonly ages: readonly DrawnAge[];
  readonly random: Random;
}

/** Makes clients a year older or younger, within their bands, until the mean rounds to the published one. */
function meetMean(recipe: ExtractRecipe, {name, margin: {mean}, ages, random}: MeanRequest): void {
  if (!mean || ages.length === 0) return;
  const {least, most} = yearsInAll(mean, ages.length);
  let sum = ages.reduce((total, {age}) => total + age, 0);
  for (let tries = 0; tries < 400 * ages.length && (sum < least || sum > most); tries++) {
    const drawn = itemAt(ages, random.below(ages.length));
    const step = sum < least ? 1 : -1;
    if (drawn.age + step < drawn.range[0] || drawn.age + step > drawn.range[1]) continue;
    drawn.age += step;
    sum += step;
  }
  if (sum >= least && sum <= most) return;
  throw impossible(
    recipe.locate("columns", name, "mean"),
    `${name}: no ages within the bands have the mean ${mean.years}.`,
  );
}

/** The sums of ages whose mean rounds half up to the published one; clear of the bounds where so many clients allow it. */
function yearsInAll(
  {years, decimals}: NonNullable<BornMargin["mean"]>,
  clients: number,
): {least: number; most: number} {
  const half = 0.5 / 10 ** decimals;
  const inner = {least: Math.ceil((years - half * 0.8) * clients), most: Math.floor((years + half * 0.8) * clients)};
  if (inner.least <= inner.most) return inner;
  return {least: Math.ceil((years - half) * clients), most: Math.ceil((years + half) * clients) - 1};
}

function birthDate(on: string, age: number, random: Random): string {
  const latest = dayOf(`${Number(on.slice(0, 4)) - age}${on.slice(4)}`);
  for (;;) {
    const date = isoOf(latest - random.below(365));
    // People born on 29 February have birthdays that not everyone counts alike.
    if (ageOn(on, date) === age && !date.endsWith("02-29")) return date;
  }
}
