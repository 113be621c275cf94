/** Lines that a parser needs no rules for. */
export interface PlainLines {
  /** Lines, the header among them. */
  readonly lines: number;
  readonly fields: number;
  readonly ending: "\n" | "\r\n";
}

const lineFeed = 10;
const carriageReturn = 13;
const quote = 34;
const highestBlank = 32;

/**
 * Looks over the bytes of a text in UTF-8, whether its lines are plain: one kind of line end, no quotation mark, as many
 * fields on every line as on the first, and something on every line besides delimiters and blanks.
 */
export class Survey {
  private isPlain = true;
  private lines = 0;
  private fields = 0;
  private delimiters = 0;
  private hasContent = false;
  private isEmpty = true;
  private wasReturn = false;
  private hasReturns = false;
  private readonly delimiter: number;

  constructor(delimiter: number) {
    this.delimiter = delimiter;
  }

  /** Looks at the next bytes. */
  take(bytes: Uint8Array): void {
    for (let at = 0; this.isPlain && at < bytes.length; at++) {
      const byte = bytes[at] ?? 0;
      if (byte === lineFeed) {
        this.endLine();
        continue;
      }
      if (this.wasReturn || byte === quote) this.isPlain = false;
      this.isEmpty = false;
      if (byte === carriageReturn) this.wasReturn = true;
      else if (byte === this.delimiter) this.delimiters++;
      else if (byte > highestBlank) this.hasContent = true;
    }
  }

  /** What was found at the end of the text; nothing where its lines are not plain. */
  finish(): PlainLines | undefined {
    if (!this.isEmpty) {
      if (this.wasReturn) this.isPlain = false;
      // A last line without an end is of either kind.
      this.wasReturn = this.hasReturns;
      this.endLine();
    }
    if (!this.isPlain || this.lines === 0) return undefined;
    return {lines: this.lines, fields: this.fields, ending: this.hasReturns ? "\r\n" : "\n"};
  }

  private endLine(): void {
    if (this.lines === 0) {
      this.fields = this.delimiters + 1;
      this.hasReturns = this.wasReturn;
    }
    if (!this.hasContent || this.delimiters + 1 !== this.fields || this.wasReturn !== this.hasReturns) {
      this.isPlain = false;
    }
    this.lines++;
    this.delimiters = 0;
    this.hasContent = false;
    this.isEmpty = true;
    this.wasReturn = false;
  }
}
