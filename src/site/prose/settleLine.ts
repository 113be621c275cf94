import type {Token} from "markdown-it";
import type {Directive} from "../../publication/index.ts";
import {askCell} from "../../release/index.ts";
import {fractionInWords} from "../words/fractionInWords.ts";
import {isPublicCell} from "./compareCells.ts";
import {paragraphInstead} from "./otherwise.ts";
import type {Reading} from "./Reading.ts";

/**
 * A line or paragraph as it is going to be printed: its `otherwise` in its place where that stands, and in every sentence
 * fractions of one denominator only, so that a reader need not compare fifths with halves.
 */
export function settleLine(token: Token, reading: Reading): Token {
  if (token.children === null || token.children.length === 0) return token;
  const instead = paragraphInstead(directivesAmong(token.children), reading);
  if (instead !== undefined) return withWords(token, instead);
  return withChildren(
    token,
    sentencesOf(token.children).flatMap((sentence) => settleSentence(sentence, reading)),
  );
}

/** The same line with plain words in the place of all that it says. */
export function withWords(token: Token, words: string): Token {
  const text = Object.assign(Object.create(token) as Token, {type: "text", content: words, children: null});
  return withChildren(token, [text]);
}

function directivesAmong(children: readonly Token[]): readonly Directive[] {
  return children.filter(({type}) => type === "directive").map(({meta}) => meta as Directive);
}

function withChildren(token: Token, children: readonly Token[]): Token {
  return Object.assign(Object.create(token) as Token, {children});
}

/** The tokens of a line, cut after each text in which a sentence ends. */
function sentencesOf(children: readonly Token[]): readonly (readonly Token[])[] {
  const sentences: Token[][] = [[]];
  for (const child of children) {
    sentences.at(-1)?.push(child);
    if (child.type === "text" && /[.!?](?:["”’)]*\s|["”’)]*$)/.test(child.content)) sentences.push([]);
  }
  return sentences;
}

function settleSentence(sentence: readonly Token[], reading: Reading): readonly Token[] {
  const denominators = new Map(
    sentence.flatMap((token) => {
      const denominator = denominatorOf(token, reading);
      return denominator === undefined ? [] : [[token, denominator] as const];
    }),
  );
  const kept = commonest([...denominators.values()].filter((denominator) => denominator !== 1));
  return sentence.map((token) => {
    const denominator = denominators.get(token);
    return denominator === undefined || denominator === 1 || denominator === kept ? token : inDigits(token);
  });
}

/** Of a share that is said in words and is near a simple fraction. */
function denominatorOf(token: Token, {releases}: Reading): number | undefined {
  if (token.type !== "directive") return undefined;
  const directive = token.meta as Directive;
  if (directive.kind !== "value" || !["in-words", "as-words"].includes(directive.format.style)) return undefined;
  const {cell} = askCell(directive.query, releases);
  if (!isPublicCell(cell) || cell.count === undefined || cell.of === undefined) return undefined;
  return fractionInWords(cell.count, cell.of)?.denominator;
}

/** The first of those that stand most often. */
function commonest(denominators: readonly number[]): number | undefined {
  const times = (one: number) => denominators.filter((other) => other === one).length;
  return denominators.toSorted((a, b) => times(b) - times(a))[0];
}

function inDigits(token: Token): Token {
  const directive = token.meta as Directive;
  if (directive.kind !== "value") return token;
  const meta: Directive = {...directive, format: {...directive.format, style: "number"}};
  return Object.assign(Object.create(token) as Token, {meta});
}
