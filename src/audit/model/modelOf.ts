import {stated, type Coordinates, type Population} from "../../publication/index.ts";
import {nameOf, type Cell, type Release} from "../../release/index.ts";
import {DisclosureError} from "../DisclosureError.ts";
import type {AuditModel} from "./auditModel.ts";
import {groupsAround} from "./groups/groupsAround.ts";
import type {RuledCount} from "./groups/RuledCount.ts";
import {readRuledCount} from "./groups/readRuledCount.ts";
import {stateGroups} from "./groups/stateGroups.ts";
import {addLattice, cellAt, largestLattice, latticeSize, type CellNaming} from "./lattice.ts";
import {linkAnswers} from "./linkAnswers.ts";
import {linkFaults} from "./linkFaults.ts";
import {linkForms} from "./linkForms.ts";
import {linkPeriods} from "./linkPeriods.ts";
import {linkTwins} from "./linkTwins.ts";
import {addOtherRollUps} from "./otherRollUps.ts";
import {ModelBuilder} from "./ModelBuilder.ts";
import {PopulationSpace} from "./PopulationSpace.ts";
import {possibleRegions} from "./possibleRegions.ts";
import {readingOf, type Reading} from "./reading.ts";
import {notesOnRounding} from "./roundedStatements.ts";
import {shownSets} from "./shownSets.ts";
import type {Statement} from "./statement.ts";
import {describePrinted, statementsOf} from "./statements.ts";
import {unitePopulations} from "./unitePopulations.ts";
import {cyclicCores, maximalSets, type VariableSet} from "./variableSets.ts";
import type {Worlds} from "./worlds.ts";

/** The statements about one population of one world, with where they are printed. */
interface Printed {
  readonly population: Population;
  readonly world: string;
  readonly shape: number;
  readonly statements: readonly PrintedStatement[];
}

interface PrintedStatement {
  readonly statement: Statement;
  readonly because: string;
  /** The release that prints it, where it is not the first. */
  readonly place?: string;
  /** For a count of a release with a rule for small groups: what that makes of it. */
  readonly ruled?: Pick<RuledCount, "key" | "shown" | "release" | "isFirst" | "rule">;
}

/**
 * What a reader of these releases knows of every count, built from the releases alone: printed counts, withheld ones,
 * what shares, means, rates and intervals say, and that totals are the sums of their parts. Releases of one world (see
 * `worldsOf`) count the same records and share their cells.
 *
 * Throws DisclosureError where real releases meet synthetic ones.
 */
export function modelOf(releases: readonly Release[], reading: Reading = readingOf(releases)): AuditModel {
  const [first] = releases;
  if (first === undefined) throw new RangeError("there is no release to audit");
  if (releases.some(({provenance}) => provenance.synthetic !== first.provenance.synthetic)) {
    throw new DisclosureError("Made-up and real editions are never audited together. Give editions of one sort only.");
  }
  const builder = new ModelBuilder(first.disclosure.policy);
  const {worlds, periods} = reading;
  const added = printedIn(releases, worlds).map((printed) => addPopulation(builder, printed));
  const namings = added.map(({naming}) => naming);
  linkForms(namings);
  linkFaults(namings);
  linkTwins(namings);
  for (const sentence of notesOnRounding(releases)) builder.note(sentence);
  linkPeriods(namings, periods);
  return builder.build(
    stateGroups(
      builder,
      added.flatMap(({ruled}) => ruled),
    ),
  );
}

function printedIn(releases: readonly Release[], worlds: Worlds): readonly Printed[] {
  const described = releases.flatMap((release) =>
    release.vocabulary.populations.map((population) => ({release, population, world: worlds.get(release) ?? ""})),
  );
  const groups = Map.groupBy(described, ({population: {name, unit, extract = ""}, world}) =>
    [world, name, unit, extract].join("\n"),
  );
  return [...groups.values()].map((group, shape) => {
    const {population, renamed} = unitePopulations(group.map((one) => one.population));
    const statements = group.flatMap((one) =>
      statementsIn(one, {names: renamed.get(one.population) ?? new Map(), isFirst: one.release === releases[0]}),
    );
    return {population, world: group[0]?.world ?? "", shape, statements};
  });
}

