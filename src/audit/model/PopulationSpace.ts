import {stated, type Coordinates, type Population, type Variable} from "../../publication/index.ts";
import {DisclosureError} from "../DisclosureError.ts";

/** The categories of a root variable that a coordinate covers, in the root's order. */
export type Members = readonly string[];

/** A place as the set of finest categories that it covers, by root variable. A root that is covered whole is left out. */
export type Region = ReadonlyMap<string, Members>;

/** What a coordinate says: of which root variable, and which of its categories. */
interface Reading {
  readonly root: string;
  readonly members: Members;
}

/**
 * Reads the places of a population. A variable that another one rolls up into (area → in or out of the region) has
 * that finer one as its root, so that one group of people has one name however a table calls it.
 */
export class PopulationSpace {
  readonly population: Population;
  /** Tells this reading of the population's name from that of an edition with another vocabulary. */
  readonly shape: number;
  readonly #variables: ReadonlyMap<string, Variable>;
  readonly #roots = new Map<string, string>();
  readonly #readings = new Map<string, Reading>();

  constructor(population: Population, shape: number) {
    this.population = population;
    this.shape = shape;
    this.#variables = new Map(
      [...coarserUnnamed(population), ...population.variables].map((variable) => [variable.name, variable]),
    );
  }

  /** The places that a place covers; nothing where no record can lie in it (an area and the wrong region). */
  region(at: Coordinates): Region | undefined {
    const region = new Map<string, Members>();
    for (const [name, category] of Object.entries(at)) {
      const {root, members} = this.read(name, category);
      const before = region.get(root);
      region.set(root, before === undefined ? members : before.filter((one) => members.includes(one)));
    }
    if ([...region.values()].some((members) => members.length === 0)) return undefined;
    return new Map([...region].filter(([root, members]) => members.length < this.categories(root).length));
  }

  /** Which categories of which root variable a coordinate covers. */
  read(name: string, category: string): Reading {
    const key = `${name}=${category}`;
    const reading = this.#readings.get(key) ?? this.#readAnew(name, category);
    this.#readings.set(key, reading);
    return reading;
  }

  #readAnew(name: string, category: string): Reading {
    const variable = this.#variables.get(name);
    if (variable === undefined) throw this.#unknown(name);
    if (variable.kind === "multi" && category !== stated) {
      if (!variable.categories.some((one) => one.name === category)) throw this.#unknown(`${name}=${category}`);
      return {root: `${name}:${category}`, members: ["yes"]};
    }
    const root = this.rootOf(name);
    const members = this.categories(root).filter((one) =>
      this.#covers(variable, category, this.#liftTo(root, one, name)),
    );
    const isKnown =
      category === stated || members.length > 0 || variable.categories.some((one) => one.name === category);
    if (!isKnown) throw this.#unknown(`${name}=${category}`);
    return {root, members};
  }

  /** The finest variable that decides this one. */
  rootOf(name: string): string {
    const known = this.#roots.get(name);
    if (known !== undefined) return known;
    const finer = this.population.variables.find((one) => one.name !== name && rollsUp(one, name));
    const root = finer === undefined ? name : this.rootOf(finer.name);
    this.#roots.set(name, root);
    return root;
  }

  /** The categories of a root variable; of `multi=category`, whether a record has it. */
  categories(root: string): readonly string[] {
    const variable = this.#variables.get(root);
    if (variable === undefined || variable.kind === "multi") return ["yes", "no"];
    if (variable.kind === "number") return [stated, "not-stated"];
    return variable.categories.map(({name}) => name);
  }

  /** The categories of a variable as sets of categories of its root; nothing for several answers. */
  partition(name: string): readonly Members[] {
    const variable = this.#variables.get(name);
    if (variable === undefined || variable.kind === "multi") return [];
    const isNumber = variable.kind === "number";
    const categories = isNumber ? [stated, "not-stated"] : variable.categories.map((one) => one.name);
    return categories.map((one) => this.read(name, one).members).filter((members) => members.length > 0);
  }

  /** The variable and category that name a set of a root's categories; `a+b` where no single one does. */
  nameOf(root: string, members: Members): readonly [string, string] {
    const [variable = root, category] = root.split(":");
    if (category !== undefined) return [variable, members[0] === "yes" ? category : `not-${category}`];
    const named = this.population.variables
      .filter(({name}) => this.rootOf(name) === root)
      .flatMap(({name, categories}) =>
        [...categories.map((one) => one.name), stated].map((one) => [name, one] as const),
      )
      .find(([name, one]) => this.read(name, one).members.join() === members.join());
    return named ?? [root, members.join("+")];
  }

  #covers(variable: Variable, category: string, lifted: string): boolean {
    if (category !== stated) return lifted === category;
    if (variable.kind === "number") return lifted === stated;
    return variable.categories.find((one) => one.name === lifted)?.role !== "not-stated";
  }

  /** The category of variable `to` that a category of a root belongs to, climbing roll-ups. */
  #liftTo(root: string, category: string, to: string): string {
    if (root === to) return category;
    const path = this.#climb(root, to);
    let lifted = category;
    path.forEach((name, step) => {
      const variable = this.#variables.get(step === 0 ? root : (path[step - 1] ?? root));
      lifted = variable?.categories.find((one) => one.name === lifted)?.within?.[name] ?? "";
    });
    return lifted;
  }

  /** The variables on the way up from a root, the last being `to`. */
  #climb(root: string, to: string): readonly string[] {
    const finer = this.population.variables.find((one) => one.name !== to && rollsUp(one, to));
    return finer === undefined || finer.name === root ? [to] : [...this.#climb(root, finer.name), to];
  }

  #unknown(what: string): DisclosureError {
    return new DisclosureError(
      `The release has counts of ${this.population.name} at ${what}, which its own vocabulary lacks. Make the release again.`,
    );
  }
}

/**
 * Coarser variables that a release does not describe, because its report does not ask them, as those that roll up into
 * them tell of them: an age that age groups are made of is stated or not.
 */
function coarserUnnamed({variables}: Population): readonly Variable[] {
  const told = variables.flatMap(({categories}) => categories.flatMap(({within}) => Object.entries(within ?? {})));
  return [...Map.groupBy(told, ([name]) => name)].map(([name, groups]) => {
    const names = [...new Set(groups.map(([, category]) => category))];
    if (names.includes(stated)) return {name, label: name, kind: "number", categories: []};
    const categories = names.map((one) => ({name: one, code: "", label: one, text: one, role: "value" as const}));
    return {name, label: name, kind: "category", categories};
  });
}

/** Whether every category of a variable says which category of `coarser` it belongs to. */
export function rollsUp({kind, categories}: Variable, coarser: string): boolean {
  return (
    kind === "category" && categories.length > 0 && categories.every(({within}) => within?.[coarser] !== undefined)
  );
}
