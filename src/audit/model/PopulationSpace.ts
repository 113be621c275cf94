import {stated, type Coordinates, type Population, type Variable} from "../../publication/index.ts";
import {DisclosureError} from "../DisclosureError.ts";

/** The categories of a root variable that a coordinate covers, in the root's order. */
export type Members = readonly string[];

/** A place as the set of finest categories that it covers, by root variable. A root that is covered whole is left out. */
export type CoveredPlace = ReadonlyMap<string, Members>;

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
  region(at: Coordinates): CoveredPlace | undefined {
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
    return namesOf(variable);
  }

  /** The categories of a variable as sets of categories of its root; nothing for several answers. */
  partition(name: string): readonly Members[] {
    const variable = this.#variables.get(name);
    if (variable === undefined || variable.kind === "multi") return [];
    return namesOf(variable)
      .map((one) => this.read(name, one).members)
      .filter((members) => members.length > 0);
  }

  /**
   * The variables and categories that name a set of a root's categories: one where one says it, else as few as say it
   * together; `a+b` where the set is not what any say.
   */
  nameOf(root: string, members: Members): Coordinates {
    const [variable = root, category] = root.split(":");
    if (category !== undefined) return {[variable]: members[0] === "yes" ? category : `not-${category}`};
    const named = this.#namesOf(root, members);
    const whole = named.find((one) => one.members.length === members.length);
    if (whole !== undefined) return {[whole.variable]: whole.category};
    let left: Members = this.categories(root);
    const at: Record<string, string> = {};
    for (const {variable: name, category: one, members: own} of named) {
      const next = left.filter((each) => own.includes(each));
      if (next.length < left.length) at[name] = one;
      left = next;
    }
    return left.length === members.length ? at : {...at, ...this.#unionOf(root, members)};
  }

  /** The categories of a root's variables that hold all of some of its categories, the narrowest first. */
  #namesOf(root: string, members: Members): readonly {variable: string; category: string; members: Members}[] {
    return this.population.variables
      .filter(({name}) => this.rootOf(name) === root && !isRoot(name))
      .flatMap((variable) =>
        [...namesOf(variable), stated].map((category) => ({
          variable: variable.name,
          category,
          members: this.read(variable.name, category).members,
        })),
      )
      .filter(({members: own}) => own.length >= members.length && members.every((one) => own.includes(one)))
      .toSorted((a, b) => a.members.length - b.members.length);
  }

  /** Several categories of one variable that are a set together; else the root's own. */
  #unionOf(root: string, members: Members): Coordinates {
    for (const variable of this.population.variables) {
      const {name} = variable;
      if (this.rootOf(name) !== root || isRoot(name)) continue;
      const inside = namesOf(variable).filter((one) => {
        const own = this.read(name, one).members;
        return own.length > 0 && own.every((each) => members.includes(each));
      });
      const size = inside.reduce((sum, one) => sum + this.read(name, one).members.length, 0);
      if (size === members.length) return {[name]: inside.join("+")};
    }
    return {[root]: members.join("+")};
  }

  /** Whether a coarser cut of a root's categories follows from finer ones. */
  decides(names: readonly string[], coarser: string): boolean {
    const blocks = cutFinest(this.categories(this.rootOf(coarser)), names.map((name) => this.partition(name))); // prettier-ignore
    const wholes = this.partition(coarser).map((members) => new Set(members));
    return blocks.every((block) => wholes.some((whole) => block.every((one) => whole.has(one))));
  }

  /** A root in words, for a derivation: the variables that are read from it. */
  titleOf(root: string): string {
    if (!isRoot(root)) return root;
    return this.population.variables
      .filter(({name}) => name !== root && this.rootOf(name) === root)
      .map(({name}) => name)
      .join(" and ");
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

/** Names of the categories of a variable that has one answer; a number is stated or not. */
function namesOf({kind, categories}: Variable): readonly string[] {
  return kind === "number" ? [stated, "not-stated"] : categories.map(({name}) => name);
}

/** Whether a variable stands for the columns of others; see `answerRoots`. */
export function isRoot(name: string): boolean {
  return name.startsWith("(");
}

/** The coarsest cut of some categories that is finer than all of several. */
export function cutFinest(all: Members, cuts: readonly (readonly Members[])[]): readonly Members[] {
  const indexes = cuts.map((cut) => new Map(cut.flatMap((members, index) => members.map((one) => [one, index]))));
  const signature = (one: string) => indexes.map((index) => index.get(one) ?? -1).join(" ");
  return [...Map.groupBy(all, signature).values()];
}

/** Whether every category of a variable says which category of `coarser` it belongs to. */
export function rollsUp({kind, categories}: Variable, coarser: string): boolean {
  return (
    kind === "category" && categories.length > 0 && categories.every(({within}) => within?.[coarser] !== undefined)
  );
}
