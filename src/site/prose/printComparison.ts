import type {CompareDirective, Directive} from "../../publication/index.ts";
import {askCell, type AnsweredCell} from "./askCells.ts";
import {compareCells, isPublished, type PublishedCell} from "./compareCells.ts";
import {printMark} from "./printMark.ts";
import {writeCell} from "./printValue.ts";
import {printWords, type Printed} from "./printed.ts";
import type {Reading} from "./Reading.ts";

type ChangeDirective = Extract<Directive, {kind: "change"}>;

/** "higher than", "lower than" or "the same as", in the words of the directive. Numbers that print alike are alike. */
export function printCompare(directive: CompareDirective, reading: Reading): Printed {
  const left = askCell(directive.left, reading.releases);
  const right = askCell(directive.right, reading.releases);
  return printPair(directive, {left, right, reading}, (difference) => {
    const [greater, smaller, equal] = directive.words;
    if (difference === 0) return equal;
    return difference > 0 ? greater : smaller;
  });
}

/** "rose from 87% to 88%", against the edition that this one is compared with. */
export function printChange(directive: ChangeDirective, reading: Reading): Printed {
  const now = askCell(directive.query, reading.releases);
  const before = askCell({...directive.query, edition: "previous"}, reading.releases);
  return printPair(directive, {left: now, right: before, reading}, (difference, [current, earlier]) => {
    if (difference === 0) return `stayed at ${current}`;
    return `${difference > 0 ? "rose" : "fell"} from ${earlier} to ${current}`;
  });
}

interface Pair {
  readonly left: AnsweredCell;
  readonly right: AnsweredCell;
  readonly reading: Reading;
}

function printPair(
  directive: CompareDirective | ChangeDirective,
  {left, right, reading}: Pair,
  write: (difference: number, written: readonly [string, string]) => string,
): Printed {
  const hidden = [left.cell, right.cell].find((cell) => !isPublished(cell));
  if (hidden !== undefined) {
    return directive.otherwise === undefined ? printMark(hidden, reading) : printWords(directive.otherwise);
  }
  return printWords(writePair(left, right, write));
}

function writePair(
  left: AnsweredCell,
  right: AnsweredCell,
  write: (difference: number, written: readonly [string, string]) => string,
): string {
  const written = [writeCell(left, left.cell as PublishedCell), writeCell(right, right.cell as PublishedCell)] as const;
  const difference = compareCells(left.cell as PublishedCell, right.cell as PublishedCell);
  return write(written[0] === written[1] ? 0 : difference, written);
}
