import type {Fact, Publication, GlossaryTerm} from "../../publication/index.ts";
import type {Releases} from "../../release/index.ts";
import type {SeeTargets} from "./findTargets.ts";

/** Something that stands beside the text: a definition, the source of a fact, a footnote or what a mark means. */
export interface Note {
  readonly kind: "definition" | "source" | "footnote" | "mark";
  readonly id: string;
  /** Number within its chapter; definitions and marks have none. */
  readonly number?: number;
  readonly html: string;
}

/** How a report is read from its first line to its last: what has been met, and the notes waiting to be set. */
export class Reading {
  readonly publication: Publication;
  readonly releases: Releases;
  readonly targets: SeeTargets;
  /** `margin`: notes beside their paragraph. `chapter-end`: numbered notes at the end of the chapter. */
  readonly notesStand: "margin" | "chapter-end";
  readonly #met = new Set<string>();
  readonly #numbers = new Map<string, number>();
  #waiting: Note[] = [];
  #chapter = "";

  constructor(
    sources: {readonly publication: Publication; readonly releases: Releases; readonly targets: SeeTargets},
    notesStand: "margin" | "chapter-end",
  ) {
    this.publication = sources.publication;
    this.releases = sources.releases;
    this.targets = sources.targets;
    this.notesStand = notesStand;
  }

  /** Starts a chapter: notes are numbered from 1 again. */
  openChapter(id: string): void {
    this.#chapter = id;
    this.#numbers.clear();
  }

  /** True at the first meeting in the report, false afterwards. */
  meets(name: string): boolean {
    const isFirst = !this.#met.has(name);
    this.#met.add(name);
    return isFirst;
  }

  /** The number of a note in this chapter, and whether it is met here for the first time. */
  numberNote(name: string): {readonly id: string; readonly number: number; readonly isFirst: boolean} {
    const known = this.#numbers.get(name);
    const number = known ?? this.#numbers.size + 1;
    this.#numbers.set(name, number);
    return {id: `${this.#chapter}-note-${number}`, number, isFirst: known === undefined};
  }

  /** Leaves a note to be set beside, or after, what is being read. */
  leaveNote(note: Note): void {
    this.#waiting.push(note);
  }

  /** The notes left since they were last taken. */
  takeNotes(): readonly Note[] {
    const notes = this.#waiting;
    this.#waiting = [];
    return notes;
  }

  term(name: string): GlossaryTerm | undefined {
    return this.publication.glossary.find((term) => term.name === name);
  }

  fact(name: string): Fact | undefined {
    return this.publication.facts[name];
  }
}
