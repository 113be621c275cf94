import type {Token} from "markdown-it";
import {z} from "zod";
import type {BlockContext} from "./blockContext.ts";
import {readBlocks} from "./readBlocks.ts";
import {cutFootnotes, type Footnote} from "../markdown/footnotes.ts";
import {readTokens} from "../markdown/readTokens.ts";
import type {Block, Chapter} from "../document/publication.ts";
import {readYaml} from "../source/readYaml.ts";
import {SourceFile} from "../source/SourceFile.ts";

/** One Markdown file: a chapter, or what an edition adds to one. */
export interface ChapterFile {
  readonly file: string;
  /** From the front matter; absent where it says nothing. */
  readonly kind?: Chapter["kind"];
  /** First-level heading; absent in what is added to a chapter. */
  readonly title?: string;
  readonly blocks: readonly Block[];
  readonly footnotes: readonly Footnote[];
}

/** What the footnote plugin leaves behind: the number of each note by its name, -1 for one that is not referred to. */
type Env = Record<string, unknown> & {footnotes?: {refs?: Record<string, number>}};

const frontMatterSchema = z.strictObject({kind: z.enum(["key-messages", "body", "appendix", "back"]).optional()});

/** Reads a Markdown file; what is wrong in it goes to `faults`. `file` is its path from the project's root. */
export function readChapterFile(
  {file, text}: {readonly file: string; readonly text: string},
  reading: Omit<BlockContext, "source">,
): ChapterFile {
  const {md, faults} = reading;
  const context: BlockContext = {...reading, source: new SourceFile(file, text)};
  const {frontMatter, markdown} = cutFrontMatter(text);
  if (/^---[^\S\n]*$/m.exec(markdown)?.index === 0) {
    const position = {file, line: 1, column: 1};
    faults.add({position, what: "the front matter is not closed", remedy: "End it with --- on a line of its own"});
  }
  const kind = faults.attempt(() => readFrontMatter(file, frontMatter));
  const env: Env = {};
  const tokens = md.parse(markdown, env);
  const {body, footnotes} = cutFootnotes(tokens);
  readTokens(tokens, context);
  findUnusedFootnotes(env, context);
  const {title, rest} = cutTitle(body, context);
  return {
    file,
    ...(kind !== undefined && {kind}),
    ...(title !== undefined && {title}),
    blocks: readBlocks(rest, context),
    footnotes,
  };
}

/** Takes the front matter out and leaves empty lines, so that every other line keeps its number. */
function cutFrontMatter(text: string): {frontMatter: string; markdown: string} {
  const match = /^---\r?\n([\s\S]*?)\r?\n?---[^\S\n]*(?:\r?\n|$)/.exec(text);
  if (match === null) return {frontMatter: "", markdown: text};
  const lines = match[0].split("\n").length - 1;
  return {frontMatter: match[1] ?? "", markdown: "\n".repeat(lines) + text.slice(match[0].length)};
}

function readFrontMatter(file: string, text: string): Chapter["kind"] | undefined {
  if (text.trim() === "") return undefined;
  return readYaml({file, text, firstLine: 2}, frontMatterSchema).value.kind;
}

function cutTitle(tokens: readonly Token[], {faults, source}: BlockContext): {title?: string; rest: readonly Token[]} {
  const isTitle = ({type, tag}: Token) => type === "heading_open" && tag === "h1";
  const [start, ...others] = tokens.flatMap((token, index) => (isTitle(token) ? [index] : []));
  for (const other of others) {
    const position = {file: source.file, line: (tokens[other]?.map?.[0] ?? 0) + 1, column: 1};
    faults.add({
      position,
      what: "a file has one first-level heading",
      remedy: "Write ## for the sections of a chapter",
    });
  }
  if (start === undefined) return {rest: tokens};
  return {title: headingText(tokens, start), rest: tokens.filter((_, index) => index < start || index > start + 2)};
}

/** The words of the heading that opens at `open`. */
export function headingText(tokens: readonly Token[], open: number): string {
  const children = tokens[open + 1]?.children ?? [];
  return children.map(({type, content}) => (type === "softbreak" ? " " : content)).join("");
}

/** A definition that no text refers to leaves a chapter without its note. */
function findUnusedFootnotes({footnotes}: Env, {source, faults}: BlockContext): void {
  for (const [key, number] of Object.entries(footnotes?.refs ?? {})) {
    // The plugin numbers a note when it meets the first reference to it; its keys start with a colon.
    if (number >= 0) continue;
    const label = key.slice(1);
    const position = source.locate(`[^${label}]:`, 1);
    faults.add({position, what: `the footnote "${label}" is not used`, remedy: "Refer to it in the text or remove it"});
  }
}
