import {stated, wholePopulations, type Coordinates, type Population} from "../../publication/index.ts";
import {nameOf, type Cell, type Release} from "../../release/index.ts";
import {DisclosureError} from "../DisclosureError.ts";
import {addStatement, indexOf, type PrintedStatement} from "./addStatement.ts";
import {answerRoots, type RootedPopulations} from "./answers/answerRoots.ts";
import type {AuditModel} from "./auditModel.ts";
import {groupsAround} from "./groups/groupsAround.ts";
import type {RuledCount} from "./groups/RuledCount.ts";
import {readRuledCount} from "./groups/readRuledCount.ts";
import {stateGroups} from "./groups/stateGroups.ts";
import {addLattice, fits, fitsWhereDense, type CellNaming} from "./lattice.ts";
import {linkAnswers} from "./linkAnswers.ts";
import {linkFaults} from "./linkFaults.ts";
import {linkForms} from "./linkForms.ts";
import {linkPeriods} from "./linkPeriods.ts";
import {linkTwins} from "./linkTwins.ts";
import {linkMeans} from "./means/linkMeans.ts";
import {addOtherRollUps} from "./otherRollUps.ts";
import {ModelBuilder} from "./ModelBuilder.ts";
import {notesOnRounding} from "./notesOnRounding.ts";
import {PopulationSpace, type Members, type CoveredPlace} from "./PopulationSpace.ts";
import {naturalRegions, possibleRegions, type IsPossible} from "./possibleRegions.ts";
import {withoutPrintedZeros} from "./printedZeros.ts";
import {cutByQuantiles} from "./quantiles/cutByQuantiles.ts";
import {readingOf, type ReleaseReading} from "./reading.ts";
import {shownSets} from "./shownSets.ts";
import {placesIn, renameIn} from "../tells/statement.ts";
import {describePrinted, statementsOf} from "./statements.ts";
import {unitePopulations} from "./unitePopulations.ts";
import {keptSide} from "./usableForms.ts";
import {cyclicCores, maximalSets, type VariableSet} from "./variableSets.ts";

/** The statements about one population of one world, with where they are printed. */
interface Printed {
  readonly population: Population;
  readonly world: string;
  readonly shape: number;
  readonly statements: readonly PrintedStatement[];
  /** Years that the categories of root variables mean. */
  readonly numbers: RootedPopulations["numbers"];
}

/**
 * What a reader of these releases knows of every count, built from the releases alone: printed counts, withheld ones,
 * what shares, means, rates and intervals say, and that totals are the sums of their parts. Releases of one world (see
 * `worldsOf`) count the same records and share their cells.
 *
 * Throws DisclosureError where real releases meet synthetic ones.
 */
