import {countQuantities, DisclosureError, gapsOf, populationsOf, statementsOn, type Gap} from "../../audit/index.ts";
import {countedDays, wholePopulations, type Period, type Population} from "../../publication/index.ts";
import {nameOf, type Release} from "../../release/index.ts";
import type {Solver} from "../../solver/index.ts";
import {countedAs, extractsReadBy} from "./countedAs.ts";
import {variableOfGoneCodes} from "./goneCodes.ts";
import {definePeople, type TruePeople} from "./definePeople.ts";
import {defineRevision, type Revised} from "./revise/defineRevision.ts";
import type {KnownRecords} from "./knownRecords.ts";
import {isWindow} from "./otherDays.ts";
import {findRevision} from "./revise/findRevision.ts";

/** What is published of whom, with all that was published of them before. */
export interface EditionsTask {
  readonly records: KnownRecords;
  readonly solver: Solver;
  readonly release: Release;
  /** Earlier releases that may count the same records, or these before some were corrected. */
  readonly earlier: readonly Release[];
}

/** How an earlier release stands to the records of today. */
export type EditionStanding = "same records" | "corrected records" | "other records";

/** Everything that is known of some people: today's release, then the earlier ones that bear on them. */
export interface LinkedEditions extends TruePeople {
  readonly releases: readonly [Release, ...Release[]];
  /** How every earlier release stands, those that are left out too. */
  readonly standings: readonly {readonly release: Release; readonly standing: EditionStanding}[];
}

/**
 * Defines the people of a release together with all that was published of them before: releases whose every number their
 * records give, and those that they give but for a few corrections, of which the fewest are looked for.
 */
export async function linkEditions({records, solver, release, earlier}: EditionsTask): Promise<LinkedEditions> {
  const releases = [release, ...earlier] as const;
  for (const one of earlier) refuseGoneCodes(one, records);
  const defined = readableOf(await definePeople(records, releases), releases);
  const revised = findRevisions(defined, releases, solver);
  const linked = keepLinked(defined, releases, revised);
  refuseUnreadable(linked, records);
  return linked;
}

/** Corrections since earlier editions, those of the same records together; the editions for which none were found. */
interface Revisions {
  readonly found: readonly Revised[];
  readonly others: ReadonlySet<number>;
}

/**
 * Looks for the corrections since the editions that print what the records do not give. A reader takes editions for those of
 * the same records as long as nothing in them says otherwise, so all are tried together first, then those that are found
 * for one of them with the next.
 */
function findRevisions(defined: TruePeople, releases: EditionsTask["earlier"], solver: Solver): Revisions {
  const untrue = [...untrueIn(defined, releases)].sort((a, b) => a - b);
  const find = (editions: readonly number[]): Revised | undefined => {
    const sources = findRevision({...defined, solver, releases, editions});
    return sources && {editions, sources};
  };
  const isGiven = (one: Revised): boolean => {
    const given = untrueIn(defineRevision(defined, one), releases);
    return one.editions.every((edition) => !given.has(edition));
  };
  const together = untrue.length > 1 ? find(untrue) : undefined;
  if (together !== undefined && isGiven(together)) return {found: [together], others: new Set()};
  const found: Revised[] = [];
  const others = new Set<number>();
  for (const edition of untrue) {
    const shared = found.findIndex((one) => isGiven({...one, editions: [...one.editions, edition]}));
    const known = found[shared];
    if (known !== undefined) {
      found[shared] = {...known, editions: [...known.editions, edition]};
      continue;
    }
    const own = find([edition]);
    if (own === undefined) others.add(edition);
    else found.push(own);
  }
  return {found, others};
}

/** Few corrections make the numbers of an edition, and yet not all that it says: which it were cannot be told. */
function notFollowed(release: Release): DisclosureError {
  return new DisclosureError(
    `${nameOf(release)} counts the same people but for a few records, and which these were cannot be told from what it prints: ` +
      "a group beside the few that its marks tell of has grown or shrunk across the limit for small groups. " +
      "Release the edition from the records as they were, or with the corrections in a later edition.",
  );
}

/** Leaves out the variables of earlier releases that are not defined as these say. */
function readableOf({definitions, people}: TruePeople, releases: readonly Release[]): TruePeople {
  const editions = definitions.editions.map((edition, number) => {
    const release = releases[number];
    if (number === 0 || release === undefined) return edition;
    const gaps = gapsOf(release, populationsOf(definitions, number));
    const isWrong = (population: string, variable: string): boolean =>
      gaps.some((gap) => gap.kind === "wrong" && gap.population === population && gap.variable === variable);
    const populations = edition.populations.map((one) => ({
      ...one,
      variables: Object.fromEntries(Object.entries(one.variables).filter(([name]) => !isWrong(one.name, name))),
    }));
    return {...edition, populations};
  });
  return {definitions: {...definitions, editions}, people};
}

