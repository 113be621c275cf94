import type {Token} from "markdown-it";
import {parseDirective} from "../directive/parseDirective.ts";
import type {Directive, Inline} from "../document/publication.ts";
import type {Indicators} from "../query/indicator.ts";
import type {SourceFile} from "../source/SourceFile.ts";
import type {SourcePosition} from "../source/sourcePosition.ts";
import type {FaultCollector} from "../PublicationError.ts";
import {checkLink} from "./checkLink.ts";
import {checkCounts, checkText} from "./checkText.ts";

/** Where Markdown comes from and where its faults go. */
export interface ReadContext {
  readonly source: SourceFile;
  readonly faults: FaultCollector;
  readonly indicators: Indicators;
}

/** Lines of the file, from 1, both inclusive. */
export interface LineRange {
  readonly from: number;
  readonly to: number;
}

/**
 * Gives every directive of some tokens its meaning and its position, and checks the text around them. The faults found
 * go to the context, so that all of a file are seen at once.
 */
export function readTokens(tokens: readonly Token[], context: ReadContext): void {
  let lines: LineRange = {from: 1, to: context.source.lines.length};
  let isFootnote = false;
  for (const token of tokens) {
    if (token.type === "footnote_open") isFootnote = true;
    if (token.type === "footnote_close") isFootnote = false;
    // The cells of a table have no lines of their own: theirs are the row's.
    if (token.map !== null) lines = {from: token.map[0] + 1, to: Math.max(token.map[1], token.map[0] + 1)};
    if (token.type === "inline") readInlineToken(token, {lines, isFootnote}, context);
  }
}

/** Reads one inline token whose text stands in these lines. */
export function readInlineToken(
  token: Token,
  where: {readonly lines: LineRange; readonly isFootnote: boolean},
  context: ReadContext,
): void {
  const {lines, isFootnote} = where;
  checkCounts(token, {...where, context});
  token.meta = {position: {file: context.source.file, line: lines.from, column: 1}};
  let line = lines.from;
  for (const child of token.children ?? []) {
    if (child.type === "softbreak" || child.type === "hardbreak") line += 1;
    if (child.type === "directive") line = readDirectiveToken(child, token, {lines, context});
    if (child.type === "link_open") checkLink(child, {lines, context});
    if (child.type === "text" || child.type === "code_inline" || child.type === "image") {
      checkText(child, {lines: {from: Math.min(line, lines.to), to: lines.to}, isFootnote, context});
    }
  }
}

/** Where a line of text starts; undefined for one that was not read from a file. */
export function positionOfLine(line: Inline): SourcePosition | undefined {
  return line[0]?.meta?.position as SourcePosition | undefined;
}

/** Reads a directive; returns the line that it ends in. */
function readDirectiveToken(
  token: Token,
  parent: Token,
  {lines, context}: {readonly lines: LineRange; readonly context: ReadContext},
): number {
  const offset = typeof token.meta?.offset === "number" ? token.meta.offset : 0;
  const from = Math.min(lines.from + parent.content.slice(0, offset).split("\n").length - 1, lines.to);
  const position = context.source.locateDirective(`{{${token.content}}}`, from, lines.to);
  const directive = context.faults.attempt(() => parseDirective(token.content, position, context.indicators));
  if (directive !== undefined) token.meta = {...directive};
  return position.line + token.content.split("\n").length - 1;
}

/** The directives of some tokens, in the order of the text; those that could not be read are faults, and none of them. */
export function directivesIn(tokens: readonly Token[]): readonly Directive[] {
  return tokens
    .flatMap(({children}) => children ?? [])
    .filter(({type}) => type === "directive")
    .flatMap(({meta}) => (typeof meta?.kind === "string" ? [meta as unknown as Directive] : []));
}
