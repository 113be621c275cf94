import {cellKey, measureOf, type CellAddress} from "../../measures/index.ts";
import type {Cell, Release} from "../../release/index.ts";
import {tellsOf} from "../tells/registry.ts";
import type {Definitions} from "../population/definition.ts";
import {natureStatements} from "./natureStatements.ts";
import {populationsOf} from "../population/populationsOf.ts";
import {Histograms} from "../population/Histograms.ts";
import {countQuantities, type Part} from "../population/quantity.ts";
import type {People} from "../population/records.ts";
import {revisedRecords} from "./revisions.ts";
import {ruleGroups} from "./ruleGroups.ts";
import type {PeopleStatement} from "./peopleStatement.ts";
import type {CountedPopulation} from "../population/terms.ts";

/** What is known beside the releases. */
export interface StatementOptions {
  /** Which cells are withheld because of their few records, by key. */
  readonly tooFew: ReadonlySet<string>;
  /** People who give the releases: groups that are small among them are to stay small, and others not to become so. */
  readonly base: People;
  /**
   * Leaves the rule for small groups out, where the people are not those of the releases yet and nobody can say which of
   * their groups were small: a mark then stands for any number that it could stand for in some breakdown.
   */
  readonly withoutGroups?: boolean;
}

/** Everything that some releases say, as quantities over records. A cell whose names the definitions lack is left out. */
export function statementsOn(
  releases: readonly Release[],
  definitions: Definitions,
  options: StatementOptions,
): readonly PeopleStatement[] {
  const histograms = new Histograms(options.base);
  const statements = releases.flatMap((release, number) => {
    const populations = populationsOf(definitions, number);
    const toldAsFew = ofTooFew(release);
    const said = release.cells.flatMap(({address, cell}) => {
      const population = populations.get(address.population);
      if (population === undefined) return [];
      const tooFew = number === 0 ? options.tooFew : toldAsFew;
      const speaker = {population, release, number, tooFew, histograms};
      return statementsOf(speaker, address, cell as Cell);
    });
    return [...said, ...natureStatements({release, number, populations})];
  });
  const revised = definitions.editions.flatMap((edition, release) =>
    revisionsSaid(definitions, {...edition, release}, options),
  );
  const all = [...statements, ...revised];
  return options.withoutGroups === true
    ? all.map((statement) => inAnyGroup(statement, releases[statement.release]))
    : ruleGroups(all, {releases, definitions, base: options.base});
}

/** What a mark says where it may stand in the breakdown of a small group. */
function inAnyGroup(statement: PeopleStatement, release: Release | undefined): PeopleStatement {
  const {groupNeeds = 0, method = "round"} = release?.disclosure.policy ?? {};
  if (statement.says !== "marked" || groupNeeds === 0 || method === "round" || statement.lower > 1) return statement;
  return {...statement, lower: 0, upper: Math.max(statement.upper, groupNeeds - 1)};
}

/** The cells of a number that a release withholds beside the printed count of their group: they can only be of too few. */
function ofTooFew(release: Release): ReadonlySet<string> {
  const isPrinted = ({population, at}: CellAddress): boolean => {
    const count = {measure: "count", population, at} as const;
    return release.has(count) && release.cell(count).status === "published";
  };
  return new Set(
    release.cells.flatMap(({address, cell}) =>
      measureOf(address).numberOf(address) !== undefined && cell.status === "suppressed" && isPrinted(address)
        ? [cellKey(address)]
        : [],
    ),
  );
}

/** Among other people no more records were corrected than in the base, which has as few corrections as could be found. */
function revisionsSaid(
  {sources}: Definitions,
  {name, revisions = [], release}: Definitions["editions"][number] & {readonly release: number},
  {base}: StatementOptions,
): readonly PeopleStatement[] {
  return revisions.flatMap((revision): readonly PeopleStatement[] => {
    const source = sources[revision.source];
    if (source === undefined) return [];
    const quantity = revisedRecords(source, revision);
    const [upper = 0] = countQuantities(base, [quantity]);
    const address = {measure: "count", population: source.name, at: {}} as const;
    return [{...quantity, key: `corrections since ${name}`, release, says: "implied", lower: 0, upper, address}];
  });
}

interface Speaker {
  readonly population: CountedPopulation;
  readonly release: Release;
  readonly number: number;
  readonly tooFew: ReadonlySet<string>;
  /** Of the people who are to stay alike in what marks say. */
  readonly histograms: Histograms;
}

function statementsOf({population, release, number, tooFew, histograms}: Speaker, address: CellAddress, cell: Cell) {
  const key = cellKey(address);
  const {source} = population.definition;
  const inBase = (part: Part, column: number): readonly number[] => histograms.of({source, parts: [part]}, column);
  return tellsOf(address)
    .saysOfPeople({release, address, cell, population, isTooFew: tooFew.has(key), inBase})
    .map(({says, parts, range: [lower, upper]}): PeopleStatement => {
      return {key, release: number, says, source, parts, lower, upper, address};
    });
}
