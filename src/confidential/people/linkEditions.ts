import {countQuantities, DisclosureError, gapsOf, populationsOf, statementsOn} from "../../audit/index.ts";
import {nameOf, type Release} from "../../release/index.ts";
import type {Solver} from "../../solver/index.ts";
import type {Ingested} from "../ingest/ingested.ts";
import {definePeople, type TruePeople} from "./definePeople.ts";
import {defineRevision, type Revised} from "./revise/defineRevision.ts";
import {findRevision} from "./revise/findRevision.ts";

/** What is published of whom, with all that was published of them before. */
export interface EditionsTask {
  readonly ingested: Ingested;
  readonly solver: Solver;
  readonly release: Release;
  /** Earlier releases that may count the same records, or these before some were corrected. */
  readonly earlier: readonly Release[];
}

/** How an earlier release stands to the records of today. */
export type Standing = "same records" | "corrected records" | "other records";

/** Everything that is known of some people: today's release, then the earlier ones that bear on them. */
export interface LinkedEditions extends TruePeople {
  readonly releases: readonly [Release, ...Release[]];
  /** How every earlier release stands, those that are left out too. */
  readonly standings: readonly {readonly release: Release; readonly standing: Standing}[];
}

/**
 * Defines the people of a release together with all that was published of them before: releases whose every number their
 * records give, and those that they give but for a few corrections, of which the fewest are looked for.
 */
export async function linkEditions({ingested, solver, release, earlier}: EditionsTask): Promise<LinkedEditions> {
  const releases = [release, ...earlier] as const;
  const defined = readableOf(await definePeople(ingested, releases), releases);
  const untrue = untrueIn(defined, releases);
  const judged = earlier.map((one, at): Judged => {
    const edition = at + 1;
    if (!untrue.has(edition)) return {release: one, standing: "same records"};
    const sources = findRevision({...defined, solver, releases, edition});
    if (sources === undefined) return {release: one, standing: "other records"};
    return {release: one, standing: "corrected records", revised: {edition, sources}};
  });
  const linked = keepLinked(defined, release, judged);
  refuseUnreadable(linked);
  return linked;
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

/** A release of the earlier layout counts these people by groups of which nobody can say who is in them. */
function refuseUnreadable({definitions, releases}: LinkedEditions): void {
  for (const [number, release] of releases.entries()) {
    const gaps = number === 0 ? [] : gapsOf(release, populationsOf(definitions, number));
    const unknown = gaps.find(({population, variable}) => {
      const variables = release.vocabulary.populations.find(({name}) => name === population)?.variables ?? [];
      return variables.some(({name, reads}) => name === variable && reads === undefined);
    });
    if (unknown === undefined) continue;
    throw new DisclosureError(
      `${nameOf(release)} counts the same people by ${unknown.variable ?? ""}, does not say which answers its groups were made of, ` +
        "and no variable of today has these groups: what the two give away together cannot be told. Put its dictionary and " +
        "code lists back for a moment (their hashes are in its release.json), release it again, and it says so itself.",
    );
  }
}

interface Judged {
  readonly release: Release;
  readonly standing: Standing;
  readonly revised?: Revised;
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

function keepLinked(defined: TruePeople, release: Release, judged: readonly Judged[]): LinkedEditions {
  const revised = judged.flatMap((one) => (one.revised === undefined ? [] : [one.revised]));
  const {definitions, people} = revised.reduce(defineRevision, defined);
  // What corrections were found for must come out of them: a rule of the release may see more than the search did.
  const untrue = untrueIn({definitions, people}, [release, ...judged.map((one) => one.release)]);
  const standings = judged.map((one, at) => {
    const isBroken = one.standing === "corrected records" && untrue.has(at + 1);
    return {release: one.release, standing: isBroken ? "other records" : one.standing} as const;
  });
  const isLinked = (at: number): boolean => {
    const standing = standings[at]?.standing;
    return standing === "same records" || standing === "corrected records";
  };
  return {
    definitions: {...definitions, editions: definitions.editions.filter((_, at) => at === 0 || isLinked(at - 1))},
    people,
    releases: [release, ...standings.filter((_, at) => isLinked(at)).map((one) => one.release)],
    standings,
  };
}
