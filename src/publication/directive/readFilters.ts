import {nearestName} from "../nearestName.ts";
import type {TokenReader} from "../query/TokenReader.ts";
import {countsInWords} from "../typedCounts.ts";
import {typedNumbers} from "../typedNumbers.ts";

/** What stands after the bars of a directive. */
export interface Filters {
  style?: "in-words" | "as-words" | "spelt";
  decimals?: number;
  nearest?: number;
  withCount?: boolean;
  withInterval?: boolean;
  withValue?: boolean;
  amongShown?: boolean;
  capital?: boolean;
  otherwise?: string;
  take?: number;
  skip?: number;
  including?: readonly ("not-stated" | "outside")[];
  words?: readonly [string, string, string];
  ifPublished?: boolean;
  clearly?: true;
  byAtLeast?: number;
}

/** The words that a filter starts with. */
export type FilterName = keyof typeof filters;

const filters = {
  "in words": () => ({style: "in-words"}),
  "as words": () => ({style: "as-words"}),
  spelt: () => ({style: "spelt"}),
  decimals: (reader) => ({decimals: readWhole(reader, 0)}),
  nearest: (reader) => ({nearest: readWhole(reader, 1)}),
  "with count": () => ({withCount: true}),
  "with interval": () => ({withInterval: true}),
  "with value": () => ({withValue: true}),
  "among shown": () => ({amongShown: true}),
  capital: () => ({capital: true}),
  otherwise: (reader) => ({otherwise: readQuoted(reader)}),
  take: (reader) => ({take: readWhole(reader, 1)}),
  skip: (reader) => ({skip: readWhole(reader, 1)}),
  including: (reader, {including = []}) => ({including: [...including, readRole(reader)]}),
  words: (reader) => ({words: readThreeTexts(reader)}),
  "if published": () => ({ifPublished: true}),
  clearly: () => ({clearly: true}),
  "by at least": (reader) => ({byAtLeast: readAmount(reader)}),
} as const satisfies Readonly<Record<string, (reader: TokenReader, sofar: Filters) => Filters>>;

/** Reads every filter up to the end of the directive. Throws PublicationError for one that is not among `allowed`. */
export function readFilters(reader: TokenReader, allowed: readonly FilterName[]): Filters {
  let read: Filters = {};
  const names = new Set<FilterName>();
  while (reader.take("bar")) {
    const {offset} = reader;
    const name = readFilterName(reader, allowed);
    if (names.has(name) && name !== "including") {
      throw reader.faultAt(offset, `"${name}" stands twice`, "Write it once");
    }
    names.add(name);
    const filter: Filters = filters[name](reader, read);
    if (filter.style !== undefined && read.style !== undefined) {
      throw reader.faultAt(offset, "a number is written in one way only", "Choose one of in words, as words and spelt");
    }
    read = {...read, ...filter};
  }
  reader.expectEnd();
  return read;
}

function readFilterName(reader: TokenReader, allowed: readonly FilterName[]): FilterName {
  const [first, second] = [reader.peek()?.text ?? "", reader.peek(1)?.text ?? ""];
  const found = allowed.find((name) => name.split(" ").every((word, at) => reader.peek(at)?.text === word));
  if (found === undefined) {
    const nearest = nearestName(first, allowed) ?? nearestName(`${first} ${second}`, allowed);
    const remedy = nearest === undefined ? "" : `Did you mean "${nearest}"? `;
    throw reader.fault(`"${first}" cannot be said of this`, `${remedy}What can: ${allowed.join(", ") || "nothing"}`);
  }
  for (const word of found.split(" ")) reader.takeWord(word);
  return found;
}

function readWhole(reader: TokenReader, least: number): number {
  const text = reader.peek()?.text ?? "";
  if (!/^\d+$/.test(text) || Number(text) < least) {
    throw reader.fault("a whole number is missing", `Write a number from ${least}`);
  }
  reader.take("word");
  return Number(text);
}

/** `2` or `2.5`, above nought. */
function readAmount(reader: TokenReader): number {
  const text = reader.peek()?.text ?? "";
  if (!/^\d+(\.\d+)?$/.test(text) || Number(text) === 0) {
    throw reader.fault("by how much is missing", "Write a number above 0, without its unit: by at least 2");
  }
  reader.take("word");
  return Number(text);
}

/** Reads words between quotation marks. They are printed as they stand, so they hold no typed number. */
export function readQuoted(reader: TokenReader): string {
  const token = reader.take("text");
  if (token === undefined) throw reader.fault("words are missing", 'Write them between quotation marks: "…"');
  const [typed] = [...typedNumbers(token.text), ...countsInWords(token.text)];
  if (typed !== undefined) throw reader.faultAt(token.offset, `"${typed}" is a typed number`, "Say it in words");
  return token.text;
}

/** The roles of categories that take no part unless a directive includes them. */
export function leftOut(including: readonly ("not-stated" | "outside")[]): readonly ("not-stated" | "outside")[] {
  return (["not-stated", "outside"] as const).filter((role) => !including.includes(role));
}

/** The words of a directive for a cell that is not published, where it has any. */
export function otherwiseOf({otherwise}: Filters): {otherwise?: string} {
  return otherwise === undefined ? {} : {otherwise};
}

function readThreeTexts(reader: TokenReader): [string, string, string] {
  const first = readQuoted(reader);
  expectComma(reader);
  const second = readQuoted(reader);
  expectComma(reader);
  return [first, second, readQuoted(reader)];
}

function expectComma(reader: TokenReader): void {
  if (reader.take("comma") !== undefined) return;
  throw reader.fault("three wordings are needed", 'Write words for more, for less and for neither: "…", "…", "…"');
}

function readRole(reader: TokenReader): "not-stated" | "outside" {
  if (reader.takeWord("not-stated")) return "not-stated";
  if (reader.takeWord("outside")) return "outside";
  throw reader.fault("what to include is missing", "Write not-stated or outside");
}
