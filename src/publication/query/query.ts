import type {SourcePosition} from "../document/sourcePosition.ts";

/** A coordinate that means "any category but not stated". */
export const stated = "stated";

/** A place in a population: category names by variable name. No entry for a variable means all of it. */
export type Coordinates = Readonly<Record<string, string>>;

/** `this` edition, or the identifier of another one, or `previous`: the edition that this one is compared with. */
export type EditionName = string;

/**
 * What a publication asks for, as it stands in the text. With neither `by` nor `within` it names one cell; with them
 * it names a table: one cell for every combination of their categories.
 */
export interface Query {
  readonly measure: "count" | "share" | "mean" | "rate" | "value";
  /** Populations; for `value` the one reference asked. */
  readonly populations: readonly string[];
  readonly at: Coordinates;
  /** Variables whose categories are spread over the table; they narrow the numerator only. */
  readonly by: readonly string[];
  /** Variables whose categories are spread over the table and narrow the base too: "share of men within each area". */
  readonly within: readonly string[];
  /** Base of a share beyond all of the population, e.g. `{ppo: "yes"}`; it narrows the numerator too. */
  readonly among: Coordinates;
  /** `among stated`: the base leaves out records that are not stated on the variables of `at` and `by`. */
  readonly amongStated: boolean;
  /** The number averaged (`mean`) or the reference column read (`value`) . */
  readonly variable?: string;
  /** `rate`: reference and column that the count is divided by, per 1,000. */
  readonly per?: {readonly reference: string; readonly column: string};
  /** With totals over every dimension (counts only). */
  readonly totals: boolean;
  readonly edition: EditionName;
  /** As written, for messages; runs of white space are one space. */
  readonly text: string;
  /** What a figure or table calls its series, where the text says that itself. */
  readonly label?: string;
  /** Where its first letter stands, for messages; absent for a query that no file holds. */
  readonly position?: SourcePosition;
}

/** One cell, whatever table, figure or sentence shows it. */
export type CellAddress =
  | {readonly measure: "count"; readonly population: string; readonly at: Coordinates}
  | {readonly measure: "share"; readonly population: string; readonly at: Coordinates; readonly base: Coordinates}
  | {readonly measure: "mean"; readonly population: string; readonly at: Coordinates; readonly variable: string}
  | {
      readonly measure: "rate";
      readonly population: string;
      readonly at: Coordinates;
      readonly per: {readonly reference: string; readonly column: string; readonly at: Coordinates};
    }
  | {readonly measure: "value"; readonly population: string; readonly at: Coordinates; readonly column: string};

function placeKey(at: Coordinates): string {
  return Object.keys(at)
    .sort()
    .map((variable) => `${variable}=${at[variable] ?? ""}`)
    .join(",");
}

/**
 * The one name of a cell: two addresses with the same key are the same cell.
 * `count prison [sex=female]`, `share prison [sex=female] among []`, `mean age prison []`.
 */
export function cellKey(address: CellAddress): string {
  const place = `${address.population} [${placeKey(address.at)}]`;
  switch (address.measure) {
    case "count":
      return `count ${place}`;
    case "share":
      return `share ${place} among [${placeKey(address.base)}]`;
    case "mean":
      return `mean ${address.variable} ${place}`;
    case "rate":
      return `rate ${place} per ${address.per.reference}.${address.per.column} [${placeKey(address.per.at)}]`;
    case "value":
      return `value ${address.column} ${place}`;
  }
}

/** The count cells that a cell rests on: it can be published only if these can. */
export function restsOn(address: CellAddress): readonly CellAddress[] {
  const {population, at} = address;
  const count = (place: Coordinates): CellAddress => ({measure: "count", population, at: place});
  switch (address.measure) {
    case "share":
      return [count(at), count(address.base)];
    case "mean":
    case "rate":
      return [count(at)];
    default:
      return [];
  }
}
