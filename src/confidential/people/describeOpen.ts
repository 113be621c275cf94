import {measureOf} from "../../measures/index.ts";
import {columnsIn, type Definitions, type MarkedCount, type SourceDefinition, beneath} from "../../audit/index.ts";
import type {Release} from "../../release/index.ts";

/** A release that cannot be proved, with how its cells are counted. */
export interface Unproved {
  readonly releases: readonly [Release, ...Release[]];
  readonly definitions: Definitions;
}

/** Groups that a message names, and tables that it names for each. */
const [mostGroups, mostTables] = [20, 4];

/**
 * Why a release is refused, for the analyst: the groups for which no other people were found, and for each which tables
 * and totals of the report tell of it, by the variables that it is named by. Names groups, never counts.
 */
export function describeOpen(open: readonly Pick<MarkedCount, "name" | "quantity">[], unproved: Unproved): string {
  const tables = tablesOf(unproved);
  const more = open.length > mostGroups ? [`  and ${String(open.length - mostGroups)} more`] : [];
  return [
    "No other people could be found who give the same publication and another count here, or a mean of few far enough from this one, whatever else is withheld:",
    ...open.slice(0, mostGroups).flatMap((group) => describeGroup(group, tables, unproved)),
    ...more,
    "To have it released, change what tells of a group: ask for coarser groups of one of its variables, merge categories of",
    "it, or leave out one of the tables, a total of it, or the sentence that asks for it.",
  ].join("\n");
}

/** Counts of one population that divide it by the same variables; of none: the population's total. */
interface AskedTable {
  readonly name: string;
  readonly source: number;
  readonly columns: ReadonlySet<number>;
}

function tablesOf({releases: [release], definitions}: Unproved): readonly AskedTable[] {
  const tables = new Map<string, AskedTable>();
  for (const {address} of release.cells) {
    const population = definitions.editions[0]?.populations.find(({name}) => name === address.population);
    const source = population && definitions.sources[population.source];
    if (population === undefined || source === undefined) continue;
    const {about, name: measure, numberOf} = measureOf(address);
    if (about === "reference") continue;
    const number = numberOf(address);
    const averaged = number === undefined ? [] : [number];
    const variables = [...new Set([...Object.keys(address.at), ...averaged])].sort();
    const by = variables.length === 0 ? ", everybody" : ` by ${variables.join(", ")}`;
    const name = `${averaged.length > 0 ? `the ${measure}s of ` : ""}${population.name}${by}`;
    const columns = variables.flatMap((one) => beneath(population.variables[one]?.column ?? -1, source));
    tables.set(name, {name, source: population.source, columns: new Set(columns)});
  }
  return [...tables.values()];
}

/** The tables that look at most of a group's columns first, and of these the smallest. */
function describeGroup(
  {name, quantity}: Pick<MarkedCount, "name" | "quantity">,
  tables: readonly AskedTable[],
  {definitions}: Unproved,
): readonly string[] {
  const source = definitions.sources[quantity.source];
  if (source === undefined) return [`  ${name}`];
  const counted = countedBy(quantity.source, definitions);
  const asked = quantity.parts.flatMap(columnsIn).flatMap((column) => beneath(column, source));
  const own = [...new Set(asked)].filter((column) => !counted.has(column));
  const sharedBy = ({columns}: AskedTable): number => own.filter((column) => columns.has(column)).length;
  const touching = tables
    .filter((table) => table.source === quantity.source && sharedBy(table) > 0)
    .toSorted((a, b) => sharedBy(b) - sharedBy(a) || a.columns.size - b.columns.size);
  if (touching.length === 0) return [`  ${name}`];
  const more = touching.length > mostTables ? `, and ${String(touching.length - mostTables)} more` : "";
  return [
    `  ${name}`,
    `    named by ${namesOf(own, source)}; told of by: ${touching
      .slice(0, mostTables)
      .map((table) => table.name)
      .join("; ")}${more}`,
  ];
}

/** The columns that say which records a population counts at all: no question of a report. */
function countedBy(source: number, {sources, editions}: Definitions): ReadonlySet<number> {
  const populations = editions.flatMap((edition) => edition.populations).filter((one) => one.source === source);
  const counted = populations.flatMap((one) => one.counted ?? []);
  const definition = sources[source];
  return new Set(counted.flatMap(({column}) => (definition === undefined ? [column] : beneath(column, definition))));
}

function namesOf(columns: readonly number[], source: SourceDefinition): string {
  return columns.map((column) => source.columns[column]?.name ?? "").join(", ");
}