/** Answers whose codes are gone read as none, and would make other people of the same. */
function refuseGoneCodes(release: Release, records: KnownRecords): void {
  for (const population of wholePopulations(release.vocabulary.populations)) {
    const variable = variableOfGoneCodes(population, records);
    if (variable === undefined) continue;
    throw new DisclosureError(
      `${nameOf(release)} counts ${population.name} by ${variable}, some codes of which the code list of today lacks. ` +
        "What the two give away together cannot be told. Keep codes that were used before in their list, and map new ones to them (`values` in report.yaml).",
    );
  }
}

/** A release that counts these people by what nobody can read today gives away with this one what cannot be told. */
function refuseUnreadable({definitions, releases}: LinkedEditions, records: KnownRecords): void {
  for (const [number, release] of releases.entries()) {
    const gaps = number === 0 ? [] : gapsOf(release, populationsOf(definitions, number));
    for (const gap of gaps) {
      const population = release.vocabulary.populations.find(({name}) => name === gap.population);
      const isRead = population !== undefined && !isOfOtherDays({population, ...release.edition}, gap, records);
      const words = isRead ? unreadableIn(population, gap, records) : undefined;
      if (words === undefined) continue;
      throw new DisclosureError(
        `${nameOf(release)} counts the same people ${words} What the two give away together cannot be told.`,
      );
    }
  }
}

/**
 * Whether a gap is no more than that records do not tell whom an edition counted on other days: which form stood for a client
 * then, and what became of the others.
 */
function isOfOtherDays(
  {population, period}: {readonly population: Population; readonly period: Period},
  {variable}: Gap,
  records: KnownRecords,
): boolean {
  const model = records.models.get(countedAs(population, records)?.extract ?? "");
  if (model === undefined || isWindow(countedDays(population, period), model)) return false;
  const reads = population.variables.find(({name}) => name === variable)?.reads;
  return variable === undefined || (reads?.as === "form" && reads.what === "fate");
}

/** Why something of a release cannot be read, and what helps; nothing where it counts an extract that is not read today. */
function unreadableIn(population: Population, {variable}: Gap, records: KnownRecords): string | undefined {
  if (variable === undefined) {
    return extractsReadBy(population, records).length < 2
      ? undefined
      : `as ${population.name}, a population that the template no longer has, and several extracts could be meant. Name the population as it was.`;
  }
  return population.variables.some(({name, reads}) => name === variable && reads === undefined)
    ? `by ${variable}, does not say which answers its groups were made of, and no variable of today has these groups. ` +
        "Put its dictionary and code lists back for a moment (their hashes are in its release.json), release it again, and it says so itself."
    : `by ${variable}, whose answers no column of today's dictionary gives as they were. ` +
        "Name its columns and code lists as they were (`columns` in report.yaml says what the extract calls them).";
}

/** Editions that print a number which the records do not give. */
function untrueIn({definitions, people}: TruePeople, releases: readonly Release[]): ReadonlySet<number> {
  if (releases.length === 1) return new Set();
  const statements = statementsOn(releases, definitions, {tooFew: new Set(), base: people});
  const values = countQuantities(people, statements);
  return new Set(
    statements.flatMap(({release, lower, upper}, at) => {
      const value = values[at] ?? NaN;
      return value >= lower && value <= upper ? [] : [release];
    }),
  );
}

function keepLinked(
  defined: TruePeople,
  [release, ...earlier]: readonly [Release, ...Release[]],
  {found, others}: Revisions,
): LinkedEditions {
  const {definitions, people} = found.reduce(defineRevision, defined);
  const corrected = new Set(found.flatMap(({editions}) => editions));
  // What corrections were found for must come out of them: a rule of the release may see more than the search did.
  const untrue = untrueIn({definitions, people}, [release, ...earlier]);
  const standings = earlier.map((one, at) => {
    const isOther = others.has(at + 1);
    if (!isOther && untrue.has(at + 1)) throw notFollowed(one);
    const standing: EditionStanding = isOther
      ? "other records"
      : corrected.has(at + 1)
        ? "corrected records"
        : "same records";
    return {release: one, standing};
  });
  const isLinked = (at: number): boolean => standings[at] !== undefined && standings[at].standing !== "other records";
  return {
    definitions: {...definitions, editions: definitions.editions.filter((_, at) => at === 0 || isLinked(at - 1))},
    people,
    releases: [release, ...standings.filter((_, at) => isLinked(at)).map((one) => one.release)],
    standings,
  };
}