export function modelOf(releases: readonly Release[], reading: ReleaseReading = readingOf(releases)): AuditModel {
  const [first] = releases;
  if (first === undefined) throw new RangeError("there is no release to audit");
  if (releases.some(({provenance}) => provenance.synthetic !== first.provenance.synthetic)) {
    throw new DisclosureError("Made-up and real editions are never audited together. Give editions of one sort only.");
  }
  const builder = new ModelBuilder(first.disclosure.policy);
  const {periods} = reading;
  const printed = printedIn(releases, reading).map((one) => ({...one, ...cutByQuantiles(one, builder)}));
  const tied = rooted(printed, builder);
  const added = tied.map((one) => addPopulation(builder, one, tied));
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

function printedIn(releases: readonly Release[], {worlds, guesses}: ReleaseReading): readonly Printed[] {
  const described = releases.flatMap((release) =>
    wholePopulations(release.vocabulary.populations).map((population) => ({
      release,
      population,
      world: worlds.get(release) ?? "",
    })),
  );
  const groups = Map.groupBy(described, ({population: {name, unit, extract = "", window}, world}) =>
    [world, name, unit, extract, window?.from, window?.to].join("\n"),
  );
  return [...groups.values()].map((group, shape) => {
    const {population, renamed} = unitePopulations(
      group.map((one) => one.population),
      {guesses},
    );
    const statements = group.flatMap((one) =>
      statementsIn(one, {names: renamed.get(one.population) ?? new Map(), isFirst: one.release === releases[0]}),
    );
    return {population, world: group[0]?.world ?? "", shape, statements, numbers: new Map()};
  });
}

/** The same with variables tied that read the same columns; populations of one extract hang together. */
function rooted(printed: readonly Printed[], builder: ModelBuilder): readonly Printed[] {
  const byExtract = Map.groupBy(printed, ({population: {extract, name}}) => extract ?? `population ${name}`);
  const tied = new Map<Printed, Pick<Printed, "population" | "numbers">>();
  for (const group of byExtract.values()) {
    const {populations, numbers, leftOut} = answerRoots(group.map((one) => ({...one, used: namesIn(one)})));
    populations.forEach((population, index) => {
      const one = group[index];
      if (one !== undefined) tied.set(one, {population, numbers});
    });
    for (const sentence of leftOut) builder.leaveOut(sentence);
  }
  return printed.map((one) => ({...one, ...tied.get(one)}));
}

function namesIn({statements}: Printed): ReadonlySet<string> {
  return new Set(placesOf(statements).flatMap((at) => Object.keys(at)));
}

function placesOf(statements: Printed["statements"]): readonly Coordinates[] {
  return statements.flatMap(({statement}) => placesIn(statement));
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

function addPopulation(
  builder: ModelBuilder,
  {population, world, shape, statements, numbers}: Printed,
  all: readonly Printed[],
): {naming: CellNaming; ruled: readonly RuledCount[]} {
  const space = new PopulationSpace(population, shape);
  const places = placesOf(statements);
  const statedOf = new Set(places.flatMap((at) => Object.keys(at).filter((name) => at[name] === stated)));
  const meetings = meetingsIn(space, places);
  const kept = keptSide(space, {population, places}, all);
  const [isPossible, isNatural] = [possibleRegions(space), naturalRegions(space)];
  const naming = {world, space, builder, isPossible, isNatural, statedOf, meetings, kept, regions: new Map()};
  const sets = shownSets(space, places, kept.size === 0);
  const isFilled = withoutPrintedZeros(space, statements);
  const tables = [...maximalSets(sets), ...cyclicCores(sets)].map((set) => addTable(naming, set, isFilled));
  addOtherRollUps(
    naming,
    sets.reduce<VariableSet>((all, set) => all.union(set), new Set()),
  );
  for (const statement of statements) addStatement(naming, statement);
  if (tables.includes("dense")) leaveEmpty(naming, isFilled);
  linkAnswers(naming);
  const means = statements.flatMap(({statement, because}) =>
    statement.says === "mean" || statement.says === "sum" ? [{mean: statement, because}] : [],
  );
  linkMeans(naming, means, numbers);
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

/** The sets of a root's categories that places name by more than one of its variables. */
function meetingsIn(space: PopulationSpace, places: readonly Coordinates[]): CellNaming["meetings"] {
  const found = new Map<string, Members[]>();
  for (const at of places) {
    const roots = Map.groupBy(Object.entries(at), ([name, category]) => space.read(name, category).root);
    for (const [root, parts] of roots) {
      const members = parts.length < 2 ? undefined : space.region(Object.fromEntries(parts))?.get(root);
      if (members !== undefined) found.set(root, [...(found.get(root) ?? []), members]);
    }
  }
  return new Map([...found].map(([root, sets]) => [root, [...new Map(sets.map((one) => [one.join(), one])).values()]]));
}

/** Adds a table whole; where that is too large, only the groups in which anybody can be. */
function addTable(naming: CellNaming, set: VariableSet, isFilled: IsPossible): "whole" | "dense" | "left out" {
  if (fits(naming, set)) {
    addLattice(naming, set);
    return "whole";
  }
  const filled = {...naming, isPossible: (region: CoveredPlace) => isFilled(region) && naming.isPossible(region)};
  if (fitsWhereDense(filled, set)) {
    addLattice(filled, set);
    return "dense";
  }
  const tables = [...set].join(", ");
  naming.builder.leaveOut(
    `The joint table of ${naming.space.population.name} by ${tables} is too large and was not used.`,
  );
  return "left out";
}

/** Nobody is in a group that lies in one printed as nobody: what the table leaves out. */
function leaveEmpty({regions, builder}: CellNaming, isFilled: IsPossible): void {
  for (const [cell, region] of regions) {
    if (isFilled(region)) continue;
    const because = "nobody is in a larger group that holds it";
    builder.state({cells: [cell], coefficients: [1], lower: 0, upper: 0, because});
  }
}
