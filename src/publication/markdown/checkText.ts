import type {Token} from "markdown-it";
import type {SourceFile} from "../document/SourceFile.ts";
import type {FaultCollector} from "../PublicationError.ts";

/** Text and where it stands. */
export interface PlacedText {
  readonly lines: {readonly from: number; readonly to: number};
  /** Footnotes cite publications, with their own numbers. */
  readonly isFootnote: boolean;
  readonly context: {readonly source: SourceFile; readonly faults: FaultCollector};
}

/** `2007`, `1990s`, `2007/08`, `2007–08`. */
const years = /(?<![\d.,])(?:19|20)\d{2}(?:[/–-]\d{2})?s?(?![\d%]|[.,]\d)/g;

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
  for (const {pattern, what, remedy} of signs) {
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

/** The words of a text that hold digits and are no years. */
export function typedNumbers(text: string): readonly string[] {
  // Years give way to letters that are no digits, so that what is left keeps its length and place.
  const masked = text.replace(years, (year) => "y".repeat(year.length));
  return [...masked.matchAll(/[^\s([“"‘]*\d[^\s)\]”"’,;:]*/g)].map(({0: word, index}) =>
    text.slice(index, index + word.length).replace(/[.]$/, ""),
  );
}
