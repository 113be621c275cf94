import {z} from "zod";
import {placeKey, type Coordinates} from "./coordinates.ts";
import type {SubjectReader, ValueFilter} from "./grammar.ts";
import {coordinates, name} from "./layout.ts";
import type {AskedAt} from "./measure.ts";

/** So many months that end with a period: "12 months ending March 2009". */
export interface Ending {
  readonly months: number;
}

/** Layout of what addresses of rolling sums have alike. */
export const rollingLayout = {
  population: name,
  at: coordinates,
  months: z.int().min(2),
  /** The variable of periods that is added up over. */
  over: name,
  /** Its periods that are added up, in their order; the last is the one of the place. */
  periods: z.array(name).min(2),
};

/** An address of a rolling sum, whichever measure it is. */
export interface RollingAddress {
  readonly population: string;
  readonly at: Coordinates;
  readonly months: number;
  readonly over: string;
  readonly periods: readonly string[];
}

/** How rolling sums are asked: `read` reads what stands behind "of". */
export function grammarOfRolling<const Word extends string, Subject>(
  word: Word,
  read: (reader: SubjectReader) => Subject,
  filters: readonly ValueFilter[],
) {
  return {
    words: [word],
    read: (reader: SubjectReader): Subject & Ending => ({...readEnding(reader, word), ...read(reader)}),
    isPer: false as const,
    hasTotals: false,
    filters,
  };
}

/** Reads `12 months of`. */
export function readEnding(reader: SubjectReader, word: string): Ending {
  const {offset} = reader;
  const token = reader.takeAnyWord();
  const months = Number(token?.text);
  if (token === undefined || !/^\d{1,3}$/.test(token.text) || months < 2 || !reader.takeWord("months")) {
    throw reader.faultAt(
      token?.offset ?? offset,
      "it is not clear how many months are added up",
      `Write so many months, two or more, e.g. ${word} 12 months of`,
    );
  }
  if (!reader.takeWord("of")) throw reader.faultAt(reader.offset, '"of" is missing', "Write of and what is added up");
  return {months};
}

/** The parts of an address that all rolling sums have; nothing where not so many months end with the period. */
export function rollingAt<Subject extends Ending>({
  subject: {months},
  population,
  at,
  ending,
}: AskedAt<Subject>): (RollingAddress & {readonly at: Coordinates; readonly periods: string[]}) | undefined {
  return ending && {population, at, months, over: ending.over, periods: [...ending.periods]};
}

/** The key of a cell; `of` is what is added up. */
export function rollingKey(word: string, of: string, {months, population, at}: RollingAddress): string {
  return `${word} ${String(months)} months of ${of}${population} [${placeKey(at)}]`;
}

/** The places that are added up. */
export function placesEnding({at, over, periods}: RollingAddress): readonly Coordinates[] {
  return periods.map((period) => ({...at, [over]: period}));
}

/** How every rolling sum is headed. */
export function endingHeading({months}: Ending): string {
  return `${String(months)} months ending`;
}
