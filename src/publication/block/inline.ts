import type {Token} from "markdown-it";
import type {YamlValue} from "../document/readYaml.ts";
import type {Inline} from "../document/publication.ts";
import {readInlineToken} from "../markdown/readTokens.ts";
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
  const [typed] = typedNumbers(text);
  if (typed !== undefined) {
    const position = field.yaml.positionOf(field.path);
    faults.add({position, what: `"${typed}" is a typed number`, remedy: "Say it in words"});
  }
  return text;
}

/** How many words a line has; a directive counts as one. */
export function countWords(inline: Inline): number {
  const textOf = ({type, content}: Token) => (type === "directive" ? "x" : content);
  const text = inline
    .flatMap(({children}) => children ?? [])
    .map(textOf)
    .join("");
  return text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}
