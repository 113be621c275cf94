import {type Coordinates, type Population} from "../../publication/index.ts";
import type {Cell, Release} from "../../release/index.ts";
import {DisclosureError} from "../DisclosureError.ts";
import type {AuditModel} from "./auditModel.ts";
import {addLattice, cellAt, largestLattice, latticeSize, type CellNaming} from "./lattice.ts";
import {linkForms} from "./linkForms.ts";
import {addOtherRollUps} from "./otherRollUps.ts";
import {ModelBuilder} from "./ModelBuilder.ts";
import {PopulationSpace, rollsUp} from "./PopulationSpace.ts";
import {describePrinted, statementsOf, type Statement} from "./statements.ts";
import {cyclicCores, maximalSets, type VariableSet} from "./variableSets.ts";
import {worldsOf} from "./worlds.ts";

/** The statements about one population of one world, with where they are printed. */
interface Printed {
  readonly population: Population;
  readonly world: string;
  readonly shape: number;
  readonly statements: {readonly statement: Statement; readonly because: string}[];
}

/**
 * What a reader of these releases knows of every count, built from the releases alone: printed counts, withheld ones,
 * what shares, means, rates and intervals say, and that totals are the sums of their parts. Releases of the same
 * records (see `worldsOf`) share their cells.
 *
 * Throws DisclosureError where releases cannot be audited together: different policies, real with synthetic.
 */
export function modelOf(releases: readonly Release[]): AuditModel {
  const [first] = releases;
  if (first === undefined) throw new RangeError("there is no release to audit");
  checkTogether(releases);
  const builder = new ModelBuilder(first.disclosure.policy);
  const namings = printedIn(releases).map((printed) => addPopulation(builder, printed));
  linkForms(namings);
  return builder.build();
}

function checkTogether(releases: readonly Release[]): void {
  const differ = (read: (release: Release) => unknown) => new Set(releases.map(read)).size > 1;
  if (differ(({provenance}) => provenance.synthetic)) {
    throw new DisclosureError("Made-up and real editions are never audited together. Give editions of one sort only.");
  }
  if (differ(({disclosure: {policy}}) => `${policy.threshold} ${policy.zeros}`)) {
    throw new DisclosureError("These releases were made under different policies. Make them again under one policy.");
  }
}

function printedIn(releases: readonly Release[]): readonly Printed[] {
  const worlds = worldsOf(releases);
  const found = new Map<string, Printed>();
  for (const release of releases) {
    const populations = new Map(release.vocabulary.populations.map((one) => [one.name, one]));
    for (const {address, cell: shown} of release.cells) {
      const cell = shown as Cell;
      const population = populations.get(address.population);
      if (population === undefined) continue;
      const world = nameWorld(worlds, release, releases);
      const key = `${world} ${population.name} ${shapeOf(population)}`;
      const printed = found.get(key) ?? {population, world, shape: found.size, statements: []};
      found.set(key, printed);
      const because = describePrinted(address, cell);
      for (const statement of statementsOf(release, address, cell)) printed.statements.push({statement, because});
    }
  }
  return [...found.values()];
}

/** Cells of the first release's records go by their plain keys. */
function nameWorld(worlds: ReadonlyMap<Release, string>, release: Release, [first]: readonly Release[]): string {
  const world = worlds.get(release) ?? "";
  return first !== undefined && worlds.get(first) === world ? "" : world;
}

/** Two editions mean the same by a category only where their vocabularies agree. */
function shapeOf({variables}: Population): string {
  return JSON.stringify(
    variables.map(({name, kind, categories}) => [
      name,
      kind,
      categories.map((one) => [one.name, one.role, one.within]),
    ]),
  );
}

function addPopulation(builder: ModelBuilder, {population, world, shape, statements}: Printed): CellNaming {
  const naming = {world, space: new PopulationSpace(population, shape), builder, regions: new Map()};
  const sets = shownSets(naming.space, statements);
  for (const set of maximalSets(sets)) addTable(naming, set);
  for (const core of cyclicCores(sets)) addTable(naming, core);
  addOtherRollUps(
    naming,
    sets.reduce<VariableSet>((all, set) => all.union(set), new Set()),
  );
  for (const {statement, because} of statements) addStatement(naming, statement, because);
  return naming;
}

function addTable(naming: CellNaming, set: VariableSet): void {
  if (latticeSize(naming.space, set) <= largestLattice) {
    addLattice(naming, set);
    return;
  }
  const tables = [...set].join(", ");
  naming.builder.note(`The joint table of ${naming.space.population.name} by ${tables} is too large and was not used.`);
}

/** The variables that stand together, with the coarser ones that they roll up into where those are shown too. */
function shownSets(space: PopulationSpace, statements: Printed["statements"]): readonly VariableSet[] {
  const places = statements.flatMap(({statement}) =>
    "base" in statement ? [statement.at, statement.base] : [statement.at],
  );
  const sets = places.map(
    (at) => new Set(Object.entries(at).map(([name, category]) => variableOf(space, name, category))),
  );
  const used = sets.reduce<VariableSet>((all, set) => all.union(set), new Set());
  const {variables} = space.population;
  const hasFate = variables.some(({name}) => name === "fate");
  const coarserOf = (name: string) =>
    [...used].filter((other) => other !== name && variables.some((one) => one.name === name && rollsUp(one, other)));
  const close = (set: VariableSet): VariableSet => {
    const wider = set.union(new Set([...set].flatMap(coarserOf)));
    return wider.size === set.size ? set : close(wider);
  };
  return maximalSets(sets).map((set) => close(hasFate ? set.union(new Set(["fate"])) : set));
}

function variableOf(space: PopulationSpace, name: string, category: string): string {
  const kind = space.population.variables.find((one) => one.name === name)?.kind;
  return kind === "multi" ? `${name}:${category}` : name;
}

function addStatement(naming: CellNaming, statement: Statement, because: string): void {
  const {builder} = naming;
  const index = indexOf(naming, statement.at);
  if (index === undefined) return;
  switch (statement.says) {
    case "shown":
      builder.publish(index, {at: statement.at, value: statement.value, because});
      break;
    case "withheld":
      builder.withhold(index, statement.at);
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
