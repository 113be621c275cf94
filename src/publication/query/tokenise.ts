import {positionWithin, type SourcePosition} from "../source/sourcePosition.ts";
import {publicationFault} from "../PublicationError.ts";

/**
 * A piece of a query or directive. `place`: `variable=category`, written without spaces; `text`: what stood between
 * quotation marks; `bar`: what stands before a filter.
 */
export interface QueryToken {
  readonly kind: "word" | "place" | "text" | "operator" | "comma" | "bar";
  readonly text: string;
  /** From the start of what was tokenised. */
  readonly offset: number;
  readonly end: number;
}

// In this order: a number and a place before a word, because both start with one.
const patterns: readonly (readonly [QueryToken["kind"], RegExp])[] = [
  ["text", /"([^"]*)"|“([^”]*)”/y],
  // A comma between digits is a part of the number.
  ["word", /\d{1,3}(?:,\d{3})+(?![^\s,=<>|"\\])/y],
  ["place", /[^\s,=<>|"\\]+=[^\s,=<>|"\\]+/y],
  ["operator", /[<>]=?|=/y],
  ["comma", /,/y],
  // In a Markdown table a bar is written \|.
  ["bar", /\\?\|/y],
  ["word", /[^\s,=<>|"\\]+/y],
];

/** Cuts a query or directive into tokens. Throws PublicationError for a character that cannot stand there. */
export function tokenise(source: string, position?: SourcePosition): readonly QueryToken[] {
  const tokens: QueryToken[] = [];
  let offset = skipSpace(source, 0);
  while (offset < source.length) {
    const token = tokenAt(source, offset);
    if (token === undefined) {
      throw publicationFault(
        source[offset] === '"' ? "a quotation mark is not closed" : `"${source[offset] ?? ""}" cannot stand here`,
        "See the query language in docs/writing-a-report.md",
        position && positionWithin(position, source, offset),
      );
    }
    tokens.push(token);
    offset = skipSpace(source, token.end);
  }
  return tokens;
}

function tokenAt(source: string, offset: number): QueryToken | undefined {
  for (const [kind, pattern] of patterns) {
    pattern.lastIndex = offset;
    const match = pattern.exec(source);
    if (match === null) continue;
    const text = kind === "text" ? (match[1] ?? match[2] ?? "") : match[0];
    return {kind, text, offset, end: offset + match[0].length};
  }
  return undefined;
}

function skipSpace(source: string, offset: number): number {
  const space = /\s*/y;
  space.lastIndex = offset;
  space.exec(source);
  return space.lastIndex;
}
