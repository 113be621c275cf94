import {positionWithin, type SourcePosition} from "../source/sourcePosition.ts";
import {publicationFault, type PublicationError} from "../PublicationError.ts";
import {noIndicators, type Indicators} from "./indicator.ts";
import type {NamedAt} from "./query.ts";
import {tokenise, type QueryToken} from "./tokenise.ts";

const kebabName = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** Reads the tokens of one query or directive from left to right. */
export class TokenReader {
  readonly source: string;
  readonly position: SourcePosition | undefined;
  /** What a query may name in place of a measure. */
  readonly indicators: Indicators;
  readonly #tokens: readonly QueryToken[];
  #next = 0;
  readonly #names: {readonly name: string; readonly offset: number}[] = [];

  constructor(source: string, position?: SourcePosition, indicators: Indicators = noIndicators) {
    this.source = source;
    this.position = position;
    this.indicators = indicators;
    this.#tokens = tokenise(source, position);
  }

  peek(ahead = 0): QueryToken | undefined {
    return this.#tokens[this.#next + ahead];
  }

  /** Takes the next token if it is of this kind (and says this). */
  take(kind: QueryToken["kind"], text?: string): QueryToken | undefined {
    const token = this.peek();
    if (token?.kind !== kind || (text !== undefined && token.text !== text)) return undefined;
    this.#next += 1;
    return token;
  }

  takeWord(text: string): boolean {
    return this.take("word", text) !== undefined;
  }

  /** Takes the next word, whatever it is. */
  takeAnyWord(): QueryToken | undefined {
    return this.take("word");
  }

  /** Takes the next token where it is a place: `area=kent`. */
  takePlace(): QueryToken | undefined {
    return this.take("place");
  }

  /** Takes a name in kebab-case; `what` says which name is wanted, for the message. */
  expectName(what: string): string {
    const token = this.take("word");
    if (token === undefined) throw this.fault(`${what} is missing`, "Write its name here");
    return this.checkName(token.text, token.offset);
  }

  /** A name in kebab-case, as all public names are. */
  checkName(name: string, offset: number): string {
    if (kebabName.test(name)) {
      this.#names.push({name, offset});
      return name;
    }
    throw this.faultAt(offset, `"${name}" is not a name`, "Names are lower-case letters, digits and hyphens");
  }

  /** The names read from a place on, with where they stand; none where the text is of no file. */
  namesSince(start: number): readonly NamedAt[] {
    return this.#names.flatMap(({name, offset}) => {
      const position = offset >= start ? this.positionAt(offset) : undefined;
      return position === undefined ? [] : [{name, position}];
    });
  }

  /** Throws where anything is left. */
  expectEnd(): void {
    const token = this.peek();
    if (token === undefined) return;
    throw this.fault(`"${token.text}" is not expected here`, "See the query language in docs/writing-a-report.md");
  }

  /** What was written between two places, white space made single. */
  textBetween(start: number, end: number): string {
    return this.source.slice(start, end).replace(/\s+/g, " ").trim();
  }

  /** Where the next token starts. */
  get offset(): number {
    return this.peek()?.offset ?? this.source.trimEnd().length;
  }

  /** Where the last token taken ends. */
  get endOfTaken(): number {
    return this.#tokens[this.#next - 1]?.end ?? 0;
  }

  positionAt(offset: number): SourcePosition | undefined {
    return this.position && positionWithin(this.position, this.source, offset);
  }

  /** A fault at the next token. */
  fault(what: string, remedy: string): PublicationError {
    return this.faultAt(this.offset, what, remedy);
  }

  faultAt(offset: number, what: string, remedy: string): PublicationError {
    return publicationFault(what, remedy, this.positionAt(offset));
  }
}
