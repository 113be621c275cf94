import type {Note} from "../prose/Reading.ts";

/** What a chapter is made of once its numbers are filled in, ready to be set on a page. */
export type PartView = ProsePartView | FigureView | TableView | KeyMessagesView | AsideView;

/** Paragraphs, headings and lists, with the notes that stand beside them. */
export interface ProsePartView {
  readonly kind: "prose";
  readonly html: string;
  readonly notes: readonly Note[];
  /** What follows and has no note of its own, so that long notes can reach down beside it. */
  readonly after: string;
}

/** Words that belong to a figure or table, whatever shows it. */
export interface Caption {
  readonly id: string;
  readonly number: string;
  readonly titleHtml: string;
  readonly title: string;
  readonly subtitle: string;
  /** Base of every population and number not stated, in sentences. */
  readonly bases: readonly string[];
  /** Corrections since publication that change it, in sentences. */
  readonly revisions: readonly string[];
  /** What intervals, tints and marks mean, in sentences. */
  readonly explanations: readonly string[];
  /** The same of a figure's narrow drawing, where it shows other shapes. */
  readonly narrowExplanations?: readonly string[];
  readonly noteHtml?: string;
  readonly source?: string;
  readonly downloads: readonly DownloadLink[];
}

/** A link to a file that says what it leads to: "Figure 3, data (CSV, 2 KB)". */
export interface DownloadLink {
  readonly href: string;
  readonly words: string;
  /** Size in words, "2 KB"; absent where the file is made after the pages. */
  readonly size?: string;
}

export interface FigureView extends Caption {
  readonly kind: "figure";
  /** The drawing for a wide and for a narrow place; absent where nothing of it is published. */
  readonly drawing?: {readonly wide: string; readonly narrow: string};
  readonly otherwise?: string;
  readonly tableHtml: string;
}

export interface TableView extends Caption {
  readonly kind: "table";
  readonly landscape: boolean;
  readonly tableHtml: string;
}

export interface KeyMessagesView {
  readonly kind: "key-messages";
  readonly cards: readonly CardView[];
}

export interface CardView {
  readonly heading: string;
  readonly messages: readonly MessageView[];
}

export interface MessageView {
  readonly population: string;
  readonly heading: string;
  readonly numberHtml: string;
  readonly sentenceHtml: string;
  /** Percentage drawn as a bar; absent where the number is no share or is withheld. */
  readonly percent?: number;
}

export interface AsideView {
  readonly kind: "aside";
  readonly parts: readonly PartView[];
}

/** A chapter ready to be set. */
export interface ChapterView {
  readonly id: string;
  readonly kind: "key-messages" | "body" | "appendix" | "back";
  /** "Chapter 3", "Appendix A" or nothing. */
  readonly numberWords: string;
  readonly number: string;
  readonly title: string;
  /** Corrections since publication that change its text, in sentences. */
  readonly revisions: readonly string[];
  readonly parts: readonly PartView[];
  readonly sections: readonly {readonly id: string; readonly title: string}[];
  /** Numbered notes for the end of the chapter, where they do not stand in the margin. */
  readonly endNotes: readonly Note[];
}
