import {
  comparePeriods,
  countedDays,
  definedAlike,
  isWholeMonths,
  type CellAddress,
  type Period,
  type Population,
  type Variable,
  type Vocabulary,
} from "../../publication/index.ts";
import type {Release} from "../../release/index.ts";
import {readEarlier, type EarlierRelease} from "./earlierRelease.ts";

/** A release as it is made: what it counts, and of when. */
export interface CountingEdition {
  readonly vocabulary: Pick<Vocabulary, "populations">;
  readonly edition: {readonly period: Period};
}

/** Whether two editions count forms of one extract on some of the same days, by whole months. */
export function countSameForms(one: CountingEdition, other: CountingEdition): boolean {
  return one.vocabulary.populations.some((population) => {
    const there = formsNamed(population.name, other.vocabulary);
    if (population.unit !== "forms" || there === undefined || there.extract !== population.extract) return false;
    const [days, others] = [countedDays(population, one.edition.period), countedDays(there, other.edition.period)];
    return comparePeriods(days, others) !== "apart" && isWholeMonths(days) && isWholeMonths(others);
  });
}

function formsNamed(name: string, {populations}: Pick<Vocabulary, "populations">): Population | undefined {
  return populations.find((one) => one.name === name && one.unit === "forms");
}

/**
 * The counts of a release of other days that name a month, quarter or year which today's edition counts whole as well: they are
 * counts of the same forms. All others are of other days, under names that mean something else today.
 */
export function withSharedForms(release: Release, vocabulary: Vocabulary): EarlierRelease {
  return readEarlier(release, (address) => isOfSharedDays(address, {then: release.vocabulary, now: vocabulary}));
}

function isOfSharedDays(
  {population, at}: CellAddress,
  {then, now}: {readonly then: Vocabulary; readonly now: Vocabulary},
): boolean {
  const [before, today] = [then, now].map((one) => formsNamed(population, one));
  if (before === undefined || today === undefined || before.extract !== today.extract) return false;
  const parts = Object.entries(at).map(([name, category]) => {
    const [former, known] = [before, today].map(({variables}) => variables.find((one) => one.name === name));
    if (former === undefined || known === undefined) return "unknown";
    if (isOfDays(known)) {
      const span = spanOf(former, category);
      return span !== undefined && span === spanOf(known, category) ? "same days" : "unknown";
    }
    // Which form stands for a client, and which lies outside, depends on all the days that are counted.
    if (known.reads?.as === "form" && known.reads.what !== "usable") return "unknown";
    return definedAlike(known, former) ? "same" : "unknown";
  });
  return parts.includes("same days") && !parts.includes("unknown");
}

/** Whether a variable tells apart the dates that forms are selected by. */
function isOfDays({reads}: Variable): boolean {
  return reads?.as === "period" && reads.selects === true;
}

/** The days of a category, where it names some. */
function spanOf({reads}: Variable, category: string): string | undefined {
  const span = reads?.as === "period" ? reads.categories[category] : undefined;
  return span?.join(" to ");
}
