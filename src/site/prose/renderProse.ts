import MarkdownIt, {type MarkdownIt as Markdown, type Token} from "markdown-it";
import type {Directive, Inline} from "../../publication/index.ts";
import {noteMark, printDirective} from "./printDirective.ts";
import type {Note, Reading} from "./Reading.ts";
import {sayProvisional} from "./sayProvisional.ts";
import {settleLine} from "./settleLine.ts";

/** Footnotes of a chapter: what each says, by its number as parsed. */
export type Footnotes = ReadonlyMap<string, readonly Token[]>;

/** What prose is rendered with. `headingShift`: levels by which headings move down on the page that holds the text. */
export interface ProseSetting {
  readonly reading: Reading;
  readonly footnotes: Footnotes;
  readonly headingShift: number;
}

/** A paragraph, list or heading with the notes that belong beside it. */
export interface ProsePart {
  readonly html: string;
  readonly notes: readonly Note[];
}

interface Env {
  readonly setting: ProseSetting;
}

const markdown = makeMarkdown();

/** Renders Markdown block by block, so that notes can stand beside the block that calls them. */
export function renderProse(tokens: readonly Token[], setting: ProseSetting): readonly ProsePart[] {
  return splitBlocks(withoutFootnotes(tokens)).map((block) => {
    const html = renderTokens(shiftHeadings(block, setting.headingShift), setting);
    return {html, notes: setting.reading.takeNotes()};
  });
}

/** Renders a line of Markdown, e.g. a figure's title. */
export function renderInline(tokens: Inline, setting: ProseSetting): string {
  return renderTokens(tokens, setting);
}

/** A line of Markdown as plain words, for alternative texts, files and contents. Leaves no note. */
export function plainWords(tokens: Inline, reading: Reading): string {
  return sayProvisional(
    tokens.map((token) => settleLine(token, reading)),
    reading,
  )
    .flatMap((token) => (token.type === "inline" ? (token.children ?? []) : [token]))
    .map((token) => {
      if (token.type === "directive") return printDirective(token.meta as Directive, reading).text;
      return token.type === "softbreak" ? " " : token.content;
    })
    .join("")
    .trim();
}

/** The footnotes that a chapter's prose defines. */
export function findFootnotes(tokens: readonly Token[]): Footnotes {
  const notes = new Map<string, readonly Token[]>();
  tokens.forEach((token, start) => {
    if (token.type !== "footnote_open") return;
    const length = tokens.slice(start).findIndex(({type}) => type === "footnote_close");
    const body = tokens.slice(start + 1, start + length).filter(({type}) => type !== "footnote_anchor");
    notes.set(footnoteKey(token), body);
  });
  return notes;
}

function footnoteKey({meta}: Token): string {
  return String(meta?.id);
}

function makeMarkdown(): Markdown {
  const made = new MarkdownIt({typographer: true});
  const {rules} = made.renderer;
  rules.directive = (tokens, index, ...[, env]) =>
    printDirective(tokens[index]?.meta as Directive, settingOf(env).reading).html;
  rules.footnote_ref = (tokens, index, ...[, env]) => printFootnoteMark(tokens[index], settingOf(env));
  rules.table_open = (tokens, index) =>
    `<div class="scroll" tabindex="0" role="region" aria-label="${made.utils.escapeHtml(nameTable(tokens, index))}"><table>\n`;
  rules.table_close = () => "</table></div>\n";
  // What a row is about heads it. A cell is three tokens: it opens, holds its line and closes.
  rules.td_open = (tokens, index) => (tokens[index - 1]?.type === "tr_open" ? '<th scope="row">' : "<td>");
  rules.td_close = (tokens, index) => (tokens[index - 3]?.type === "tr_open" ? "</th>\n" : "</td>\n");
  return made;
}

/** A table of the text has no caption: its columns, and what heads its first and its last row, tell it from others. */
function nameTable(tokens: readonly Token[], open: number): string {
  const length = tokens.slice(open).findIndex(({type}) => type === "table_close");
  const inside = tokens.slice(open, open + length);
  const cells = inside.filter(({type}) => type === "inline");
  const columns = inside.filter(({type}) => type === "th_open").length;
  const textOf = (cell: Token | undefined): string =>
    (cell?.children ?? [])
      .flatMap(({type, content}) => (type === "text" ? [content] : []))
      .join("")
      .trim();
  const named = [...cells.slice(0, columns), cells[columns], cells.at(-columns)].map(textOf);
  return ["Table", ...named.filter((text, at) => text !== "" && named.indexOf(text) === at)].join(", ");
}

function printFootnoteMark(token: Token | undefined, setting: ProseSetting): string {
  if (token === undefined) return "";
  const key = footnoteKey(token);
  const {id, number, isFirst} = setting.reading.numberNote(`footnote ${key}`);
  if (isFirst) {
    const html = renderTokens(setting.footnotes.get(key) ?? [], setting).replace(/^<p>|<\/p>\s*$/g, "");
    setting.reading.leaveNote({kind: "footnote", id, number, html});
  }
  return noteMark(id, number);
}

function renderTokens(tokens: readonly Token[], setting: ProseSetting): string {
  const settled = tokens.map((token) => settleLine(token, setting.reading));
  return markdown.renderer.render([...sayProvisional(settled, setting.reading)], markdown.options, {
    setting,
  } satisfies Env);
}

function settingOf(env: unknown): ProseSetting {
  return (env as Env).setting;
}

function withoutFootnotes(tokens: readonly Token[]): readonly Token[] {
  const start = tokens.findIndex(({type}) => type === "footnote_block_open");
  return start < 0 ? tokens : tokens.slice(0, start);
}

function splitBlocks(tokens: readonly Token[]): readonly (readonly Token[])[] {
  const blocks: Token[][] = [];
  let depth = 0;
  for (const token of tokens) {
    if (depth === 0) blocks.push([]);
    blocks.at(-1)?.push(token);
    depth += token.nesting;
  }
  return blocks;
}

function shiftHeadings(tokens: readonly Token[], shift: number): readonly Token[] {
  return tokens.map((token) => {
    if (token.type !== "heading_open" && token.type !== "heading_close") return token;
    const tag = `h${Math.min(6, Number(token.tag.slice(1)) + shift)}`;
    return Object.assign(Object.create(token) as Token, {tag});
  });
}
