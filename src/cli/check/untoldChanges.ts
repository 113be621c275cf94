import {publicationFault, type Publication, type PublicationError} from "../../publication/index.ts";
import type {Release} from "../../release/index.ts";
import {askingBlocks, type AskingBlock} from "./askingBlocks.ts";
import {changesBetween, type ChangedNumbers} from "./changesBetween.ts";

/** The release that an edition would have, and those that were published of it. */
export interface Replacement {
  /** In the order in which they replaced each other; one at least. */
  readonly published: readonly Release[];
  readonly now: Release;
  /** ISO date. */
  readonly today: string;
  /** Editions that are compared with this one, and print its numbers too. */
  readonly restingOn: readonly string[];
}

const mostNamed = 12;

/**
 * What the readers of a published edition would not be told: numbers that change, or are withheld or printed from now on, at
 * a figure, a table or a text that no revision of the report names, or fewer revisions than releases that changed it.
 * Proposes the entry. Nothing where all is told. Numbers that nothing asked before are additions, and change nobody's.
 */
export function untoldChanges(
  {report, chapters}: Publication,
  {published, now, today, restingOn}: Replacement,
): PublicationError | undefined {
  const history = published.map((before, at) => changesBetween(before, published[at + 1] ?? now));
  const changes = history.at(-1) ?? new Map<string, string>();
  const isChanged = ({keys}: AskingBlock, by: ChangedNumbers): boolean => [...keys].some((key) => by.has(key));
  const untold = chapters.flatMap((chapter) => {
    const around = [chapter.id, ...chapter.sections.map(({id}) => id)];
    const told = ({target}: AskingBlock): number =>
      report.revisions.filter(({affects}) => affects.some((name) => name === target || around.includes(name))).length;
    return askingBlocks(chapter, now).filter(
      (block) => isChanged(block, changes) && history.filter((one) => isChanged(block, one)).length > told(block),
    );
  });
  if (untold.length === 0) return undefined;
  const {id} = report;
  const resting = restingOn.map((other) => `\n  ${other} is compared with this edition: release it again too`).join("");
  const affects = [...new Set(untold.map(({target}) => target))].join(", ");
  return publicationFault(
    `numbers of ${id}, which is published, would change without a word to its readers:\n${untold.flatMap((block) => describeChanged(block, changes)).join("\n")}${resting}\n`,
    `Look whether they should. If so, say it under revisions:\n  - date: ${today}\n    reason: …\n    affects: [${affects}]\nThen it can be released`,
    {file: `reports/${id}/report.yaml`, line: 1, column: 1},
  );
}

/** A block with what of its numbers changed, as lines. */
export function describeChanged({name, keys}: AskingBlock, changes: ChangedNumbers): readonly string[] {
  const changed = [...keys].filter((key) => changes.has(key));
  const more = changed.length - mostNamed;
  return [
    `  ${name}:`,
    ...changed.slice(0, mostNamed).map((key) => `    ${key.replace(/ \[\]$/, "")}: ${changes.get(key) ?? ""}`),
    ...(more > 0 ? [`    and ${String(more)} more`] : []),
  ];
}
