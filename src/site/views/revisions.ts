import {dateInWords, type Report} from "../../publication/index.ts";
import {listInWords} from "../words/listInWords.ts";

/** A correction as the log of a report lists it. */
export interface LoggedRevision {
  /** "4 December 2008". */
  readonly date: string;
  readonly reason: string;
  /** What it changes: "Figure 3 and Table A". */
  readonly affects: string;
}

/** The corrections that change what has one of these names, in sentences: "Revised on 4 December 2008: …". */
export function revisionsOf({revisions}: Pick<Report, "revisions">, names: readonly string[]): readonly string[] {
  return revisions
    .filter(({affects}) => affects.some((name) => names.includes(name)))
    .map(({date, reason}) => `Revised on ${dateInWords(date)}: ${reason}`);
}

/** All corrections of a report, the latest first. `targets` are the words for what can be referred to, by name. */
export function revisionLog(
  {revisions}: Pick<Report, "revisions">,
  targets: ReadonlyMap<string, {readonly words: string}>,
): readonly LoggedRevision[] {
  return revisions
    .toSorted((a, b) => (a.date < b.date ? 1 : -1))
    .map(({date, reason, affects}) => ({
      date: dateInWords(date),
      reason,
      affects: listInWords(affects.map((name) => targets.get(name)?.words ?? name)),
    }));
}
