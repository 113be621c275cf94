import type {FigureData} from "../../tidy/figureData.ts";
import {formatNumber} from "../../words/formatCell.ts";
import {scaleClaim, type ShapeClaim} from "./claim.ts";

/** What an axis says: its ticks, and the unit of its numbers where no sign and no subtitle says it. */
export interface AxisWords {
  readonly ticks: readonly Tick[];
  /** "per 1,000", "years"; empty for percentages and counts. */
  readonly unit: string;
  /** Where the axis begins, if it does not hold nought; to stand at its beginning. */
  readonly beginning?: {readonly text: string; readonly claim: ShapeClaim; readonly colour: "muted"};
}

export interface Tick {
  readonly value: number;
  readonly text: string;
  readonly claim: ReturnType<typeof scaleClaim>;
  readonly colour: "muted";
}

/** The words of an axis from one value to another, with ticks at round values. */
export function axisWords(
  {panels}: Pick<FigureData, "panels">,
  {domain, values}: {readonly domain: readonly [from: number, to: number]; readonly values: readonly number[]},
  axis: "x" | "y",
): AxisWords {
  const [from, to] = domain;
  const units = new Set(panels.flatMap(({rows: [first]}) => first?.unit ?? []));
  const [unit = ""] = units.size === 1 ? units : [];
  const sign = unit === "percent" ? "%" : "";
  const isCount = panels.every(({query}) => ["count", "rolling-count"].includes(query.measure));
  const isCut = from > 0 || to < 0;
  const decimals = [...(isCut ? [from] : []), ...values].every(Number.isInteger) ? 0 : 1;
  const claim = scaleClaim(`${axis}-tick`);
  const ticks = values.map(
    (value) => ({value, text: `${formatNumber(value, decimals)}${sign}`, claim, colour: "muted"}) as const,
  );
  const beginning = {
    text: `Axis begins at ${formatNumber(from, decimals)}${sign}`,
    claim: scaleClaim(`${axis}-begin`),
    colour: "muted",
  } as const;
  return {ticks, unit: sign === "%" || isCount ? "" : unit, ...(isCut && {beginning})};
}
