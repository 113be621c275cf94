import type {Block, Chapter, Publication} from "../../publication/index.ts";

/** Something that `see` can name. */
export interface SeeTarget {
  readonly id: string;
  /** "Figure 5", "Table 2", "Chapter 3", "Appendix A", or a title. */
  readonly words: string;
}

/** Everything that `see` can name, by id. */
export type SeeTargets = ReadonlyMap<string, SeeTarget>;

/** Collects the chapters, sections, figures and tables of a report. */
export function findTargets({chapters}: Publication): SeeTargets {
  const targets = chapters.flatMap((chapter) => [
    {id: chapter.id, words: chapterInWords(chapter)},
    ...chapter.sections.map(({id, title}) => ({id, words: `“${title}”`})),
    ...chapter.blocks.flatMap(targetsOfBlock),
  ]);
  return new Map(targets.map((target) => [target.id, target]));
}

function chapterInWords({kind, number, title}: Chapter): string {
  if (number === "") return `“${title}”`;
  return kind === "appendix" ? `Appendix ${number}` : `Chapter ${number}`;
}

function targetsOfBlock(block: Block): readonly SeeTarget[] {
  switch (block.kind) {
    case "figure":
      return [{id: block.id, words: `Figure ${block.number}`}];
    case "table":
      return [{id: block.id, words: `Table ${block.number}`}];
    case "when":
    case "aside":
      return block.blocks.flatMap(targetsOfBlock);
    case "cards":
    case "insert":
    case "key-messages":
    case "prose":
      return [];
  }
}
