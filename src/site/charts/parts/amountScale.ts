import {scale, type Scale} from "@observablehq/plot";
import {printedValue} from "../../tidy/printRow.ts";
import type {TidyRow} from "../../tidy/tidyRow.ts";
import {formatNumber} from "../../words/formatCell.ts";
import {amountSteps, type Token} from "../theme.ts";
import {scaleClaim} from "./claim.ts";
import {legend, type LegendItem, type Placed} from "./legend.ts";
import {ink} from "./svg.ts";

/** Values to tints, in classes with round limits. */
export interface AmountScale extends Scale {
  readonly domain: readonly number[];
  readonly tints: readonly Token[];
}

const tints: readonly Token[] = ["amount-1", "amount-2", "amount-3", "amount-4", "amount-5"];

/**
 * Tints of printed values: none for nought, then at most five classes. Their limits are numbers of one digit near the
 * squares of even parts of the largest published value, so that a few large cells do not leave all others pale.
 */
export function amountScale(rows: readonly TidyRow[]): AmountScale {
  const values = rows.flatMap((row) => printedValue(row) ?? []).filter((value) => value > 0);
  const [least, largest] = [Math.min(...values), Math.max(0, ...values)];
  const nought = 0.5 / 10 ** (rows[0]?.decimals ?? 0);
  const wanted = Array.from({length: amountSteps - 1}, (_, step) =>
    oneDigit(largest * ((step + 1) / amountSteps) ** 2),
  );
  const limits = [...new Set(wanted)].filter((limit) => limit > Math.max(least, nought) && limit <= largest);
  const domain = [nought, ...limits];
  const shown: readonly Token[] = ["amount-0", ...tints.slice(amountSteps - domain.length)];
  const color = scale({color: {type: "threshold", domain, range: shown.map(ink)}});
  return {...color, domain, tints: shown};
}

/** The tint of a value and the ink upon it. */
export function tintOf(value: number, {domain, tints: shown}: AmountScale): {readonly fill: Token; readonly on: Token} {
  const fill = shown[domain.filter((limit) => value >= limit).length] ?? "amount-0";
  return {fill, on: onTints[fill] ?? "ink"};
}

const onTints: Readonly<Partial<Record<Token, Token>>> = {
  "amount-0": "on-amount-0",
  "amount-1": "on-amount-1",
  "amount-2": "on-amount-2",
  "amount-3": "on-amount-3",
  "amount-4": "on-amount-4",
  "amount-5": "on-amount-5",
};

/** What each tint means, beside its swatch, with the unit where the numbers do not show it. */
export function amountKey(
  rows: readonly TidyRow[],
  color: AmountScale,
  place: {readonly left: number; readonly top: number; readonly width: number},
): Placed {
  const published = rows.flatMap((row) => printedValue(row) ?? []);
  const items = color.tints.flatMap((colour, index): readonly LegendItem[] =>
    index === 0 && !published.includes(0)
      ? []
      : [{label: classInWords(index, color, rows[0]), colour, claim: scaleClaim("key")}],
  );
  return legend(items, "edged box", place);
}

function classInWords(index: number, {domain}: AmountScale, row: TidyRow | undefined): string {
  const decimals = row?.decimals ?? 0;
  const isPercent = row?.unit === "percent";
  const unit = isPercent || row === undefined ? "" : ` ${row.unit}`;
  const write = (value: number): string => `${formatNumber(value, decimals)}${isPercent ? "%" : ""}`;
  const [from, to] = [domain[index - 1], domain[index]];
  if (from === undefined) return write(0);
  if (to === undefined) return index === 1 ? `above ${write(0)}${unit}` : `${write(from)} or more${unit}`;
  if (index === 1) return `under ${write(to)}`;
  const last = to - 1 / 10 ** decimals;
  return last > from ? `${write(from)} to ${write(last)}` : write(from);
}

/** The nearest number with one digit that is not nought. */
function oneDigit(value: number): number {
  return value > 0 ? Number(value.toPrecision(1)) : 0;
}
