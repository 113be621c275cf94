import type {Token} from "markdown-it";
import type {SourceFile} from "../source/SourceFile.ts";
import type {FaultCollector} from "../PublicationError.ts";
import {countsInWords, typedCounts} from "../typedCounts.ts";
import {typedNumbers} from "../typedNumbers.ts";

/** Text and where it stands. */
export interface PlacedText {
  readonly lines: {readonly from: number; readonly to: number};
  /** Footnotes cite publications, with their own numbers. */
  readonly isFootnote: boolean;
  readonly context: {readonly source: SourceFile; readonly faults: FaultCollector};
}

const signs: readonly {readonly pattern: RegExp; readonly what: string; readonly remedy: string}[] = [
  {
    pattern: /\{\{|\}\}/,
    what: "these braces are not a pair",
    remedy: "Close {{ with }}; in the cell of a table write \\| for each bar between them",
  },
  {
    pattern: /\[\^[^\]\s]+\]/,
    what: "this footnote is not defined in this file",
    remedy: "Add a line that starts with its name between [^ and ]:",
  },
  {
    pattern: /^:::/,
    what: "this is no block",
    remedy: "A block starts with ::: and its name at the start of a line, outside lists, and ends with ::: alone",
  },
];

/** Finds typed numbers and marks that did not become what they were meant to be. */
export function checkText(token: Token, {lines, isFootnote, context}: PlacedText): void {
  const {source, faults} = context;
  if (token.type === "image") {
    const position = source.locate("![", lines.from, lines.to);
    faults.add({position, what: "a picture cannot be shown to hold only released numbers", remedy: "Use ::: figure"});
    return;
  }
  // Marks within code stand for themselves.
  for (const {pattern, what, remedy} of token.type === "code_inline" ? [] : signs) {
    const [found] = pattern.exec(token.content) ?? [];
    if (found !== undefined) faults.add({position: source.locate(found, lines.from, lines.to), what, remedy});
  }
  if (isFootnote) return;
  for (const typed of typedNumbers(token.content)) {
    const position = source.locate(typed, lines.from, lines.to);
    faults.add({
      position,
      what: `"${typed}" is a typed number`,
      remedy: "Ask for it with a query, or name it as a fact",
    });
  }
}

/** Finds counts of people that a line gives in words, wherever it breaks; in footnotes also those in digits. */
export function checkCounts(line: Token, {lines, isFootnote, context: {source, faults}}: PlacedText): void {
  const text = (line.children ?? []).map(({type, content}) => (type === "directive" ? "…" : content || " ")).join("");
  for (const counted of isFootnote ? typedCounts(text) : countsInWords(text)) {
    faults.add({
      position: source.locate(counted, lines.from, lines.to),
      what: `"${counted}" is a typed count`,
      remedy: "Ask for it with a query; | spelt prints it in words",
    });
  }
}
