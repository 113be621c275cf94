import {nameRemedy} from "../nearestName.ts";
import {benchmarkOf, fixedVariables, narrowIndicator, targetOf, type Narrowing} from "./askIndicator.ts";
import type {Indicator} from "./indicator.ts";
import type {Query} from "./query.ts";
import type {TokenReader} from "./TokenReader.ts";

/** What of an indicator is asked: its number, or what that is held against. */
export const indicatorParts = ["indicator", "target", "benchmark"] as const;

/** An indicator as a query names it. */
export interface NamedIndicator {
  readonly part: (typeof indicatorParts)[number];
  readonly indicator: Indicator;
  /** Where its name stands. */
  readonly offset: number;
}

/** Takes `indicator care-plan`, `target care-plan` or `benchmark care-plan`; nothing where another query stands here. */
export function takeIndicator(reader: TokenReader): NamedIndicator | undefined {
  const part = indicatorParts.find((word) => reader.takeWord(word));
  if (part === undefined) return undefined;
  const {offset} = reader;
  const name = reader.expectName("the indicator");
  const indicator = reader.indicators.get(name);
  if (indicator !== undefined) return {part, indicator, offset};
  // The same fault at the same place is told once, however often the text asks the indicator.
  const fault = reader.indicators.faultIn?.(name);
  if (fault !== undefined) throw fault;
  const known = [...reader.indicators.keys()];
  const remedy = known.length === 0 ? "Define it in the template's indicators.yaml" : nameRemedy(name, known);
  throw reader.faultAt(offset, `there is no indicator "${name}"`, remedy);
}

/** The query that a named indicator stands for, at the places and by the variables that were read behind it. */
export function queryOfIndicator(reader: TokenReader, named: NamedIndicator, narrowing: Narrowing): Query {
  const {part, indicator, offset} = named;
  const asked = [...Object.keys(narrowing.at), ...narrowing.by];
  const fixed = fixedVariables(indicator).find((name) => asked.includes(name));
  if (fixed !== undefined) {
    const what = `the indicator "${indicator.name}" says of ${fixed} itself what it asks`;
    throw reader.faultAt(offset, what, `Name other variables, or write a query in full`);
  }
  if (part === "indicator") return narrowIndicator(indicator, narrowing);
  const query = part === "target" ? targetOf(indicator, narrowing) : benchmarkOf(indicator, narrowing);
  if (query === undefined && part === "benchmark") refuseRegionAlone(reader, indicator, offset);
  if (query === undefined) {
    const what = `the indicator "${indicator.name}" has no ${part}`;
    throw reader.faultAt(offset, what, `Write ${part}: where indicators.yaml defines it`);
  }
  const [stray] = asked.filter((name) => !isKnownTo(named, name));
  if (stray === undefined) return query;
  const what = `the ${part} of "${indicator.name}" is the same whatever ${stray} is`;
  throw reader.faultAt(offset, what, `Leave ${stray} out`);
}

/** Whether a target or benchmark may be another for another category of a variable. */
function isKnownTo({part, indicator}: NamedIndicator, name: string): boolean {
  if (part === "target") return indicator.target?.kind === "column" && name === indicator.area;
  if (indicator.benchmark?.kind === "similar") return true;
  return indicator.benchmark?.kind === "region" && name !== indicator.area;
}

/** A benchmark of similar areas that is asked of no area. */
export function refuseRegionAlone(reader: TokenReader, {benchmark, area = ""}: Indicator, offset: number): void {
  if (benchmark?.kind !== "similar") return;
  throw reader.faultAt(offset, "the whole region has no similar areas", `Name a ${area}, or all of them: by ${area}`);
}
