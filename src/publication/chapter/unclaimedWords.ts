import type {Token} from "markdown-it";
import type {Directive, Inline, Publication} from "../document/publication.ts";
import {directivesIn, positionOfLine} from "../markdown/readTokens.ts";
import type {SourcePosition} from "../source/sourcePosition.ts";
import {leafBlocks, type LeafBlock} from "./walk.ts";

/** Words of one line of the text that compare, where nothing in it would be judged. */
export interface UnclaimedWords {
  readonly position: SourcePosition;
  /** "most", "fell". */
  readonly words: readonly string[];
}

/** What in a line is judged, or follows from numbers, or comes with a source or a reason. */
const judged: ReadonlySet<Directive["kind"]> = new Set([
  ...(["claim", "claim-rank", "compare", "difference", "change", "status", "ranking", "outlying"] as const),
  ...(["fact", "unclaimed"] as const),
]);

const changes =
  "fell|fallen|falling|rose|risen|rising|grew|grown|doubled|trebled|tripled|halved|dropped|" +
  "(?:increas|decreas|declin)(?:ed|es|ing)(?! to\\b)|outnumber(?:ed|s)?";
const ranks = "majority|highest|lowest|largest|smallest|commonest|rarest";
const degrees =
  "higher|lower|larger|smaller|likelier|commoner|rarer|(?:more|fewer|less) (?:than(?! one\\b)|likely|common|often)";

/** "At most" is a limit, "the most recent" a time; who "declined to say" and "more than one" compare nothing. */
const comparing = new RegExp(
  `(?<!\\bat )\\bmost\\b(?! recent)|\\b(?:${changes}|${ranks}|${degrees}|twice as|half as)\\b`,
  "giu",
);

/**
 * The lines of key messages and chapters, titles and notes included, that compare in words of their own ("most were men",
 * "it fell") and hold neither a claim nor words that follow from the numbers. Appendices and what stands behind them
 * define and explain, and are not looked at.
 */
export function unclaimedWords({chapters}: Pick<Publication, "chapters">): readonly UnclaimedWords[] {
  return chapters
    .filter(({kind}) => kind === "body" || kind === "key-messages")
    .flatMap(({blocks}) => leafBlocks(blocks).flatMap(linesOf))
    .flatMap(wordsOf);
}

/** What is read together: a claim of a card or a figure bears out all that its words say. */
function linesOf(block: LeafBlock): readonly Inline[] {
  switch (block.kind) {
    case "prose":
      return block.tokens.filter(({type}) => type === "inline").map((token) => [token]);
    case "figure":
    case "table":
      return block.claims.length > 0 ? [] : [[...block.title, ...(block.note ?? [])]];
    case "cards":
      return block.cards.map(({sentence, comparison = []}) => [...sentence, ...comparison]);
    case "key-messages":
      return block.cards.flatMap(({messages}) => messages.map(({sentence}) => sentence));
    case "insert":
      return [];
  }
}

function wordsOf(line: Inline): readonly UnclaimedWords[] {
  if (directivesIn(line).some(({kind}) => judged.has(kind)) || citesSource(line)) return [];
  const position = positionOfLine(line);
  const words = [...textOf(line).matchAll(comparing)].map(([found]) => found.toLowerCase());
  return words.length === 0 || position === undefined ? [] : [{position, words: [...new Set(words)]}];
}

function citesSource(line: Inline): boolean {
  return line.some(({children}) => children?.some(({type}) => type === "footnote_ref") === true);
}

function textOf(line: readonly Token[]): string {
  const children = line.flatMap(({children}) => children ?? []);
  return children.map(({type, content}) => (type === "text" ? content : " ")).join("");
}
