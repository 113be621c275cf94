import {pageIds} from "../chapter/pageIds.ts";
import type {Publication, SourcePosition, GlossaryTerm} from "../document/publication.ts";
import {slug} from "../chapter/slug.ts";
import {leafBlocks} from "../chapter/walk.ts";
import {isDevice} from "./isDevice.ts";
import type {FaultCollector} from "../PublicationError.ts";

/** What is added to a name for the parts of what bears it: its title, its table, its drawing in two widths. */
const parts = /-(?:title|table|wide|narrow|description|heading|note-\d+)$/;

/** A report with more figures and tables than this is a mistake of whatever wrote it. */
const mostBlocks = 1000;

/** A name that an author gave, and where. */
interface GivenName {
  readonly id: string;
  readonly position: SourcePosition;
}

/**
 * Finds ids that would stand twice on a page, or files that would be written over each other: names given twice, names of
 * pages, figures called as their edition (whose own files bear that name), terms that come to one id.
 */
export function checkIds({chapters, glossary, report}: Omit<Publication, "plan">, faults: FaultCollector): void {
  const blocks = chapters
    .flatMap((chapter) => leafBlocks(chapter.blocks))
    .flatMap((block): readonly GivenName[] => ("id" in block ? [block] : []));
  const names = [...chapters.map(({id, file}) => ({id, position: {file, line: 1, column: 1}})), ...blocks];
  checkOnce(names, faults);
  const known = new Set(names.map(({id}) => id));
  for (const {id, position} of names) {
    const other = takenBy(id, known);
    if (other !== undefined) faults.add({position, what: `"${id}" is what ${other} is called`, remedy: renamed});
  }
  const ofFiles = [report.id, `${report.id}-differences`];
  for (const {id, position} of blocks.filter((block) => ofFiles.includes(block.id))) {
    const what = `"${id}" is the edition's own name, which its files bear`;
    faults.add({position, what, remedy: renamed});
  }
  for (const {position} of blocks.slice(mostBlocks, mostBlocks + 1)) {
    const what = `these are more than ${String(mostBlocks)} figures and tables`;
    faults.add({position, what, remedy: "Make several reports of them"});
  }
  checkTerms(glossary, faults);
}

const renamed = "Give it another name";

function checkOnce(names: readonly GivenName[], faults: FaultCollector): void {
  for (const [id, [first, ...others]] of Map.groupBy(names, (name) => name.id)) {
    const {file = "", line = 0} = first?.position ?? {};
    for (const {position} of others) {
      const remedy = `${renamed} than the one in ${file}, line ${line}`;
      faults.add({position, what: `the name "${id}" is used twice`, remedy});
    }
  }
}

/** What the builder calls by this name already. */
function takenBy(id: string, known: ReadonlySet<string>): string | undefined {
  if (pageIds.includes(id)) return "a part of every page";
  if (isDevice(id)) return "a device of Windows, where no file can be called so,";
  if (id.startsWith("definition-")) return "a definition";
  const whole = id.replace(parts, "");
  return whole !== id && known.has(whole) ? `a part of "${whole}"` : undefined;
}

function checkTerms(glossary: readonly GlossaryTerm[], faults: FaultCollector): void {
  for (const [first, second] of Map.groupBy(glossary, ({name}) => slug(name)).values()) {
    // Terms of one name are told where the glossary is read.
    if (first === undefined || second === undefined || first.name === second.name) continue;
    const what = `the terms "${first.name}" and "${second.name}" differ in signs alone`;
    faults.add({what, remedy: "Give one of them another name in glossary.md"});
  }
}
