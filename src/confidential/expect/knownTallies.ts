import {listEditions, loadReport, PublicationError, type Project, type Report} from "../../publication/index.ts";
import type {KnownTally} from "./checkExpectations.ts";
import {readTally} from "./tally.ts";

/** The text of the tally that was kept of an edition; nothing where none is at hand. */
export type TallyOf = (edition: string) => string | undefined;

/**
 * The tallies that an edition's records are held against: of the edition that it is compared with, or else the last one
 * before it of its kind and region; and of its own last release.
 */
export function knownTallies(project: Project, report: Report, tallyOf: TallyOf): readonly KnownTally[] {
  const before = report.compareWith ?? editionBefore(project, report);
  return [
    ...(before === undefined ? [] : [{edition: before, name: before}]),
    {edition: report.id, name: "its own last release"},
  ].flatMap(({edition, name}) => {
    const tally = readTally(tallyOf(edition) ?? "");
    return tally === undefined ? [] : [{tally, name}];
  });
}

function editionBefore(project: Project, {id, template, region, period}: Report): string | undefined {
  const others = listEditions(project.root).flatMap((name) => (name === id ? [] : (reportOf(project, name) ?? [])));
  const before = others
    .filter((one) => one.template === template && one.region.name === region.name && one.period.to < period.from)
    .toSorted((one, other) => (one.period.to < other.period.to ? -1 : 1));
  return before.at(-1)?.id;
}

/** Another report's faults are no reason to stop this one. */
function reportOf(project: Project, edition: string): Report | undefined {
  try {
    return loadReport(project, edition);
  } catch (error) {
    if (error instanceof PublicationError) return undefined;
    throw error;
  }
}
