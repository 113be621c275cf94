import {measureOf} from "../../measures/index.ts";
import type {Block, Chapter, KeyMessageCard, ProseBlock} from "../../publication/index.ts";
import {askCell} from "../../release/index.ts";
import {isPublicCell} from "../prose/compareCells.ts";
import {printValue} from "../prose/printValue.ts";
import {findFootnotes, renderInline, renderProse, type ProsePart, type ProseSetting} from "../prose/renderProse.ts";
import {markProvisional} from "../prose/sayProvisional.ts";
import type {Note} from "../prose/Reading.ts";
import {figureView, tableView, type FigureSetting} from "./figureView.ts";
import {insertHtml} from "./insertHtml.ts";
import {keyFiguresHtml} from "./keyFiguresHtml.ts";
import {revisionsOf} from "./revisions.ts";
import type {CardView, ChapterView, PartView, ProsePartView} from "./parts.ts";

/** Sets a chapter: every number filled in, every block ready for its page. */
export function chapterView(chapter: Chapter, setting: FigureSetting): ChapterView {
  const {reading} = setting;
  reading.openChapter(chapter.id);
  const footnotes = findFootnotes(proseBlocks(chapter.blocks).flatMap(({tokens}) => [...tokens]));
  const parts = blockParts(chapter.blocks, {...setting, footnotes});
  const {id, kind, number, title, sections} = chapter;
  return {
    ...{id, kind, number, title, sections},
    revisions: revisionsOf(setting.sources.publication.report, [id, ...sections.map((section) => section.id)]),
    numberWords: number === "" ? "" : `${kind === "appendix" ? "Appendix" : "Chapter"} ${number}`,
    parts: reading.notesStand === "margin" ? parts : parts.map(withoutNotes),
    endNotes: reading.notesStand === "margin" ? [] : parts.flatMap(numberedNotes),
  };
}

function proseBlocks(blocks: readonly Block[]): readonly ProseBlock[] {
  return blocks.flatMap((block) => {
    if (block.kind === "prose") return [block];
    return block.kind === "when" || block.kind === "aside" ? proseBlocks(block.blocks) : [];
  });
}

function blockParts(blocks: readonly Block[], setting: FigureSetting): readonly PartView[] {
  return blocks.flatMap((block) => partsOf(block, setting));
}

function partsOf(block: Block, setting: FigureSetting): readonly PartView[] {
  switch (block.kind) {
    case "prose":
      return joinParts(renderProse(block.tokens, setting));
    case "figure":
      return [figureView(block, setting)];
    case "table":
      return [tableView(block, setting)];
    case "key-messages":
      return [{kind: "key-messages", cards: block.cards.map((card) => cardView(card, setting))}];
    case "cards": {
      const html = keyFiguresHtml(block, setting);
      return [{kind: "prose", html, notes: setting.reading.takeNotes(), after: ""}];
    }
    case "when":
      return (block.condition === "previous") === setting.reading.releases.has("previous")
        ? blockParts(block.blocks, setting)
        : [];
    case "aside":
      return [{kind: "aside", parts: blockParts(block.blocks, setting)}];
    case "insert":
      return [{kind: "prose", html: insertHtml(block.name, setting), notes: [], after: ""}];
  }
}

/** Blocks without notes run together, and after one with notes they stand beside what is left of those. */
function joinParts(blocks: readonly ProsePart[]): readonly ProsePartView[] {
  const parts: {html: string; notes: readonly Note[]; after: string}[] = [];
  for (const {html, notes} of blocks) {
    const last = parts.at(-1);
    if (last === undefined || notes.length > 0) parts.push({html: takeHeading(last) + html, notes, after: ""});
    else if (last.notes.length === 0) last.html += html;
    else last.after += html;
  }
  return parts.filter(({html}) => html !== "").map((part) => ({kind: "prose", ...part}));
}

/** Takes a heading from the end of a part, because it belongs to what comes next. */
function takeHeading(part: {html: string; after: string} | undefined): string {
  if (part === undefined) return "";
  const field = part.after === "" ? "html" : "after";
  const [heading = ""] = /<h\d[^>]*>(?:(?!<h\d).)*<\/h\d>\s*$/s.exec(part[field]) ?? [];
  part[field] = part[field].slice(0, part[field].length - heading.length);
  return heading;
}

function cardView({heading, messages}: KeyMessageCard, setting: ProseSetting): CardView {
  const {releases} = setting.reading;
  return {
    heading,
    messages: messages.map(({population, number, sentence}) => {
      const {cell, release} = askCell(number.query, releases);
      const known = release.vocabulary.populations.find(({name}) => name === population);
      return {
        population,
        heading: known?.heading ?? population,
        numberHtml: printValue(number, setting.reading).html + markProvisional(number, setting.reading).html,
        sentenceHtml: renderInline(sentence, setting),
        ...(measureOf(number.query).print.as === "percent" && isPublicCell(cell) ? {percent: cell.value} : {}),
      };
    }),
  };
}

function withoutNotes(part: PartView): PartView {
  if (part.kind === "prose") return {...part, notes: []};
  return part.kind === "aside" ? {...part, parts: part.parts.map(withoutNotes)} : part;
}

function numberedNotes(part: PartView): readonly Note[] {
  if (part.kind === "aside") return part.parts.flatMap(numberedNotes);
  return part.kind === "prose" ? part.notes.filter(({number}) => number !== undefined) : [];
}
