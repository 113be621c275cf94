import {ruleX, type Markish} from "@observablehq/plot";
import type {Mark} from "../../../publication/index.ts";
import type {Benchmark} from "../../tidy/figureData.ts";
import {printedValue, printRow, releasedValue} from "../../tidy/printRow.ts";
import {claiming, claims} from "./claim.ts";
import {labels} from "./labels.ts";
import type {LinearScale} from "./scale.ts";
import {ink} from "./svg.ts";

/** Height of the name of one line, in px. */
export const benchmarkHeight = 18;

/** Where the lines of one panel stand. */
export interface BenchmarkFrame {
  readonly scale: LinearScale;
  /** Whether the dots have intervals: then these and the lines stand at released values, so that they can be compared. */
  readonly intervals: boolean;
  /** From and to where they are drawn: not through the labels of a narrow drawing. */
  readonly bands: readonly {readonly from: number; readonly to: number}[];
  /** Where the dots begin; the names stand above, one over the other. */
  readonly top: number;
  readonly mark: Mark;
  /** The centre of a text that would stand at a wish, so that it stays in its panel. */
  readonly centre: (text: string, wish: number) => number;
}

/** Lines on the panel's scale and their names in px: the whole of the panel's query drawn through, others dashed. */
export function benchmarkLines(
  benchmarks: readonly Benchmark[],
  {scale, intervals, bands, top, mark, centre}: BenchmarkFrame,
): {readonly lines: readonly Markish[]; readonly names: Markish} {
  const all = benchmarks.map(({row, name, isWhole}) => {
    const value = intervals ? releasedValue(row) : printedValue(row);
    return {row, value, text: `${name}: ${printRow(row, mark).text}`, isWhole};
  });
  const names = all.map(({row, value, text}, index) => ({
    claim: claims(row, value === undefined ? "mark" : "text"),
    // What is withheld has no line, and its name stands at one end.
    x: centre(text, value === undefined ? scale.range[1] : scale.apply(value)),
    y: top - 12 - (all.length - 1 - index) * benchmarkHeight,
    text,
    colour: "muted" as const,
  }));
  const known = all.flatMap(({value, ...line}) => (value === undefined ? [] : [{...line, value}]));
  const lines = known.map(({row, value, isWhole}) =>
    ruleX(
      bands.map((band) => ({...band, claim: claims(row, "x")})),
      {
        ...claiming,
        x: () => value,
        y1: "from",
        y2: "to",
        stroke: ink("region"),
        strokeWidth: 2,
        ...(!isWhole && {strokeDasharray: "6 3"}),
      },
    ),
  );
  return {lines, names: labels(names, {anchor: "middle"})};
}
