import type {Token} from "markdown-it";
import {queriesOfDirective, type Directive} from "../../publication/index.ts";
import {askCells} from "../../release/index.ts";
import {marksBeside} from "../words/marks.ts";
import {isPublicCell} from "./compareCells.ts";
import {printWords, type Printed} from "./printed.ts";
import type {Reading} from "./Reading.ts";

/**
 * Lines in which numbers that may still change say so behind them: each of these where others are final, and the first for
 * all where none is.
 */
export function sayProvisional(lines: readonly Token[], reading: Reading): readonly Token[] {
  const numbers = lines.flatMap(({children}) => (children ?? []).filter((token) => printsNumbers(token)));
  const provisional = numbers.filter((token) => isProvisional(directiveOf(token), reading));
  const [first, second] = provisional;
  if (first === undefined) return lines;
  const isSaidOnce = provisional.length === numbers.length && second !== undefined;
  const said = new Map(
    isSaidOnce
      ? [[first, " (provisional, like all numbers here)"]]
      : provisional.map((token) => [token, " (provisional)"] as const),
  );
  return lines.map((line) => {
    const children = line.children?.flatMap((token) => {
      const words = said.get(token);
      return words === undefined ? [token] : [token, textLike(token, words)];
    });
    return children === undefined ? line : Object.assign(Object.create(line) as Token, {children});
  });
}

/** The mark behind a number that stands by itself, as on a card; nothing where it is final. */
export function markProvisional(directive: Directive, reading: Reading): Printed {
  if (!isProvisional(directive, reading)) return printWords("");
  const [mark] = marksBeside([{kind: "provisional", because: ""}]);
  if (mark === undefined) return printWords("");
  const html = ` <span class="caveat">${mark.text}<span class="spoken"> (${mark.meaning})</span></span>`;
  return {html, text: ` (${mark.meaning})`};
}

/** Whether a token stands for numbers: words that compare two of them say what they compare beside them. */
function printsNumbers(token: Token): boolean {
  if (token.type !== "directive") return false;
  return ["value", "change", "difference", "ranking", "outlying"].includes(directiveOf(token).kind);
}

function directiveOf({meta}: Token): Directive {
  return meta as Directive;
}

function isProvisional(directive: Directive, {releases}: Reading): boolean {
  return queriesOfDirective(directive)
    .filter(({edition}) => releases.has(edition))
    .flatMap((query) => askCells(query, releases))
    .some(({cell, caveats}) => isPublicCell(cell) && caveats.some(({kind}) => kind === "provisional"));
}

function textLike(token: Token, content: string): Token {
  return Object.assign(Object.create(token) as Token, {type: "text", content, children: null});
}
