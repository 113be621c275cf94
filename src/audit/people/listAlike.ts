import {stated} from "../../publication/index.ts";
import type {Release} from "../../release/index.ts";
import type {AnswerSwaps} from "./AnswerSwaps.ts";
import {canLeave, complementOf, isMaskWithin, isNobodyByNature} from "./byNature.ts";
import {CountedRecords} from "./CountedRecords.ts";
import {cutSides} from "./cutSides.ts";
import {FewNamed} from "./FewNamed.ts";
import {distinctPopulations, type ListedGroup, type ListedPublication, type Watch} from "./listed.ts";
import {NamedGroups, type NamedAnswers} from "./NamedGroups.ts";
import {namedPlaces, type NamedPeople} from "./namedPlaces.ts";
import type {Term} from "../population/quantity.ts";
import type {People} from "../population/records.ts";
import {SharedSides, type Side} from "./SharedSides.ts";
import {countedTerms, notStated, type CountedPopulation} from "../population/terms.ts";

/**
 * Of every small group that a publication names, whether it asks for its breakdown or not, those who are not in an answer or on
 * a side of a printed quantile that all of it share: nobody, which readers must not know. Left out is what must
 * be so, what is so of a larger group that holds the small one, because that may be printed, and what is not so once records
 * exchange answers that no statement tells apart.
 */
export function listAlike(publication: ListedPublication, swaps: readonly AnswerSwaps[]): Watch {
  const {groupNeeds = 0, method, zeros} = publication.releases[0]?.disclosure.policy ?? {};
  const most = method === "withhold" ? groupNeeds - 1 : 0;
  const populations = distinctPopulations(publication).filter(({definition}) => definition.faults === undefined);
  const lists = populations.flatMap((population) => {
    const own = swaps[population.definition.source];
    return most < 1 || own === undefined
      ? []
      : [new AlikeIn(population, publication, {most, swaps: own, showsZeros: zeros === "shown"})];
  });
  return {
    settle: (people) => {
      for (const list of lists) list.settle(people);
    },
    open: () => lists.flatMap((list) => list.open()),
  };
}

/** A small group, with the answers and sides that all of it are in. */
interface AlikeGroup extends NamedPeople {
  readonly shared: readonly Side[];
}

interface AlikeLimits {
  /** How many people a group may have that is small. */
  readonly most: number;
  /** The answers that records of the base can exchange. */
  readonly swaps: AnswerSwaps;
  /** Whether a count of nobody may be printed. */
  readonly showsZeros: boolean;
}

/** The small groups of one population whose people are alike in something, in all populations so far. */
class AlikeIn implements Watch {
  readonly #population: CountedPopulation;
  readonly #nobody: ListedPublication["statements"];
  readonly #limits: AlikeLimits;
  readonly #answers: NamedAnswers;
  readonly #counted: readonly Term[];
  readonly #base: FewNamed | undefined;
  readonly #large = new Map<Side, NamedAnswers>();
  readonly #complements = new Map<Term, Term>();
  /** By term and side whether whoever the term is true of need not be hidden to be on the side. */
  readonly #told = new Map<Term, Map<Side, boolean>>();
  #groups: readonly AlikeGroup[];

  constructor(population: CountedPopulation, publication: ListedPublication, limits: AlikeLimits) {
    this.#population = population;
    this.#nobody = publication.statements.filter(({says, upper}) => says !== "marked" && upper === 0);
    this.#limits = limits;
    this.#answers = new NamedGroups(population).answers();
    this.#counted = countedTerms(population);
    this.#base = this.#fewIn(publication.base);
    this.#groups = this.#base === undefined ? [] : this.#alike(publication, this.#base);
  }

