import type {Markish, RenderFunction} from "@observablehq/plot";
import type {TidyRow} from "../../tidy/tidyRow.ts";

/**
 * How a shape shows a number: by its place or length on a scale, from bound to bound of an interval, by the size of a
 * share's base, by its tint, in words, or as a mark of what is not published. A tick names a value of a scale, and words at
 * its beginning that it does not begin at nought. What is made of several cells by a formula stands at its place, or is
 * written, and has a mark where a cell of it is not published; a limit is a curve that a formula draws from some numbers, and
 * the number at which it stands may be written.
 */
export type Channel =
  | "x"
  | "y"
  | "x-interval"
  | "x-base"
  | "x-time"
  | "x-tick"
  | "y-tick"
  | "x-begin"
  | "y-begin"
  | "fill"
  | "key"
  | "text"
  | "mark"
  | "x-made"
  | "y-made"
  | "made-number"
  | "made-mark"
  | "made-word"
  | "x-made-interval"
  | "limit"
  | "limit-number";

/** What a shape says that it shows. The audit holds it against the release, and the shape against what it says. */
export interface ShapeClaim {
  /** Most shapes have one. */
  readonly channels: readonly Channel[];
  /** Keys of the cells shown; none for ticks and keys, which show the scale itself. */
  readonly cells: readonly string[];
  /** Of a limit, and of what is made of several cells: how it follows from them, "95% upper", "running share". */
  readonly formula?: string;
}

/** A datum of a mark whose shapes show something. */
export interface Claiming {
  readonly claim?: ShapeClaim;
}

/** That a shape shows some cells by a channel. A row that is no cell of any release is shown by nothing. */
export function claims(rows: TidyRow | readonly TidyRow[], ...channels: readonly Channel[]): ShapeClaim {
  const all: readonly TidyRow[] = "cell" in rows ? [rows] : rows;
  return {channels, cells: all.flatMap(({key}) => key ?? [])};
}

/** That a shape or a text shows what a formula makes of some cells. */
export function madeOf(rows: readonly TidyRow[], formula: string, ...channels: readonly Channel[]): ShapeClaim {
  return {...claims(rows, ...channels), formula};
}

/** That a text names a value of a scale. */
export function scaleClaim(channel: "x-tick" | "y-tick" | "x-begin" | "y-begin" | "key"): ShapeClaim {
  return {channels: [channel], cells: []};
}

/** Attributes of shapes until {@link plotFigure} has named their scales. */
export const claimAttribute = "data-claim";

/**
 * Options of a mark that give each of its shapes the claim of its datum: the claims are a channel of Plot's own, so
 * that they follow the marks through filters and orders.
 */
export const claiming: {
  channels: {claim: {value: (datum: Claiming) => unknown; filter: null}};
  render: RenderFunction;
} = {
  channels: {
    claim: {value: ({claim}: Claiming) => (claim === undefined ? undefined : JSON.stringify(claim)), filter: null},
  },
  render(index, ...[scales, values, dimensions, context, next]) {
    const node = next?.(index, scales, values, dimensions, context) ?? null;
    const stated = (values as {claim?: readonly (string | undefined)[]}).claim ?? [];
    [...(node?.children ?? [])].forEach((shape, at) => {
      const claim = stated[index[at] ?? -1];
      if (claim !== undefined) shape.setAttribute(claimAttribute, claim);
    });
    return node;
  },
};

/** Marks that a layer is made of. */
export type Marks = readonly Markish[];
