import {footnoteBlock} from "../markdown/footnotes.ts";
import type {FaultCollector} from "../PublicationError.ts";
import type {Block, Chapter, Condition} from "../document/publication.ts";
import type {ChapterFile} from "./readChapterFile.ts";
import {pageIds} from "./pageIds.ts";
import {slug} from "./slug.ts";
import {headingsIn, leafBlocks} from "./walk.ts";

/** What chapters are made from. Both lists are in the order of their file names. */
export interface ChapterSources {
  readonly template: readonly ChapterFile[];
  readonly edition: readonly ChapterFile[];
  /** What is true of the edition. */
  readonly met: readonly Condition[];
}

/**
 * The chapters of an edition in the order of their file names: the template's, each followed by what the edition's
 * file of the same name adds, and the edition's own. What does not apply to the edition is left out. Numbers of
 * chapters are given; those of figures and tables are not.
 */
export function assembleChapters(sources: ChapterSources, faults: FaultCollector): readonly Chapter[] {
  const nameOf = ({file}: ChapterFile) => file.slice(file.lastIndexOf("/") + 1);
  const names = new Set([...sources.template, ...sources.edition].map(nameOf));
  const chapters = [...names].sort().flatMap((name) => {
    const parts = [...sources.template, ...sources.edition].filter((part) => nameOf(part) === name);
    return joinParts(parts, sources.met, faults);
  });
  return numberChapters(chapters);
}

function joinParts(
  parts: readonly ChapterFile[],
  met: ChapterSources["met"],
  faults: FaultCollector,
): readonly Chapter[] {
  const [first, ...added] = parts;
  if (first === undefined) return [];
  if (first.title === undefined) {
    const position = {file: first.file, line: 1, column: 1};
    faults.add({position, what: "this chapter has no first-level heading", remedy: "Start it with # and its title"});
    return [];
  }
  for (const {file, title, kind} of added) {
    if (title === undefined && kind === undefined) continue;
    const what = `this file adds to ${first.file}, which has the heading and the front matter`;
    faults.add({position: {file, line: 1, column: 1}, what, remedy: "Remove them here, or give the file another name"});
  }
  const applying = parts.map(({blocks, footnotes}) => ({blocks: applyingBlocks(blocks, met), footnotes}));
  const blocks = [...applying.flatMap((part) => part.blocks), ...footnoteBlock(applying)];
  const {title, kind = "body", file} = first;
  if (slug(title) === "") faults.add({position: {file, line: 1, column: 1}, ...nameless});
  return [{id: slug(title), kind, number: "", title, blocks, sections: [], file}];
}

const nameless = {
  what: "this heading has no letter or digit that its address could be made of",
  remedy: "Write it in letters from A to Z",
} as const;

/** Leaves out what stands under a condition that is not met. */
function applyingBlocks(blocks: readonly Block[], met: ChapterSources["met"]): readonly Block[] {
  return blocks.flatMap((block): readonly Block[] => {
    if (block.kind !== "when" && block.kind !== "aside") return [block];
    if (block.kind === "when" && !met.includes(block.condition)) return [];
    const blocks = applyingBlocks(block.blocks, met);
    // Later stages can tell only whether there is a previous edition: what is kept for the references stands as it is.
    const isOfReferences = block.kind === "when" && block.condition.endsWith("references");
    return isOfReferences ? blocks : [{...block, blocks}];
  });
}

function numberChapters(chapters: readonly Chapter[]): readonly Chapter[] {
  let [bodies, appendices] = [0, 0];
  return chapters.map((chapter) => {
    if (chapter.kind === "body") return {...chapter, number: String((bodies += 1))};
    if (chapter.kind === "appendix") return {...chapter, number: letter((appendices += 1))};
    return chapter;
  });
}

const letter = (place: number) => String.fromCharCode("A".charCodeAt(0) + place - 1);

/** Gives every heading its id and every chapter its list of sections. An id is used once in a report. */
export function nameSections(chapters: readonly Chapter[], faults: FaultCollector): readonly Chapter[] {
  const blockIds = chapters
    .flatMap(({blocks}) => leafBlocks(blocks))
    .flatMap((block) => ("id" in block ? block.id : []));
  const taken = new Set([...pageIds, ...chapters.map(({id}) => id), ...blockIds]);
  return chapters.map((chapter) => {
    const headings = leafBlocks(chapter.blocks).flatMap((block) => (block.kind === "prose" ? headingsIn(block) : []));
    const sections = headings.flatMap(({token, children}) => {
      const title = children.map(({type, content}) => (type === "softbreak" ? " " : content)).join("");
      const position = {file: chapter.file, line: (token.map?.[0] ?? 0) + 1, column: 1};
      if (children.some(({type}) => type === "directive")) {
        faults.add({position, what: "a heading cannot hold a number", remedy: "Say it in the text below"});
      }
      const plain = slug(title);
      if (plain === "") faults.add({position, ...nameless});
      const id = taken.has(plain) ? `${chapter.id}-${plain}` : plain;
      if (taken.has(id))
        faults.add({position, what: `the heading "${title}" stands twice`, remedy: "Change one of them"});
      taken.add(id);
      token.attrSet("id", id);
      return token.tag === "h2" ? [{id, title}] : [];
    });
    return {...chapter, sections};
  });
}