  settle(people: People): void {
    const few = this.#fewIn(people);
    if (few === undefined) return;
    const left = this.#groups.map((group): AlikeGroup => {
      const rows = few.rowsOf(group.terms) ?? [];
      return {...group, shared: group.shared.filter((side) => rows.every((row) => few.isIn(side, row)))};
    });
    this.#groups = left.filter(({shared}) => shared.length > 0);
  }

  open(): readonly ListedGroup[] {
    return this.#groups.flatMap((group) =>
      group.shared.filter((side) => this.#isHidden(group.terms, side)).map((side) => this.#unlike(group, side)),
    );
  }

  #fewIn(people: People): FewNamed | undefined {
    const counted = CountedRecords.of(this.#population, people);
    return counted && new FewNamed(counted, this.#limits.most);
  }

  #alike(publication: ListedPublication, base: FewNamed): readonly AlikeGroup[] {
    const {swaps} = this.#limits;
    const asked = [
      ...givenIn(this.#answers, this.#population, publication.releases),
      ...cutSides(this.#population, publication),
    ];
    const sides = new SharedSides(asked, base, swaps);
    return namedPlaces(this.#population, publication).flatMap((group): readonly AlikeGroup[] => {
      const rows = base.rowsOf(group.terms) ?? [];
      if (rows.length === 0) return [];
      const terms = [...this.#counted, ...group.terms];
      const shared = sides
        .of(rows, terms)
        .filter((side) => !swaps.canBe([...terms, this.#not(side)]) && !terms.some((term) => this.#isTold(term, side)));
      return shared.length === 0 ? [] : [{...group, shared}];
    });
  }

  #isTold(term: Term, side: Side): boolean {
    const known = this.#told.get(term) ?? new Map<Side, boolean>();
    this.#told.set(term, known);
    const isTold = known.get(side) ?? !this.#isHidden([term], side);
    known.set(side, isTold);
    return isTold;
  }

  /** Whether what all of a group share is to be hidden: neither so by nature, nor so of a larger group that holds it. */
  #isHidden(terms: readonly Term[], side: Side): boolean {
    const {source, definition} = this.#population;
    const own = {source: definition.source, parts: [{terms: [...this.#counted, ...terms]}]};
    const shared = {source: definition.source, parts: [{terms: [side]}]};
    if (!canLeave(own, shared, {source, nobody: this.#nobody}) || this.#isEmptyOfMany(terms, side)) return false;
    return !this.#largeIn(side).some((large) => this.#isWithin(terms, large));
  }

  /**
   * Whether a group is named by an answer to the question whose answer all of it share, so that those who do not share it are an
   * answer of nobody among more people than are few: such a nought may be printed.
   */
  #isEmptyOfMany(terms: readonly Term[], side: Side): boolean {
    const base = this.#base;
    const others = terms.filter(({column}) => column !== side.column);
    if (base === undefined || !this.#limits.showsZeros || others.length === terms.length) return false;
    return base.allOf(others).length > this.#limits.most && base.allOf(terms).every((row) => base.isIn(side, row));
  }

  /** The groups that one answer names that are too large to be small and all alike. */
  #largeIn(side: Side): NamedAnswers {
    const known = this.#large.get(side);
    if (known !== undefined) return known;
    const base = this.#base;
    const isAlike = (answer: Term): boolean => {
      const rows = base?.with(answer) ?? [];
      return rows.length > this.#limits.most && rows.every((row) => base?.isIn(side, row) === true);
    };
    const found = this.#answers.filter(isAlike);
    this.#large.set(side, found);
    return found;
  }

  #isWithin(terms: readonly Term[], large: Term): boolean {
    const {source, definition} = this.#population;
    const beyond = {terms: [...this.#counted, ...terms, this.#not(large)]};
    return isNobodyByNature({source: definition.source, parts: [beyond]}, source);
  }

  #not(term: Term): Term {
    const known = this.#complements.get(term) ?? complementOf(term, this.#population.source);
    this.#complements.set(term, known);
    return known;
  }

  /** Those of a group who are not in something. */
  #unlike({name, terms}: NamedPeople, side: Side): ListedGroup {
    const all = [...this.#counted, ...terms];
    return {
      name: `${name} but not [${side.name}]`,
      source: this.#population.definition.source,
      parts: [{terms: all}, {terms: [...all, side], sign: -1}],
    };
  }
}

/** The answers that tell something: not that one was given, nor what those are too who gave none, nor how a form stands. */
function givenIn(answers: NamedAnswers, {definition}: CountedPopulation, releases: readonly Release[]): NamedAnswers {
  const silent = answers.filter(({name, variable}) => name === `${variable}=${notStated}`);
  const own = releases.flatMap(({vocabulary}) => vocabulary.populations.filter(({name}) => name === definition.name));
  const ofForms = new Set(
    own.flatMap(({variables}) => variables.flatMap(({name, reads}) => (reads?.as === "form" ? [name] : []))),
  );
  return answers.filter(
    ({name, variable, column, mask}) =>
      name !== `${variable}=${stated}` &&
      !ofForms.has(variable) &&
      !silent.some((none) => none.column === column && isMaskWithin(none.mask, mask)),
  );
}
