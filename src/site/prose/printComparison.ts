import type {CompareDirective, StatusDirective} from "../../publication/index.ts";
import {askCell, sideOfTarget} from "../../release/index.ts";
import {isAnswered, isPublicCell, placeAnswer, tellApart, type PublishedAnswer} from "./compareCells.ts";
import {printMark} from "./printMark.ts";
import {nothing, printWords, type Printed} from "./printed.ts";
import type {Reading} from "./Reading.ts";

/** "higher than", "lower than" or "about the same as", in the words of the directive. */
export function printCompare(directive: CompareDirective, reading: Reading): Printed {
  return printPair(directive, [directive.left, directive.right], {
    reading,
    write: (left, right) => wordsFor(directive.words, tellApart(left, right)),
  });
}

/** "better than the target", in the words of the directive. */
export function printStatus(directive: StatusDirective, reading: Reading): Printed {
  return printPair(directive, [directive.query, directive.against], {
    reading,
    write: (own, against) => wordsFor(directive.words, sideOfTarget(placeAnswer(own), placeAnswer(against))),
  });
}

function wordsFor([greater, smaller, neither]: CompareDirective["words"], side: -1 | 0 | 1): string {
  if (side === 0) return neither;
  return side > 0 ? greater : smaller;
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
  const hidden = [left.cell, right.cell].find((cell) => !isPublicCell(cell));
  return hidden === undefined ? nothing : printMark(hidden, reading);
}
