import type {Report} from "../../publication/index.ts";
import {ExpectationError} from "./ExpectationError.ts";
import type {Surprise} from "./surprise.ts";
import {surprisesSince} from "./surprises.ts";
import {surprisesOfItself} from "./surprisesOfForms.ts";
import {surprisesOfMonths} from "./surprisesOfMonths.ts";
import {surprisesOfTables} from "./surprisesOfTables.ts";
import type {Tally} from "./tally.ts";

/** A tally with what it is of, in words: "the edition south-east-2007-08". */
export interface KnownTally {
  readonly tally: Tally;
  readonly name: string;
}

const mostNamed = 20;

/**
 * Holds the records against those of the edition before and of the edition's own last release, and throws ExpectationError
 * where something is not as it was, beyond chance and the report's bounds, and nobody has said why. The message names
 * measures and ways and no number. Gives lines for the confidential log.
 *
 * Made-up records are held against made-up ones alone.
 */
export function checkExpectations(
  {tally: now, hints}: {readonly tally: Tally; readonly hints: ReadonlyMap<string, string>},
  known: readonly KnownTally[],
  report: Report,
): readonly string[] {
  const alike = known.filter(({tally}) => tally.synthetic === now.synthetic);
  const surprises = [
    ...surprisesAlone(now, report, hints).map((one) => ({...one, since: "its own forms"})),
    ...alike.flatMap(({tally, name}) =>
      surprisesSince(tally, now, report.bounds).map((one) => ({...one, since: name})),
    ),
  ];
  const said = new Set(report.expected.map(({what}) => what));
  const unsaid = surprises.filter(({what}) => !said.has(what));
  if (unsaid.length > 0) throw unexpected(unsaid, report);
  const against = alike.map(({name}) => name);
  if (report.populations.length === 0) return [];
  const needless = report.expected.filter(({what}) => surprises.every((one) => one.what !== what));
  return [
    against.length > 0
      ? `Held against ${against.join(" and ")}: nothing is beyond chance and the bounds but what the report expects.`
      : "Held against no other edition: no tally of one is at hand.",
    ...surprises.map(({what, counts, since}) => `  expected: ${what}, against ${since}: ${counts}`),
    ...(against.length === 0
      ? []
      : needless.map(({what}) => `  expected, and not so: ${what}. Remove it from report.yaml.`)),
  ];
}

/** What of the records is not as it should be, whatever others are like. */
function surprisesAlone(now: Tally, {bounds}: Report, hints: ReadonlyMap<string, string>): readonly Surprise[] {
  return [...surprisesOfItself(now, bounds, hints), ...surprisesOfMonths(now, bounds), ...surprisesOfTables(now)];
}

interface Unsaid extends Surprise {
  readonly since: string;
}

function unexpected(unsaid: readonly Unsaid[], {id}: Report): ExpectationError {
  const groups = [...Map.groupBy(unsaid, ({since}) => since)];
  const named = [...new Set(unsaid.map(({what}) => what))];
  const more = named.length > mostNamed ? [`  and ${String(named.length - mostNamed)} more`] : [];
  const message = [
    `The records of ${id} are not as expected, and nothing was written:`,
    ...groups
      .flatMap(([since, own]) =>
        own.map(({what, hint}) => `  ${what}, against ${since}${hint === undefined ? "" : ` (${hint})`}`),
      )
      .slice(0, mostNamed),
    ...more,
    `Look at the extracts. What is right is said in reports/${id}/report.yaml, with the reason, which the methods print:`,
    "    expected:",
    ...named.slice(0, mostNamed).map((what) => `      - {what: "${what}", because: …}`),
  ];
  const findings = groups.flatMap(([since, own]) => [
    `Against ${since}:`,
    ...own.map(({what, counts}) => `  ${what}: ${counts}`),
  ]);
  return new ExpectationError(message.join("\n"), findings.join("\n"));
}
