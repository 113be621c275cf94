import {
  definedAlike,
  partsAlike,
  PublicationError,
  variablesNamed,
  type Fault,
  type Publication,
  type Query,
  type Variable,
} from "../../publication/index.ts";
import {releaseFor, type Release, type Releases} from "../../release/index.ts";

/**
 * Finds numbers of another edition that stand beside those of this one although a variable in them was made of other answers
 * then: a change of the definition would be read as one of the people. Throws one PublicationError with a fault for each
 * variable, and for each part of a population, of which the report says nothing under `breaks`.
 */
export function checkBreaks({plan, report}: Publication, releases: Releases): void {
  const today = releaseFor("this", releases);
  const said = new Set(report.breaks.flatMap(({variable, from}) => (from === undefined ? (variable ?? []) : [])));
  const faults = new Map<string, Fault>();
  for (const query of plan) {
    const then = query.edition === "this" ? undefined : releases.get(query.edition);
    if (then === undefined) continue;
    for (const variable of brokenIn(query, today, then)) {
      if (!said.has(variable) && !faults.has(variable)) faults.set(variable, unsaid(variable, query, then));
    }
  }
  if (faults.size > 0) throw new PublicationError([...faults.values()]);
}

/** The variables of a query that are made of other answers in one release than in another, and the parts of other records. */
function brokenIn(query: Query, today: Release, then: Release): readonly string[] {
  const arePartsAlike = (name: string): boolean => partsAlike(name, [today.vocabulary, then.vocabulary]);
  const isKnown = (name: string): boolean => then.vocabulary.populations.some((one) => one.name === name);
  const parts = query.populations.filter((name) => isKnown(name) && !arePartsAlike(name));
  const variables = variablesNamed(query).filter((name) =>
    query.populations.some((population) => {
      const [now, before] = [today, then].map(({vocabulary}) =>
        vocabulary.populations.find((one) => one.name === population)?.variables.find((one) => one.name === name),
      );
      return now !== undefined && before !== undefined && !arePeriods(now, before) && !definedAlike(now, before);
    }),
  );
  return [...variables, ...parts];
}

/** Periods name themselves: each edition has its own of them. */
function arePeriods({reads: one}: Variable, {reads: other}: Variable): boolean {
  return one?.as === "period" && other?.as === "period" && one.column === other.column && one.in === other.in;
}

function unsaid(variable: string, {text, position}: Query, {edition}: Release): Fault {
  const what = `"${text}" asks ${edition.id}, where "${variable}" was made of other answers than it is now`;
  const remedy =
    "Say why under breaks in report.yaml (- {variable, because}), which is then printed, or release that edition again by today's definition";
  return {...(position && {position}), what, remedy};
}
