/** Lines that a parser needs no rules for. */
export interface PlainLines {
  /** Lines, the header among them. */
  readonly lines: number;
  readonly fields: number;
  readonly ending: "\n" | "\r\n";
}

interface LineFound {
  readonly delimiters: number;
  readonly hasContent: boolean;
  readonly wasReturn: boolean;
}

/** What a byte of UTF-8 may be besides a letter. */
const signOf = {letter: 0, delimiter: 1, end: 2, return: 3, quote: 4, blank: 5} as const;

function signsWith(delimiter: number): Uint8Array {
  const signs = new Uint8Array(256);
  signs.fill(signOf.blank, 0, 33);
  signs[10] = signOf.end;
  signs[13] = signOf.return;
  signs[34] = signOf.quote;
  signs[delimiter] = signOf.delimiter;
  return signs;
}

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
  private readonly signs: Uint8Array;

  constructor(delimiter: number) {
    this.signs = signsWith(delimiter);
  }

  /** Looks at the next bytes. Most of them are letters, which are told from signs by one look. */
  take(bytes: Uint8Array): void {
    const {signs} = this;
    let {delimiters, hasContent, isEmpty, wasReturn} = this;
    for (let at = 0; this.isPlain && at < bytes.length; at++) {
      const sign = signs[bytes[at] ?? 0];
      if (sign === signOf.letter && !wasReturn) hasContent = true;
      else if (sign === signOf.delimiter && !wasReturn) delimiters++;
      else if (sign === signOf.end) {
        this.endLine({delimiters, hasContent, wasReturn});
        delimiters = 0;
        hasContent = false;
        isEmpty = true;
        wasReturn = false;
        continue;
      } else if (wasReturn || sign === signOf.quote) this.isPlain = false;
      else wasReturn = sign === signOf.return;
      isEmpty = false;
    }
    Object.assign(this, {delimiters, hasContent, isEmpty, wasReturn});
  }

  /** What was found at the end of the text; nothing where its lines are not plain. */
  finish(): PlainLines | undefined {
    const {delimiters, hasContent, wasReturn} = this;
    // A last line without an end is of either kind, but for one that ends in half of it.
    if (wasReturn) this.isPlain = false;
    if (!this.isEmpty) this.endLine({delimiters, hasContent, wasReturn: this.hasReturns});
    if (!this.isPlain || this.lines === 0) return undefined;
    return {lines: this.lines, fields: this.fields, ending: this.hasReturns ? "\r\n" : "\n"};
  }

  private endLine({delimiters, hasContent, wasReturn}: LineFound): void {
    if (this.lines === 0) {
      this.fields = delimiters + 1;
      this.hasReturns = wasReturn;
    }
    if (!hasContent || delimiters + 1 !== this.fields || wasReturn !== this.hasReturns) this.isPlain = false;
    this.lines++;
  }
}
