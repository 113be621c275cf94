import type {ChapterView} from "./parts.ts";

/** One line of the contents. */
export interface ContentsEntry {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly sections: readonly {readonly id: string; readonly title: string}[];
}

/** The contents of a report, chapter by chapter. */
export function contentsOf(chapters: readonly ChapterView[]): readonly ContentsEntry[] {
  return chapters.map(({id, number, title, sections}) => ({id, number, title, sections}));
}
