import {readQuantity, type Population, type Reads, type SpanUnit} from "../../publication/index.ts";
import {sizeOf} from "../population/columns.ts";
import type {SourceDefinition, VariableDefinition} from "../population/definition.ts";
import type {CountedPopulation} from "../population/terms.ts";

/**
 * Variables whose answers definitions let go together against the calendar: the months, quarters or years of two dates and the
 * time between these. Populations with such records would prove nothing, since every reader can reckon with days. What else
 * a release says cannot go together is counted among its statements.
 */
export function offTheCalendar(
  population: Population,
  {definition, source}: CountedPopulation,
): readonly (readonly string[])[] {
  const read = population.variables.flatMap(({name, reads}): readonly ReadVariable[] => {
    const defined = Object.hasOwn(definition.variables, name) ? definition.variables[name] : undefined;
    return defined === undefined || reads === undefined ? [] : [{name, reads, defined}];
  });
  const periods = read.flatMap((variable) => daysIn(variable) ?? []);
  return read.flatMap((variable) => {
    const time = timesIn(variable, source);
    if (time === undefined) return [];
    const [from, to] = [time.from, time.to].map((date) => periods.filter(({of}) => of === date));
    const pairs = (from ?? []).flatMap((one) => (to ?? []).map((other) => [one, other] as const));
    return pairs
      .filter(([one, other]) => isBeyond(one, {time, other, source}))
      .map(([one, other]) => [variable.name, one.name, other.name]);
  });
}

interface ReadVariable {
  readonly name: string;
  readonly reads: Reads;
  readonly defined: VariableDefinition;
}

type Ends<T> = readonly [from: T, to: T];

/** The values of a column that tell between which days a date lies. */
interface DaysOfDate {
  readonly name: string;
  readonly of: string;
  readonly column: number;
  readonly days: readonly {readonly value: number; readonly between: Ends<string>}[];
}

/** The values of a column that tell how long it is from one date to another: the least and the most, in completed units. */
interface TimesBetween {
  readonly from: string;
  readonly to: string;
  readonly unit: SpanUnit;
  readonly column: number;
  readonly times: readonly {readonly value: number; readonly between: Ends<number>}[];
}

function daysIn({name, reads, defined: {column, categories}}: ReadVariable): DaysOfDate | undefined {
  if (reads.as !== "period") return undefined;
  const days = Object.entries(reads.categories).flatMap(([category, between]) =>
    (categories[category] ?? []).map((value) => ({value, between})),
  );
  return {name, of: reads.column, column, days};
}

function timesIn({reads, defined}: ReadVariable, source: SourceDefinition): TimesBetween | undefined {
  const {span, bands, between: [least, most] = [0, -1]} = readQuantity(reads) ?? {};
  if (span === undefined) return undefined;
  const {in: unit, from, to} = span;
  const {column, categories, numbers} = defined;
  const all = Array.from({length: sizeOf(source, column)}, (_, value) => value);
  const times =
    bands === undefined
      ? all.flatMap((value) => {
          const number = numbers?.[value] ?? null;
          return number === null ? [] : [{value, between: [number, number] as const}];
        })
      : Object.entries(bands).flatMap(([category, [low, high]]) =>
          (categories[category] ?? []).map((value) => ({value, between: [low ?? least, high ?? most] as const})),
        );
  return {from, to, unit, column, times};
}

interface Beside {
  readonly time: TimesBetween;
  readonly other: DaysOfDate;
  readonly source: SourceDefinition;
}

/** Whether some time between two dates is told apart, cannot be between their days, and is not called impossible. */
function isBeyond(one: DaysOfDate, {time, other, source}: Beside): boolean {
  return time.times.some((span) =>
    one.days.some((first) =>
      other.days.some((second) => {
        const least = completed(time.unit, first.between[1], second.between[0]);
        const most = completed(time.unit, first.between[0], second.between[1]);
        if (span.between[0] <= most && least <= span.between[1]) return false;
        const places = new Map([[time.column, span.value], [one.column, first.value], [other.column, second.value]]); // prettier-ignore
        return !isCalledImpossible(places, source);
      }),
    ),
  );
}

const dayLength = 86_400_000;

/** Units that are over from one day to another; below nought where that comes first. */
function completed(unit: SpanUnit, from: string, to: string): number {
  const [first, last] = [new Date(from), new Date(to)];
  const days = Math.round((last.getTime() - first.getTime()) / dayLength);
  const months =
    12 * (last.getUTCFullYear() - first.getUTCFullYear()) +
    (last.getUTCMonth() - first.getUTCMonth()) -
    Number(last.getUTCDate() < first.getUTCDate());
  return {days, weeks: Math.floor(days / 7), months, years: Math.floor(months / 12)}[unit];
}

/** Whether definitions call some values impossible, whatever other columns that they name beside these hold. */
function isCalledImpossible(places: ReadonlyMap<number, number>, source: SourceDefinition): boolean {
  return source.impossible.some(({columns, values}) => {
    const others = columns.filter((column) => !places.has(column));
    if (others.length === columns.length) return false;
    const ways = others.reduce((product, column) => product * sizeOf(source, column), 1);
    const told = values.filter((tuple) =>
      columns.every((column, at) => !places.has(column) || places.get(column) === tuple[at]),
    );
    return new Set(told.map((tuple) => tuple.join())).size === ways;
  });
}