/** What a release says of one of its populations, under the names that the model has for variables. */
function statementsIn(
  {release, population}: {readonly release: Release; readonly population: Population},
  {names, isFirst}: {readonly names: ReadonlyMap<string, string>; readonly isFirst: boolean},
): Printed["statements"] {
  const place = isFirst ? {} : {place: nameOf(release)};
  return release.cells
    .filter(({address}) => address.population === population.name)
    .flatMap(({address, cell}) => {
      const printed = describePrinted(address, cell as Cell);
      const because = isFirst ? printed : `${printed} in ${nameOf(release)}`;
      const ruled = population.unit === "faults" ? undefined : readRuledCount(release, address, cell as Cell);
      return statementsOf(release, address, cell as Cell).map((statement) => ({
        statement: renameIn(statement, names),
        because,
        ...place,
        ...(ruled && {ruled: {...ruled, isFirst}}),
      }));
    });
}

function renameIn(statement: Statement, names: ReadonlyMap<string, string>): Statement {
  if (names.size === 0) return statement;
  const rename = (at: Coordinates): Coordinates =>
    Object.fromEntries(Object.entries(at).map(([name, category]) => [names.get(name) ?? name, category]));
  const at = rename(statement.at);
  return statement.says === "share" ? {...statement, at, base: rename(statement.base)} : {...statement, at};
}

function addPopulation(
  builder: ModelBuilder,
  {population, world, shape, statements}: Printed,
): {naming: CellNaming; ruled: readonly RuledCount[]} {
  const space = new PopulationSpace(population, shape);
  const places = statements.flatMap(({statement}) =>
    statement.says === "share" ? [statement.at, statement.base] : [statement.at],
  );
  const statedOf = new Set(places.flatMap((at) => Object.keys(at).filter((name) => at[name] === stated)));
  const naming = {world, space, builder, isPossible: possibleRegions(space), statedOf, regions: new Map()};
  const sets = shownSets(space, places);
  for (const set of maximalSets(sets)) addTable(naming, set);
  for (const core of cyclicCores(sets)) addTable(naming, core);
  addOtherRollUps(
    naming,
    sets.reduce<VariableSet>((all, set) => all.union(set), new Set()),
  );
  linkAnswers(naming);
  for (const statement of statements) addStatement(naming, statement);
  return {naming, ruled: ruledCounts(naming, statements)};
}

/** The counts that releases with a rule for small groups print or withhold, with the groups that each narrows. */
function ruledCounts(naming: CellNaming, statements: readonly PrintedStatement[]): readonly RuledCount[] {
  const found = statements.flatMap(({statement: {at}, ruled}) => {
    const cell = indexOf(naming, at);
    return cell === undefined || ruled === undefined ? [] : [{...ruled, at, cell}];
  });
  const byRelease = Map.groupBy(found, ({release}) => release);
  return [...byRelease.values()].flatMap((counts) => {
    const shown = new Set(counts.map(({cell}) => cell));
    return counts.map(({at, ...count}) => ({...count, groups: groupsAround(naming, at, shown)}));
  });
}

function addTable(naming: CellNaming, set: VariableSet): void {
  if (latticeSize(naming, set) <= largestLattice) {
    addLattice(naming, set);
    return;
  }
  const tables = [...set].join(", ");
  naming.builder.note(`The joint table of ${naming.space.population.name} by ${tables} is too large and was not used.`);
}

function addStatement(naming: CellNaming, {statement, because, place}: PrintedStatement): void {
  const {builder} = naming;
  const index = indexOf(naming, statement.at);
  if (index === undefined) return;
  switch (statement.says) {
    case "shown":
      builder.publish(index, {at: statement.at, value: statement.value, because, ...(place !== undefined && {place})});
      break;
    case "withheld":
    case "rounded":
      builder.hide(index, {...statement, as: statement.says});
      break;
    case "range": {
      const {from = -Infinity, to = Infinity} = statement;
      builder.state({cells: [index], coefficients: [1], lower: from, upper: to, because});
      break;
    }
    case "share":
      addShare(naming, {index, base: statement.base, tenths: statement.tenths, because});
  }
}

/** In whole numbers, n of N rounded half up to k tenths of a percent: (2k − 1) N ≤ 2000 n < (2k + 1) N. */
function addShare(
  naming: CellNaming,
  {index, base, tenths, because}: {index: number; base: Coordinates; tenths: number; because: string},
): void {
  const total = indexOf(naming, base);
  if (total === undefined || total === index) return;
  const cells = [index, total];
  naming.builder.state({cells, coefficients: [2000, 1 - 2 * tenths], lower: 0, upper: Infinity, because});
  naming.builder.state({cells, coefficients: [2000, -1 - 2 * tenths], lower: -Infinity, upper: -1, because});
}

function indexOf(naming: CellNaming, at: Coordinates): number | undefined {
  const region = naming.space.region(at);
  return region && cellAt(naming, region);
}
