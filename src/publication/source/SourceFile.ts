import type {SourcePosition} from "./sourcePosition.ts";

/** The text of a file as people wrote it, to say where something found in it stands. */
export class SourceFile {
  readonly file: string;
  readonly lines: readonly string[];
  /** Line → the column after the last directive found in it, so that equal ones are told apart. */
  readonly #found = new Map<number, number>();

  constructor(file: string, text: string) {
    this.file = file;
    this.lines = text.split(/\r?\n/);
  }

  /** The next place of a directive (its braces included) in the lines from `from` up to `to`; the start of `from` where it is not found. */
  locateDirective(directive: string, from: number, to: number): SourcePosition {
    const [firstLine = ""] = directive.split("\n");
    for (let line = from; line <= to; line += 1) {
      const after = this.#found.get(line) ?? 0;
      const column = this.#indexIn(line, firstLine.trimEnd(), after);
      if (column === undefined) continue;
      this.#found.set(line, column + 2);
      return {file: this.file, line, column: column + 1};
    }
    return {file: this.file, line: from, column: 1};
  }

  /** The first place of some words in the lines from `from` up to `to`; the start of `from` where they are not found. */
  locate(words: string, from: number, to = this.lines.length): SourcePosition {
    for (let line = from; line <= to; line += 1) {
      const column = this.#indexIn(line, words, 0);
      if (column !== undefined) return {file: this.file, line, column: column + 1};
    }
    return {file: this.file, line: from, column: 1};
  }

  #indexIn(line: number, words: string, after: number): number | undefined {
    const text = this.lines[line - 1] ?? "";
    // In the cell of a Markdown table a bar is written \| and arrives as |.
    const places = [words, words.replaceAll("|", "\\|")].map((each) => text.indexOf(each, after));
    return places.find((place) => place !== -1);
  }
}
