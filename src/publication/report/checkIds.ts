import {leafBlocks} from "../document/walk.ts";
import {slug} from "../document/slug.ts";
import type {Publication, SourcePosition} from "../document/publication.ts";
import type {FaultCollector} from "../PublicationError.ts";

/** Ids that pages have of themselves. */
const ofPages = ["content", "contents", "region-map", "earlier-figures", "all"];

/** What is added to a name for the parts of what bears it: its title, its table, its drawing in two widths. */
const parts = /-(?:title|table|wide|narrow|description|heading|note-\d+)$/;

/**
 * Finds ids that would stand twice on a page, or files that would be written over each other: names given twice, names of
 * pages, figures called as their edition (whose own files bear that name), terms that come to one id.
 */
export function checkIds({chapters, glossary, report}: Omit<Publication, "plan">, faults: FaultCollector): void {
  const seen = new Map<string, SourcePosition>();
  const add = (position: SourcePosition, what: string, remedy: string) => {
    faults.add({position, what, remedy});
  };
  const check = (id: string, position: SourcePosition) => {
    const first = seen.get(id);
    if (first === undefined) seen.set(id, position);
    else
      add(
        position,
        `the name "${id}" is used twice`,
        `Give it another name than the one in ${first.file}, line ${first.line}`,
      );
    if (ofPages.includes(id)) add(position, `"${id}" is what a part of every page is called`, "Give it another name");
    if (id.startsWith("definition-")) add(position, `"${id}" is what a definition is called`, "Give it another name");
  };
  for (const {id, file} of chapters) check(id, {file, line: 1, column: 1});
  const blocks = chapters
    .flatMap((chapter) => leafBlocks(chapter.blocks))
    .flatMap((block) => ("id" in block ? [block] : []));
  for (const {id, position} of blocks) {
    check(id, position);
    if (id === report.id)
      add(position, `"${id}" is the edition's own name, which its files bear`, "Give it another name");
  }
  for (const [id, position] of seen) {
    const whole = id.replace(parts, "");
    if (whole !== id && seen.has(whole))
      add(position, `"${id}" is what a part of "${whole}" is called`, "Give it another name");
  }
  for (const [id, terms] of Map.groupBy(glossary, ({name}) => slug(name))) {
    const [first, second] = terms;
    if (first === undefined || second === undefined) continue;
    const what = `the terms "${first.name}" and "${second.name}" differ in signs alone (${id})`;
    faults.add({what, remedy: "Give one of them another name in glossary.md"});
  }
}
