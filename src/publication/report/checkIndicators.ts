import {measureOf} from "../../measures/index.ts";
import type {Publication} from "../document/publication.ts";
import {FaultCollector, publicationFault, type Fault} from "../PublicationError.ts";
import {narrowIndicator, targetOf} from "../query/askIndicator.ts";
import {expandQuery} from "../query/expandQuery.ts";
import {nameRemedy} from "../nearestName.ts";
import type {Indicator, SimilarBenchmark} from "../query/indicator.ts";
import type {Query} from "../query/query.ts";
import {unitOfNumbers} from "../query/unitOfNumbers.ts";
import type {Vocabulary} from "../vocabulary.ts";
import {targetDuring} from "./targetReference.ts";

/** What the definitions of indicators are held against. */
interface Known {
  readonly report: Publication["report"];
  readonly vocabulary: Vocabulary;
}

/**
 * What is wrong in the definitions of a publication's indicators, whether or not they are asked: names that the vocabulary
 * lacks, targets and benchmarks in another unit, targets that do not apply yet, and numbers that no target can be held
 * against.
 */
export function checkIndicators(
  {indicators, report}: Pick<Publication, "indicators" | "report">,
  vocabulary: Vocabulary,
): readonly Fault[] {
  const faults = new FaultCollector();
  for (const indicator of indicators.values()) {
    faults.attempt(() => {
      expandQuery(spreadOf(indicator), vocabulary);
      checkTarget(indicator, {report, vocabulary});
      checkBenchmark(indicator, {report, vocabulary});
    });
  }
  return faults.faults;
}

/** By its places, where it has any: some numbers can be asked of places alone. */
function spreadOf(indicator: Indicator): Query {
  return {...narrowIndicator(indicator, everywhere(indicator)), text: indicator.query.text};
}

function everywhere({area}: Indicator) {
  return {at: {}, by: area === undefined ? [] : [area], totals: false, edition: "this"};
}

function checkTarget(indicator: Indicator, {report, vocabulary}: Known): void {
  const {target, name, query, position} = indicator;
  if (target === undefined) return;
  if (["counts", "sums", "units"].includes(measureOf(query).comparison)) {
    const what = `the number of "${name}" has no interval, so that nobody could tell it from a target`;
    throw publicationFault(what, "Give a target to a share, a rate, a mean, or a figure of a reference", position);
  }
  if (target.kind === "number") {
    if (targetDuring(indicator, report.period.to) !== undefined) return;
    const [first] = target.since;
    const what = `no target of "${name}" applies by the end of the report's period`;
    throw publicationFault(
      what,
      `Its first is from ${first?.from ?? ""}: correct that, or add an earlier one`,
      position,
    );
  }
  // An edition may do without the references of its template; whatever asks this target then is a fault where it stands.
  const isLeftOut = report.references.length === 0;
  const asked = targetOf(indicator, everywhere(indicator));
  if (asked === undefined || isLeftOut) return;
  checkFigure({...asked, position: target.position}, indicator, vocabulary);
}

function checkBenchmark(indicator: Indicator, {report, vocabulary}: Known): void {
  if (indicator.benchmark?.kind === "similar") return checkSimilar(indicator, indicator.benchmark, vocabulary);
  if (indicator.benchmark?.kind !== "figure" || report.references.length === 0) return;
  const {query} = indicator.benchmark;
  if (measureOf(query).about === "reference") return checkFigure(query, indicator, vocabulary);
  const what = `the benchmark of "${indicator.name}" counts records`;
  throw publicationFault(what, "Name a figure of a reference, or write benchmark: region", query.position);
}

/** Areas that are like one another are areas of everybody whom the indicator is of. */
function checkSimilar({query, area}: Indicator, {similar, positionOf}: SimilarBenchmark, vocabulary: Vocabulary): void {
  const [population] = vocabulary.populations.filter(({name}) => query.populations.includes(name));
  const categories = population?.variables.find(({name}) => name === area)?.categories ?? [];
  const known = categories.filter(({role}) => role === "value").map(({name}) => name);
  for (const [own, others] of Object.entries(similar)) {
    const unknown = [own, ...others].find((name) => !known.includes(name));
    if (unknown === undefined) continue;
    throw publicationFault(`"${unknown}" is no category of ${area ?? ""}`, nameRemedy(unknown, known), positionOf(own));
  }
}

/** A figure that an indicator is held against is in the indicator's unit. */
function checkFigure(figure: Query, {name, query}: Indicator, vocabulary: Vocabulary): void {
  expandQuery(figure, vocabulary);
  const [own, other] = [unitOfNumbers(query, vocabulary), unitOfNumbers(figure, vocabulary)];
  if (own === other) return;
  const what = `"${name}" is in the unit "${own}", and what it is held against in "${other}"`;
  throw publicationFault(what, "Name a figure of the same unit", figure.position);
}
