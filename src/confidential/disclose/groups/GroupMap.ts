import {stated, type Coordinates, type Population, type Variable} from "../../../publication/index.ts";
import {meetsOf, naturalPlacesOf, possiblePlaces} from "../link/sameAnswers.ts";

const notStated = "not-stated";

type Coordinate = readonly [string, string];

/** The groups that a place narrows. */
export interface NarrowedGroups {
  /** Totals of the lines that the place stands in: named by some of its own coordinates, everybody among them. */
  readonly totals: readonly Coordinates[];
  /** Named by what its coordinates lie in: an offence in its group of offences, an answer in all that are stated. */
  readonly wider: readonly Coordinates[];
}

/**
 * Knows which groups of a population each place narrows. A place that is a group in other words, because nobody of the
 * group can be elsewhere (an area in its region), does not narrow it; nor does one in which by nature everybody is who
 * answered (the men in a prison for men).
 */
export class GroupMap {
  readonly #variables: ReadonlyMap<string, Variable>;
  readonly #canStand: (at: Coordinates) => boolean;
  readonly #canStandByNature: (at: Coordinates) => boolean;
  readonly #meets: (name: string, asked: string | undefined, category: string) => boolean;
  /** For each variable those that can tell of it. */
  readonly #ties: ReadonlyMap<string, ReadonlySet<string>>;
  readonly #known = new Map<string, readonly (Coordinate | undefined)[]>();

  /** `named` are the variables that the publication names: others make no groups. */
  constructor(population: Population, named: ReadonlySet<string>) {
    const variables = population.variables.filter(({name}) => named.has(name));
    this.#variables = new Map(variables.map((variable) => [variable.name, variable]));
    this.#canStand = possiblePlaces(population);
    this.#canStandByNature = naturalPlacesOf(population);
    this.#meets = meetsOf(population);
    this.#ties = tiesIn(population);
  }

  /** The groups that a place narrows, of those that are asked for; none where nobody can stand. */
  around(at: Coordinates, isAsked: (group: Coordinates) => boolean = () => true): NarrowedGroups {
    if (!this.#isPossible(at)) return {totals: [], wider: []};
    // Variables that tell of each other lead to a group in many ways: it goes on from there once.
    const groups = Object.entries(at).reduce(
      (known, coordinate) => byName([...known.values()].flatMap((group) => this.#widen(group, coordinate))),
      byName([{}]),
    );
    groups.delete(nameOf(at));
    const narrowed = [...groups.values()].filter((group) => isAsked(group) && !this.#isSame(at, group));
    const isTotal = (group: Coordinates): boolean => Object.keys(group).every((name) => at[name] === group[name]);
    return {totals: narrowed.filter(isTotal), wider: narrowed.filter((group) => !isTotal(group))};
  }

  /** A group with a coordinate left out, kept, or replaced by one that it lies in. */
  #widen(group: Coordinates, [variable, category]: Coordinate): readonly Coordinates[] {
    return this.#wider(variable, category).flatMap((coordinate) => {
      if (coordinate === undefined) return [group];
      const [name, value] = coordinate;
      return (group[name] ?? value) === value ? [{...group, [name]: value}] : [];
    });
  }

  #wider(variable: string, category: string): readonly (Coordinate | undefined)[] {
    const key = `${variable}=${category}`;
    const known = this.#known.get(key) ?? [
      undefined,
      [variable, category] as const,
      ...(this.#isStated(variable, category) ? [[variable, stated] as const] : []),
      ...this.#impliedBy(variable, category),
    ];
    this.#known.set(key, known);
    return known;
  }

  #isStated(variable: string, category: string): boolean {
    const {kind, categories = []} = this.#variables.get(variable) ?? {};
    const isOpen = categories.some(({role}) => role === notStated);
    const role = categories.find(({name}) => name === category)?.role ?? notStated;
    return kind === "category" && isOpen && role !== notStated;
  }

  /** What everybody of a category is besides: the only possible category of another variable. */
  #impliedBy(variable: string, category: string): readonly Coordinate[] {
    return [...(this.#ties.get(variable) ?? [])].flatMap((other) => {
      const all = this.#categoriesOf(other);
      const possible = all.filter((one) => this.#isPossible({[variable]: category, [other]: one}));
      const [only] = possible;
      return only !== undefined && possible.length === 1 && all.length > 1 ? [[other, only] as const] : [];
    });
  }

  /** Whether everybody of a group stands at a place in it, whoever they are. */
  #isSame(at: Coordinates, group: Coordinates): boolean {
    return Object.entries(at).every(([name, category]) => {
      if (group[name] === category) return true;
      const others = this.#othersThan(name, category);
      if (others === undefined) return false;
      const inGroup = others.filter((other) => this.#meets(name, group[name], other));
      const isPossible = (other: string): boolean => this.#isPossible({...group, [name]: other});
      if (!inGroup.some(isPossible)) return true;
      const isByNature = inGroup.some((other) => !this.#canStandByNature({...group, [name]: other}));
      return isByNature && inGroup.every((other) => !this.#isStated(name, other) || !isPossible(other));
    });
  }

  /** The categories that exclude one; unknown for a question with several answers, whose categories exclude none. */
  #othersThan(name: string, category: string): readonly string[] | undefined {
    const variable = this.#variables.get(name);
    if (variable === undefined || variable.kind === "multi") return undefined;
    if (variable.kind === "category" && category === stated) {
      return variable.categories.filter(({role}) => role === notStated).map((one) => one.name);
    }
    return this.#categoriesOf(name).filter((one) => one !== category);
  }

  #categoriesOf(name: string): readonly string[] {
    const {kind, categories = []} = this.#variables.get(name) ?? {};
    if (kind === "number") return [stated, notStated];
    return kind === "category" ? categories.map((one) => one.name) : [];
  }

  #isPossible(at: Coordinates): boolean {
    return Object.entries(at).every(([name, category]) => this.#liesIn(name, category, at)) && this.#canStand(at);
  }

  #liesIn(name: string, category: string, at: Coordinates): boolean {
    const {within = {}} = this.#variables.get(name)?.categories.find((one) => one.name === category) ?? {};
    return Object.entries(within).every(([coarser, whole]) => this.#meets(coarser, at[coarser], whole));
  }
}

/** Variables that can tell of each other: one within another, groupings of one answer, a question and its answers. */
function tiesIn({variables, combinations = []}: Population): ReadonlyMap<string, ReadonlySet<string>> {
  const ties = new Map<string, Set<string>>(variables.map(({name}) => [name, new Set()]));
  const tie = (one: string, other: string): void => {
    ties.get(one)?.add(other);
    ties.get(other)?.add(one);
  };
  for (const {name, categories} of variables) {
    for (const {within = {}, anyOf} of categories) {
      for (const coarser of Object.keys(within)) tie(name, coarser);
      if (anyOf !== undefined) tie(name, anyOf);
    }
  }
  for (const {variables: tied} of combinations) {
    for (const one of tied) for (const other of tied) if (one !== other) tie(one, other);
  }
  return ties;
}

function byName(groups: readonly Coordinates[]): Map<string, Coordinates> {
  return new Map(groups.map((group) => [nameOf(group), group]));
}

function nameOf(at: Coordinates): string {
  return Object.entries(at)
    .map(([name, category]) => `${name}=${category}`)
    .sort()
    .join(",");
}
