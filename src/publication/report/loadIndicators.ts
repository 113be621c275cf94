import {measureOf} from "../../measures/index.ts";
import type {Report} from "../document/publication.ts";
import {checkOneCell} from "../directive/checkCell.ts";
import {oncePerProject} from "../project/oncePerProject.ts";
import type {Project} from "../project/openProject.ts";
import {yamlFile} from "../project/readText.ts";
import {FaultCollector, publicationFault, PublicationError, type Fault} from "../PublicationError.ts";
import type {DatedTarget, Indicator, IndicatorBenchmark, Indicators, IndicatorTarget} from "../query/indicator.ts";
import {noIndicators} from "../query/indicator.ts";
import {parseQuery} from "../query/parseQuery.ts";
import type {Query} from "../query/query.ts";
import {readYaml, type YamlValue} from "../source/readYaml.ts";
import type {SourcePosition} from "../source/sourcePosition.ts";
import {typedCounts} from "../typedCounts.ts";
import {typedNumbers} from "../typedNumbers.ts";
import {loadSimilarAreas} from "./loadSimilarAreas.ts";
import {indicatorsSchema, type IndicatorsContent} from "./indicatorsSchema.ts";

/** Indicators as far as their definitions can be read. */
interface ReadIndicators {
  readonly indicators: Indicators;
  readonly faults: readonly Fault[];
}

/**
 * The indicators that a template defines in `indicators.yaml`; none where it has no such file. Names of the vocabulary are
 * not looked up: see `checkIndicators`. Throws PublicationError with every fault found.
 */
export function loadIndicators(project: Project, template: string): Indicators {
  const {indicators, faults} = readIndicators(project, template);
  if (faults.length > 0) throw new PublicationError(faults);
  return indicators;
}

/** As {@link loadIndicators}, with those that can be read beside the faults of the others. */
export const readIndicators = oncePerProject((project: Project, template: string): ReadIndicators => {
  const file = `templates/${template}/indicators.yaml`;
  if (!project.has(file)) return {indicators: noIndicators, faults: []};
  const whole = new FaultCollector();
  const yaml = whole.attempt(() => readYaml(yamlFile(project, file), indicatorsSchema));
  if (yaml === undefined) {
    const error = new PublicationError(whole.faults);
    return {indicators: Object.assign(new Map<string, Indicator>(), {faultIn: () => error}), faults: error.faults};
  }
  const read = new Map<string, Indicator>();
  const unread = new Map<string, PublicationError>();
  for (const name of Object.keys(yaml.value)) {
    const own = new FaultCollector();
    const indicator = own.attempt(() => readIndicator(name, yaml, project));
    if (indicator === undefined) unread.set(name, new PublicationError(own.faults));
    else read.set(name, indicator);
  }
  const faultIn = (name: string): Error | undefined => unread.get(name);
  return {indicators: Object.assign(read, {faultIn}), faults: [...unread.values()].flatMap(({faults}) => faults)};
});

/** A region until its report says what it is called. */
const nameless = "the region";

/** Indicators whose region is called by its name, "the South East", where they call it nothing else. */
export function calledByRegion(indicators: Indicators, {region}: Pick<Report, "region">): Indicators {
  const named = [...indicators].map(([name, one]) => {
    const {benchmark} = one;
    const isNameless = benchmark?.kind === "region" && benchmark.label === nameless;
    const own = isNameless ? {...one, benchmark: {...benchmark, label: region.text}} : one;
    return [name, own] as const;
  });
  const {faultIn = () => undefined} = indicators;
  return Object.assign(new Map(named), {faultIn});
}

type Yaml = YamlValue<IndicatorsContent>;
type Entry = IndicatorsContent[string];

