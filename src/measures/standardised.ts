import {z} from "zod";
import {placeKey, type Coordinates} from "./coordinates.ts";
import {readColumn, type NamedColumn, type SubjectReader} from "./grammar.ts";
import type {Figure, Given, Stratum, Wanted} from "./ingredients.ts";
import {coordinates, name} from "./layout.ts";
import type {AskedAt, StandIn} from "./measure.ts";
import {readEvery, type AskedUnit, type RateBase} from "./rateUnit.ts";

/** Events over people, age group by age group, or by whatever other key of a reference is added up over. */
export interface AcrossKey extends NamedColumn {
  /** The column of people. */
  readonly over: string;
  /** The key whose categories are added up. */
  readonly across: string;
}

/** Layout of what addresses of standardised numbers have alike. */
export const acrossLayout = {
  population: name,
  at: coordinates,
  column: name,
  over: name,
  across: name,
  /** The categories of the key that are added up. */
  strata: z.array(name).min(1),
};

/** An address of a standardised number, whichever measure it is. */
export interface AcrossAddress {
  readonly measure: string;
  readonly population: string;
  readonly at: Coordinates;
  readonly column: string;
  readonly over: string;
  readonly across: string;
  readonly strata: readonly string[];
}

/** How every standardised number is asked: `read` reads what it is of. */
export function grammarAcross<const Word extends string, Subject>(
  word: Word,
  read: (reader: SubjectReader) => Subject,
) {
  const filters = ["with interval", "capital", "otherwise"] as const;
  return {words: [word], read, isPer: false as const, hasTotals: false, filters};
}

/** How every standardised number is printed and compared. */
export const asStandardised = {
  print: {as: "number", decimals: 1, isFixed: true} as const,
  comparison: "intervals" as const,
};

/** Fewer events than this make no standardised number that is of any use. Source: as in `docs/statistics.md`. */
export const eventsNeeded = 10;

/** Decimals of standardised numbers and their intervals in a release. */
export const {decimals} = asStandardised.print;

/** Reads `reference.column per column across key`, and of a rate that usually is of so many people whether it is of others. */
export function readAcross(reader: SubjectReader, usual?: RateBase): AcrossKey & AskedUnit {
  const column = readColumn(reader);
  const what = `what ${column.reference}.${column.column} is divided by`;
  const remedy = `Write per and the column of people of ${column.reference}, e.g. per population`;
  if (!reader.takeWord("per")) throw reader.faultAt(reader.offset, `${what} is missing`, remedy);
  const every = usual === undefined ? {} : readEvery(reader, usual);
  const over = reader.expectName(what);
  const across = readAfter(reader, "across", {
    what: "the key that is added up over",
    remedy: `Write across and a key of ${column.reference}, e.g. across age-group`,
  });
  return {...column, ...every, over, across};
}

/** Reads a word and the name behind it. */
export function readAfter(
  reader: SubjectReader,
  word: string,
  {what, remedy}: {readonly what: string; readonly remedy: string},
): string {
  if (!reader.takeWord(word)) throw reader.faultAt(reader.offset, `${what} is missing`, remedy);
  return reader.expectName(what);
}

/** The parts of an address that all standardised numbers have. */
export function acrossAt({
  subject: {column, over, across},
  population,
  at,
  strata = [],
}: AskedAt<AcrossKey>): Omit<AcrossAddress, "measure" | "strata"> & {readonly strata: string[]} {
  return {population, at, column, over, across, strata: [...strata]};
}

/** The key of a cell; `rest` is what else it is of. */
export function acrossKey({measure, population, at, column, over, across}: AcrossAddress, rest: string): string {
  return `${measure} ${column} per ${over} across ${across} ${rest} ${population} [${placeKey(at)}]`;
}

/** The figure of one column in one of the strata. */
export function figureAt(
  {population: reference, at, across}: AcrossAddress,
  {column, stratum, where = {}}: {readonly column: string; readonly stratum: string; readonly where?: Coordinates},
): Extract<Wanted, {kind: "figure"}>["at"] {
  return {reference, column, at: {...at, ...where, [across]: stratum}};
}

/** Looks up figures: of what was read, or of a stand-in. */
export type FigureOf = (place: ReturnType<typeof figureAt>) => Figure | undefined;

export function standInFigures({figureOf}: StandIn): FigureOf {
  return ({reference, column, at}) => figureOf({population: reference, column, at});
}

/** The strata with their weights; nothing where a figure is missing, or cannot be. */
export function gatherStrata(
  address: AcrossAddress,
  figure: Given["figure"] | FigureOf,
  weightOf: (stratum: string) => number | undefined,
): readonly Stratum[] | undefined {
  const strata = address.strata.flatMap((stratum): readonly Stratum[] => {
    const events = figure(figureAt(address, {column: address.column, stratum}))?.value;
    const people = figure(figureAt(address, {column: address.over, stratum}))?.value;
    const weight = weightOf(stratum);
    return events === undefined || people === undefined || weight === undefined ? [] : [{events, people, weight}];
  });
  return strata.length === address.strata.length ? strata : undefined;
}

/** Whether events were counted in whole numbers among people in every stratum. */
export function areCounted(strata: readonly Stratum[]): boolean {
  return strata.every(({events, people, weight}) => {
    return Number.isInteger(events) && events >= 0 && people > 0 && weight >= 0;
  });
}

export function sumOver(strata: readonly Stratum[], part: (one: Stratum) => number): number {
  return strata.reduce((sum, one) => sum + part(one), 0);
}
