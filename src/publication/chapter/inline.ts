import type {Token} from "markdown-it";
import type {YamlValue} from "../source/readYaml.ts";
import type {Inline} from "../document/publication.ts";
import {readInlineToken} from "../markdown/readTokens.ts";
import {countsInWords, typedCounts} from "../typedCounts.ts";
import {typedNumbers} from "../typedNumbers.ts";
import type {BlockContext} from "./blockContext.ts";

type Path = readonly (string | number)[];

/** Reads a field of a block as a line of Markdown that may hold directives. */
export function inlineOf(text: string, field: {yaml: YamlValue<unknown>; path: Path}, context: BlockContext): Inline {
  const {yaml, path} = field;
  const tokens = context.md.parseInline(text, {});
  const lines = {from: yaml.positionOf(path).line, to: yaml.endOf(path)};
  for (const token of tokens) readInlineToken(token, {lines, isFootnote: false}, context);
  return tokens;
}

/** Checks that words which are printed as they stand hold no typed number. */
export function checkPlain(
  text: string,
  field: {yaml: YamlValue<unknown>; path: Path},
  {faults}: BlockContext,
): string {
  const position = field.yaml.positionOf(field.path);
  const [typed] = typedNumbers(text);
  if (typed !== undefined) faults.add({position, what: `"${typed}" is a typed number`, remedy: "Say it in words"});
  const [counted] = countsInWords(text);
  if (counted !== undefined) faults.add({position, what: `"${counted}" is a typed count`, remedy: "Leave it out"});
  return text;
}

/** Units, ages and the numbers of a citation, which what is measured and a source may hold. */
const allowed = /\bper \d{1,3}(?:,\d{3})*\b|\baged \d+(?: to \d+| and over)?|\b(?:under|over) \d+\b/g;

/** Checks that what is measured, or where it comes from, counts no people; what is measured holds units and ages only. */
export function checkMeasure(
  text: string,
  field: {yaml: YamlValue<unknown>; path: Path; isCitation: boolean},
  {faults}: BlockContext,
): string {
  const left = text.replace(allowed, " ");
  const typed = [...typedCounts(left), ...(field.isCitation ? [] : typedNumbers(left))][0];
  const position = field.yaml.positionOf(field.path);
  if (typed !== undefined) faults.add({position, what: `"${typed}" is a typed number`, remedy: "Leave it out"});
  return text;
}

/** How many words a line has; a directive counts as one, and as none where it prints nothing. */
export function countWords(inline: Inline): number {
  const isSilent = (meta: Token["meta"]) =>
    ["otherwise", "claim", "claim-rank", "unclaimed"].includes(String(meta?.kind));
  const textOf = ({type, content, meta}: Token) => (type !== "directive" ? content : isSilent(meta) ? "" : "x");
  const text = inline
    .flatMap(({children}) => children ?? [])
    .map(textOf)
    .join("");
  return text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}