function readIndicator(name: string, yaml: Yaml, project: Project): Indicator {
  const entry = yaml.value[name];
  if (entry === undefined) throw new Error(`the indicator ${name} was read`);
  const {label, definition, decimals, better, area, target, benchmark} = entry;
  checkWords(name, yaml);
  const query = checkOneCell(parseQuery(entry.query, yaml.positionOf([name, "query"])));
  refuseNarrowed(query, area);
  if (decimals !== undefined) checkDecimals(query, yaml.positionOf([name, "decimals"]));
  const isOfPlaces =
    benchmark === "region" || (benchmark !== undefined && ("similar" in benchmark || "region" in benchmark));
  if (isOfPlaces && area === undefined) {
    const what = `"${name}" is compared with the region or with similar areas, and it is not said what its places are`;
    throw publicationFault(what, "Write area: and the variable of its places", yaml.positionOf([name, "benchmark"]));
  }
  return {
    ...{name, label, definition, query, position: yaml.positionOf([name, "label"])},
    ...(decimals !== undefined && {decimals}),
    ...(better !== undefined && {better}),
    ...(area !== undefined && {area}),
    ...(target !== undefined && {target: readTarget(name, target, yaml)}),
    ...(benchmark !== undefined && {benchmark: readBenchmark({name, query, benchmark}, yaml, project)}),
  };
}

/** A label stands over released numbers, and a definition beside them: neither brings one of its own. */
function checkWords(name: string, {value, positionOf}: Yaml): void {
  const {label = "", definition = ""} = value[name] ?? {};
  const typed = [
    ...typedNumbers(label).map((number) => ({field: "label", number})),
    ...typedCounts(definition).map((number) => ({field: "definition", number})),
    ...(`${label}${definition}`.includes("{{") ? [{field: "definition", number: "{{"}] : []),
  ];
  const [first] = typed;
  if (first === undefined) return;
  const what = `"${first.number}" is a typed number in the ${first.field} of "${name}"`;
  throw publicationFault(what, "Say it in words", positionOf([name, first.field]));
}

/** An indicator is of the edition that asks it, and of everybody until it is asked of a place. */
function refuseNarrowed(query: Query, area: string | undefined): void {
  if (query.edition !== "this") {
    const what = `an indicator is of the edition that asks it, not "in ${query.edition}"`;
    throw publicationFault(what, "Leave the edition out, and write it where the indicator is asked", query.position);
  }
  const fixed = area !== undefined && [query.at, query.among].some((places) => area in places);
  if (!fixed) return;
  throw publicationFault(
    `the query fixes ${area}, the variable of its places`,
    `Take ${area} out of the query, or out of area`,
    query.position,
  );
}

/** Only a percentage of two counts can be printed with other decimals than its measure has. */
function checkDecimals(query: Query, position: SourcePosition): void {
  const {print} = measureOf(query);
  if (print.as === "percent" && !print.isFixed) return;
  const what = `a ${query.measure} is printed with the decimals that it is released with, or that its reference says`;
  throw publicationFault(what, "Leave decimals out", position);
}

function readTarget(name: string, target: NonNullable<Entry["target"]>, {positionOf}: Yaml): IndicatorTarget {
  if (!("column" in target)) {
    const since = [target].flat().toSorted((one, other) => (one.from < other.from ? -1 : 1));
    return {kind: "number", since: since satisfies readonly DatedTarget[]};
  }
  const [reference = "", column = ""] = target.column.split(".");
  return {kind: "column", column: {reference, column}, key: target.key, position: positionOf([name, "target"])};
}

interface WrittenBenchmark {
  readonly name: string;
  readonly query: Query;
  readonly benchmark: NonNullable<Entry["benchmark"]>;
}

function readBenchmark(
  {name, query: own, benchmark}: WrittenBenchmark,
  {positionOf}: Yaml,
  project: Project,
): IndicatorBenchmark {
  if (benchmark === "region") return {kind: "region", label: nameless};
  if ("region" in benchmark) return {kind: "region", label: benchmark.region};
  if ("similar" in benchmark) {
    if (own.measure === "share") return {label: "similar areas", ...loadSimilarAreas(project, benchmark.similar)};
    const what = `a ${own.measure} of several areas together does not follow from those of each`;
    throw publicationFault(what, "Compare a share with similar areas", positionOf([name, "benchmark"]));
  }
  const position = positionOf([name, "benchmark", "figure"]);
  const query = checkOneCell(parseQuery(benchmark.figure, position));
  return {kind: "figure", label: benchmark.label, query};
}
