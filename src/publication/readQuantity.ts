import type {EndsByCategory, Population, Reads, SpanUnit} from "./vocabulary.ts";

/** A number that records have, as an answer is read from it: the number itself, or groups of it. */
export interface ReadQuantity {
  /** One name for the number: what has the same is read from the same number. */
  readonly key: string;
  /** The columns without which there is none: one that holds it, or two dates. */
  readonly columns: readonly string[];
  /** Where it is the time between two dates: in what it is counted, from which of them to which. */
  readonly span?: {readonly in: SpanUnit; readonly from: string; readonly to: string};
  /** The least and the most that it can be, in whole steps. */
  readonly between: readonly [number, number];
  /** Where groups of it are read. */
  readonly bands?: EndsByCategory;
}

/** The number that an answer is read from; nothing where it is read from none. */
export function readQuantity(reads: Reads): ReadQuantity | undefined {
  switch (reads.as) {
    case "years":
    case "months":
    case "weeks":
    case "days":
      return {...spanOf(reads.as, reads), between: reads.between};
    case "bands":
      return {...spanOf(reads.in ?? "years", reads), between: reads.between, bands: reads.categories};
    case "number":
      return {...columnOf(reads), between: reads.between};
    case "number-bands":
      return {...columnOf(reads), between: reads.between, bands: reads.categories};
    case "code":
    case "codes":
    case "any-of":
    case "answered":
    case "period":
    case "form":
      return undefined;
  }
}

/** How groups of a number are read, of how the number itself is. */
export function bandsRead(reads: Reads, categories: EndsByCategory): Reads | undefined {
  switch (reads.as) {
    case "years":
      return {as: "bands", from: reads.from, to: reads.to, between: reads.between, categories};
    case "months":
    case "weeks":
    case "days":
      return {as: "bands", from: reads.from, to: reads.to, in: reads.as, between: reads.between, categories};
    case "number":
      return {...reads, as: "number-bands", categories};
    case "bands":
    case "number-bands":
    case "code":
    case "codes":
    case "any-of":
    case "answered":
    case "period":
    case "form":
      return undefined;
  }
}

/** The group of a number; nothing where it has none. */
export function bandIn(bands: EndsByCategory, number: number): string | undefined {
  return Object.entries(bands).find(
    ([, [least, most]]) => (least ?? -Infinity) <= number && number <= (most ?? Infinity),
  )?.[0];
}

/** Decimals of a number of a population, 0 where it is whole. */
export function decimalsOf(population: Pick<Population, "variables"> | undefined, number: string | undefined): number {
  return population?.variables.find(({name}) => name === number)?.decimals ?? 0;
}

function spanOf(unit: SpanUnit, {from, to}: {readonly from: string; readonly to: string}) {
  const key = unit === "years" ? `${from} to ${to}` : `${unit} from ${from} to ${to}`;
  return {key, columns: [from, to], span: {in: unit, from, to}};
}

function columnOf({column, decimals = 0}: {readonly column: string; readonly decimals?: number}) {
  return {key: decimals === 0 ? column : `${column} to ${String(decimals)} decimals`, columns: [column]};
}
