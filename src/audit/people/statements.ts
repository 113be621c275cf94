import {cellKey, stated, type CellAddress, type Coordinates} from "../../publication/index.ts";
import type {Cell, Release} from "../../release/index.ts";
import type {Definitions} from "./definition.ts";
import {natureStatements} from "./natureStatements.ts";
import {populationsOf} from "./populationsOf.ts";
import {countQuantities, type Part} from "./quantity.ts";
import type {People} from "./records.ts";
import {revisedRecords} from "./revisions.ts";
import {ruleGroups} from "./ruleGroups.ts";
import type {Statement} from "./statement.ts";
import {partsAt, type CountedPopulation} from "./terms.ts";

/** What is known beside the releases. */
export interface StatementOptions {
  /** Which means are withheld because of their few records, by key. */
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
): readonly Statement[] {
  const statements = releases.flatMap((release, number) => {
    const populations = populationsOf(definitions, number);
    const toldAsFew = meansOfTooFew(release);
    const said = release.cells.flatMap(({address, cell}) => {
      const population = populations.get(address.population);
      if (population === undefined) return [];
      const tooFew = number === 0 ? options.tooFew : toldAsFew;
      const speaker = {population, release, number, tooFew};
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
function inAnyGroup(statement: Statement, release: Release | undefined): Statement {
  const {groupNeeds = 0, method = "round"} = release?.disclosure.policy ?? {};
  if (statement.says !== "marked" || groupNeeds === 0 || method === "round" || statement.lower > 1) return statement;
  return {...statement, lower: 0, upper: Math.max(statement.upper, groupNeeds - 1)};
}

/** The means that a release withholds beside the printed count of their group: they can only be of too few. */
function meansOfTooFew(release: Release): ReadonlySet<string> {
  const isPrinted = ({population, at}: CellAddress & {measure: "mean"}): boolean => {
    const count = {measure: "count", population, at} as const;
    return release.has(count) && release.cell(count).status === "published";
  };
  return new Set(
    release.cells.flatMap(({address, cell}) =>
      address.measure === "mean" && cell.status === "suppressed" && isPrinted(address) ? [cellKey(address)] : [],
    ),
  );
}

/** Among other people no more records were corrected than in the base, which has as few corrections as could be found. */
function revisionsSaid(
  {sources}: Definitions,
  {name, revisions = [], release}: Definitions["editions"][number] & {readonly release: number},
  {base}: StatementOptions,
): readonly Statement[] {
  return revisions.flatMap((revision): readonly Statement[] => {
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
}

function statementsOf(speaker: Speaker, address: CellAddress, cell: Cell): readonly Statement[] {
  const {release, number} = speaker;
  const say = (
    says: Statement["says"],
    parts: readonly Part[] | undefined,
    [lower, upper]: readonly [number, number],
  ): readonly Statement[] => {
    const {source} = speaker.population.definition;
    return parts === undefined
      ? []
      : [{key: cellKey(address), release: number, says, source, parts, lower, upper, address}];
  };
  const at = (place: Coordinates): readonly Part[] | undefined => partsAt(speaker.population, place);
  switch (address.measure) {
    case "count":
      return cell.status === "published"
        ? say("shown", at(address.at), shownRange(cell.value, release))
        : say("marked", at(address.at), markedRange(cell, release));
    case "share":
      return cell.status === "not-applicable"
        ? say("implied", at(address.base), [0, release.disclosure.policy.within ?? 0])
        : [];
    case "mean":
      return meanSentences(speaker, address, cell).flatMap(({parts, range}) => say("implied", parts, range));
    case "rate":
    case "value":
      return [];
  }
}

function shownRange(value: number, {disclosure: {policy}}: Release): readonly [number, number] {
  const {within = 0} = policy;
  return [Math.max(0, value - within), value + within];
}

/** A mark stands for at least one where zeros are shown, and within its range under two marks. */
function markedRange(cell: Cell, {disclosure: {policy}}: Release): readonly [number, number] {
  if (cell.status !== "suppressed") return [0, Infinity];
  const least = policy.zeros === "hidden" ? 0 : 1;
  if (cell.mark === "small") return [least, policy.threshold - 1];
  return cell.mark === "further" ? [policy.threshold, Infinity] : [least, Infinity];
}

type Sentences = readonly {readonly parts: readonly Part[]; readonly range: readonly [number, number]}[];

/**
 * A mean of m to one decimal, rounded half up, of n known numbers with sum s says 0 ≤ 20 s + n − 20 m n and
 * 20 s + n − 20 m n − 2 n < 0; that is Σ over the records of (20 x + 1 − 20 m), in whole numbers.
 */
function meanSentences(
  {population, release, tooFew}: Speaker,
  address: Extract<CellAddress, {measure: "mean"}>,
  cell: Cell,
): Sentences {
  const {policy} = release.disclosure;
  const [known] = partsAt(population, {...address.at, [address.variable]: stated}) ?? [];
  const variable = population.definition.variables[address.variable];
  if (known === undefined || variable?.numbers === undefined) return [];
  const {column, numbers} = variable;
  if (cell.status === "not-available" || cell.status === "not-applicable") return [{parts: [known], range: [0, 0]}];
  if (cell.status === "suppressed") {
    return tooFew.has(cellKey(address)) ? [{parts: [known], range: [0, policy.meanNeeds - 1]}] : [];
  }
  if (cell.status !== "published") return [];
  const tenths = Math.round(cell.value * 10);
  const weigh = (less: number): Part => ({
    ...known,
    weights: {column, of: numbers.map((number) => (number === null ? 0 : 20 * number + 1 - 2 * tenths - less))},
  });
  return [
    {parts: [weigh(0)], range: [0, Infinity]},
    {parts: [weigh(2)], range: [-Infinity, -1]},
    {parts: [known], range: [policy.meanNeeds, Infinity]},
  ];
}
