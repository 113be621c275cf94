import type {CompareDirective, Directive} from "../../publication/index.ts";
import {askCell} from "./askCells.ts";
import {isAnswered, isPublished, tellApart, type PublishedAnswer} from "./compareCells.ts";
import {printMark} from "./printMark.ts";
import {writeCell} from "./printValue.ts";
import {nothing, printWords, type Printed} from "./printed.ts";
import type {Reading} from "./Reading.ts";

type ChangeDirective = Extract<Directive, {kind: "change"}>;

/** Decimals of a share in a sentence that says that it changed, until the two numbers differ. */
const decimalsToTry = [0, 1, 2];

/** "higher than", "lower than" or "about the same as", in the words of the directive. */
export function printCompare(directive: CompareDirective, reading: Reading): Printed {
  return printPair(directive, [directive.left, directive.right], {
    reading,
    write: (left, right) => {
      const [greater, smaller, neither] = directive.words;
      const told = tellApart(left, right);
      return told === 0 ? neither : told > 0 ? greater : smaller;
    },
  });
}

/** "rose from 87% to 89%" or "changed little (87%, then 88%)", against the edition that this one is compared with. */
export function printChange(directive: ChangeDirective, reading: Reading): Printed {
  const {query} = directive;
  return printPair(directive, [query, {...query, edition: "previous"}], {reading, write: writeChange});
}

function writeChange(now: PublishedAnswer, before: PublishedAnswer): string {
  const told = tellApart(now, before);
  const [earlier, current] = told === 0 ? [writeCell(before), writeCell(now)] : writeDifferent(before, now);
  if (earlier !== current) {
    return told === 0
      ? `changed little (${earlier}, then ${current})`
      : `${told > 0 ? "rose" : "fell"} from ${earlier} to ${current}`;
  }
  return isExact(now) && isExact(before) ? `stayed at ${current}` : `changed little (${current} both times)`;
}

/** A count is printed whole, so that one printed alike is the same, unless it is rounded. */
function isExact({asked, release}: PublishedAnswer): boolean {
  return asked.address.measure === "count" && release.disclosure.policy.within === undefined;
}

/** Two numbers that differ, printed so that a reader sees it: 20.4% and 19.6%, where both would be 20%. */
function writeDifferent(before: PublishedAnswer, now: PublishedAnswer): readonly [string, string] {
  const isShare = now.asked.address.measure === "share" && now.cell.count !== undefined;
  const written = (isShare ? decimalsToTry : [undefined]).map(
    (decimals) => [writeCell(before, decimals), writeCell(now, decimals)] as const,
  );
  return written.find(([earlier, current]) => earlier !== current) ?? [writeCell(before), writeCell(now)];
}

interface Writing {
  readonly reading: Reading;
  readonly write: (left: PublishedAnswer, right: PublishedAnswer) => string;
}

/** What a directive says of two numbers; where one of them is not published its own words, or that one's mark. */
export function printPair(
  {otherwise}: {readonly otherwise?: string},
  queries: readonly [CompareDirective["left"], CompareDirective["right"]],
  {reading, write}: Writing,
): Printed {
  const [left, right] = [askCell(queries[0], reading.releases), askCell(queries[1], reading.releases)];
  if (isAnswered(left) && isAnswered(right)) return printWords(write(left, right));
  if (otherwise !== undefined) return printWords(otherwise);
  const hidden = [left.cell, right.cell].find((cell) => !isPublished(cell));
  return hidden === undefined ? nothing : printMark(hidden, reading);
}
