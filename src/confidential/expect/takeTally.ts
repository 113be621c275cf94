import type {Coordinates} from "../../measures/index.ts";
import type {Population, Report, Variable, Vocabulary} from "../../publication/index.ts";
import type {ExtractModel} from "../dictionary/variableModel.ts";
import type {RecordSource} from "../sources/RecordSource.ts";
import {countPlaces} from "../tabulate/countPlaces.ts";
import {formsByMonth} from "./formsByMonth.ts";
import type {Tally, Tallied} from "./tally.ts";

/** What is tallied, and how. */
export interface TallyTask {
  readonly source: Pick<RecordSource, "answers" | "count" | "describe">;
  readonly report: Report;
  readonly synthetic: boolean;
  /** The models of the report's extracts, by name. */
  readonly models: ReadonlyMap<string, ExtractModel>;
  /** The populations with the variables that the report names, and no others. */
  readonly named: Pick<Vocabulary, "populations">;
}

/** Counts the records of an edition by every variable that its report names, and by place. */
export async function takeTally({source, report, synthetic, models, named}: TallyTask): Promise<Tally> {
  const populations: [string, Tallied][] = [];
  for (const population of talliedOf(named.populations)) {
    const places = placesIn(population, models);
    populations.push([population.name, await tallyOf(population, {source, places})]);
  }
  const {from, to} = report.period;
  const extracts: [string, Tally["extracts"][string]][] = [];
  for (const {name, counts, faultCounts, rows} of source.describe()) {
    const faults = Object.fromEntries(faultCounts.map((one) => [`${one.column} ${one.rule}`, one.forms]));
    const table = rows && {table: {parts: [...rows.parts], unstated: [...rows.unstated]}};
    extracts.push([name, {...counts, faults, months: await formsByMonth(source, name, models.get(name)), ...table}]);
  }
  return {
    schema: "smallprint-tally/1",
    edition: report.id,
    synthetic,
    period: {from, to},
    extracts: Object.fromEntries(extracts),
    populations: Object.fromEntries(populations),
  };
}

/** What is known of faults beside their number, by extract, column and rule as surprises name them. */
export function hintsOf(source: Pick<RecordSource, "describe">): ReadonlyMap<string, string> {
  const hints = source
    .describe()
    .flatMap(({name, faultCounts}) =>
      faultCounts.flatMap(({column, rule, hint}): [string, string][] =>
        hint === undefined ? [] : [[`${name} ${column} ${rule}`, hint]],
      ),
    );
  return new Map(hints);
}

/** Clients, and the forms of an extract of which no client is counted: what became of forms, their extract tells. */
function talliedOf(populations: readonly Population[]): readonly Population[] {
  const ofClients = populations.filter(({unit}) => unit === "clients");
  const counted = new Set(ofClients.map(({extract}) => extract));
  return [...ofClients, ...populations.filter(({unit, extract}) => unit === "forms" && !counted.has(extract))];
}

/** The names of a population's variables of places. */
function placesIn({variables, extract}: Population, models: ReadonlyMap<string, ExtractModel>): readonly string[] {
  const known = models.get(extract ?? "")?.dictionary.variables ?? [];
  const areas = new Set(known.filter(({kind}) => kind === "area").map(({name}) => name));
  return variables.filter(({name}) => areas.has(name)).map(({name}) => name);
}

interface Tallying {
  readonly source: Pick<RecordSource, "count">;
  readonly places: readonly string[];
}

async function tallyOf(population: Population, {source, places}: Tallying): Promise<Tallied> {
  const asked = population.variables.filter(isTallied);
  const areas = asked.filter(({name}) => places.includes(name));
  const within: readonly Coordinates[] = [
    {},
    ...areas.flatMap(({name, categories}) => categories.map((one): Coordinates => ({[name]: one.name}))),
  ];
  const wanted = within.flatMap((at) => [
    {at},
    ...asked
      .filter(({name}) => at[name] === undefined)
      .flatMap(({name, categories}) => categories.map((one) => ({at: {...at, [name]: one.name}}))),
  ]);
  const counted = await countPlaces(source, population, wanted);
  const counts = new Map(wanted.map(({at}, place) => [nameOfPlace(at), counted[place]?.get(0) ?? 0]));
  const tallied = (at: Coordinates): Omit<Tallied, "places"> => ({
    records: counts.get(nameOfPlace(at)) ?? 0,
    variables: Object.fromEntries(
      asked
        .filter(({name}) => at[name] === undefined)
        .map(({name, categories}) => [
          name,
          Object.fromEntries(
            categories.map((one) => [one.name, counts.get(nameOfPlace({...at, [name]: one.name})) ?? 0]),
          ),
        ]),
    ),
  });
  const [all = {}, ...others] = within;
  return {...tallied(all), places: Object.fromEntries(others.map((at) => [nameOfPlace(at), tallied(at)]))};
}

/** Numbers are tallied by their bands; what the builder knows of forms, by their extract; times are no answers. */
function isTallied({kind, reads, categories}: Variable): boolean {
  return kind !== "number" && categories.length > 0 && !["form", "period"].includes(reads?.as ?? "");
}

/** `residence=kent`, with the places in their order. */
export function nameOfPlace(at: Coordinates): string {
  return Object.entries(at)
    .map(([variable, category]) => `${variable}=${category}`)
    .join(" ");
}
