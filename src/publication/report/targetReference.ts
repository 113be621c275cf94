import type {Report} from "../document/publication.ts";
import {dateInWords} from "../period/describePeriod.ts";
import {
  targetColumn,
  targetReferenceName,
  usualPlaceKey,
  type DatedTarget,
  type Indicator,
} from "../query/indicator.ts";
import {unitOfNumbers} from "../query/unitOfNumbers.ts";
import type {Reference, Vocabulary} from "../vocabulary.ts";
import {regionAsWhole} from "../wholeRegion.ts";

/**
 * The target of an indicator as a reference, so that it is released, printed with its source and audited like any other
 * figure from elsewhere. Undefined where it has none, or a column of a reference.
 */
export function targetReference(
  indicator: Indicator,
  {period, region}: Pick<Report, "period" | "region">,
  vocabulary: Vocabulary,
): Reference | undefined {
  const dated = targetDuring(indicator, period.to);
  if (dated === undefined) return undefined;
  const {number, from, source} = dated;
  return {
    name: targetReferenceName(indicator),
    title: `Target: ${indicator.label}`,
    source: `${source}, from ${dateInWords(from)}`,
    key: {name: usualPlaceKey, label: "Area", kind: "category", categories: [regionAsWhole(region)]},
    columns: [
      {name: targetColumn, label: "Target", unit: unitOfNumbers(indicator.query, vocabulary), ...decimalsOf(number)},
    ],
  };
}

/** The target that applies on a day: the last one set before it, or on it. */
export function targetDuring({target}: Indicator, day: string): DatedTarget | undefined {
  return target?.kind === "number" ? target.since.findLast(({from}) => from <= day) : undefined;
}

function decimalsOf(number: number): {readonly decimals: number} {
  return {decimals: String(number).split(".")[1]?.length ?? 0};
}
