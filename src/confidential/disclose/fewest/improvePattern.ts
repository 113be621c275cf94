import type {Highs} from "highs";
import type {CountModel} from "../secondary/countModel.ts";
import {costOf, type Pattern} from "../secondary/protectModel.ts";
import {weighCell} from "../secondary/weighCell.ts";
import {asWithheld, distinctCuts, type Attacker, type CoverCut, type Withheld} from "./CoverCut.ts";
import type {Effort} from "./Effort.ts";
import {MasterProgram} from "./MasterProgram.ts";
import {repairPattern, tryPattern, type Trial} from "./tryPattern.ts";

/** Costs are sums of roots: below this two are the same. */
const sameCost = 1e-6;

/** A solver's 0 and 1. */
const wholeTolerance = 1e-6;

/** What a pattern is improved with; `offered` are the cells that may be withheld beside the unsafe ones. */
export interface Improvement extends Trial {
  readonly highs: Highs;
  readonly attacker: Attacker;
  readonly effort: Effort;
}

/** A pattern with what is known of the cost of all others. */
export interface Improved {
  readonly pattern: Pattern;
  /** No pattern that protects as well costs less. */
  readonly bound: number;
}

/**
 * Looks for a cheaper pattern that protects every unsafe count as well as the one given, and for a proof that there is
 * none: a program chooses what to withhold, attackers answer with cuts, until the attackers find nothing more or the
 * effort is spent. Never returns a dearer pattern.
 *
 * Source: Fischetti M and Salazar-González JJ, 2001, Management Science 47:1008–1027.
 */
export function improvePattern(start: Pattern, improvement: Improvement): Improved {
  const {highs, model, offered} = improvement;
  using master = new MasterProgram(
    highs,
    offered.map((cell) => weighAt(model, cell)),
  );
  const search = new PatternSearch(start, improvement, master);
  search.cutFractions();
  search.cutWholePatterns();
  return {pattern: search.best, bound: Math.min(search.bound, costOf(model, search.best))};
}

class PatternSearch {
  best: Pattern;
  bound: number;
  readonly #master: MasterProgram;
  readonly #improvement: Improvement;
  readonly #column: ReadonlyMap<number, number>;
  /** What is withheld in every pattern costs this. */
  readonly #given: number;
  /** Cleared by the first cut that rests on a search given up: no bound is certain after it. */
  #isCertain = true;

  constructor(start: Pattern, improvement: Improvement, master: MasterProgram) {
    this.best = start;
    this.#improvement = improvement;
    this.#master = master;
    this.#column = new Map(improvement.offered.map((cell, column) => [cell, column]));
    const given = [...start.withheld].filter((cell) => !this.#column.has(cell));
    this.#given = given.reduce((sum, cell) => sum + weighAt(improvement.model, cell), 0);
    this.bound = this.#given;
  }

  /** Cuts off patterns of fractions: quick, and most of the proof. */
  cutFractions(): void {
    const {effort, attacker} = this.#improvement;
    for (let round = 0; round < effort.roundsInFractions && !this.#isProved(); round++) {
      const answer = this.#master.solveInFractions();
      if (answer === undefined) return;
      this.#raise(answer.bound);
      this.#leaveDear(answer.bound, answer.reducedCosts);
      const withheld = this.#patternOf(answer.values);
      const cuts = attacker.isQuick ? this.#deepCutsOf(withheld) : this.#cutsOf(withheld);
      // A repaired pattern leaves less to look at; now and then is enough.
      if (attacker.isQuick && Number.isInteger(Math.log2(round))) {
        this.#keep(repairPattern(withheld.map(Math.round), this.#improvement));
      }
      this.#add(cuts);
      if (cuts.length > 0) continue;
      if (withheld.every((part) => part < wholeTolerance || part > 1 - wholeTolerance)) {
        this.#keep(tryPattern(withheld.map(Math.round), this.#improvement));
      }
      return;
    }
  }

  /** Cuts off whole patterns until one withstands all attacks or none is left below the best cost. */
  cutWholePatterns(): void {
    const {wholeRounds, mostBranches} = this.#improvement.effort;
    for (let round = 0; round < wholeRounds && !this.#isProved(); round++) {
      const below = costOf(this.#improvement.model, this.best) - this.#given;
      this.#master.undercut(below - sameCost);
      const answer = this.#master.solveWhole(mostBranches);
      if (answer === "none") this.#raise(below);
      if (answer === "none" || answer === undefined) return;
      this.#raise(answer.bound);
      const withheld = this.#patternOf(answer.values);
      const cuts = this.#cutsOf(withheld);
      this.#add(cuts);
      const found = cuts.length > 0 ? undefined : tryPattern(withheld, this.#improvement);
      if (cuts.length === 0 && found === undefined) this.#cutOff(withheld);
      const isLast = round === wholeRounds - 1;
      // A repair takes long: it is made where no cut leads on, and in the end.
      this.#keep(found ?? (cuts.length === 0 || isLast ? repairPattern(withheld, this.#improvement) : undefined));
    }
  }

  #isProved(): boolean {
    return this.bound >= costOf(this.#improvement.model, this.best) - sameCost;
  }

  #keep(pattern: Pattern | undefined): void {
    const {model} = this.#improvement;
    if (pattern !== undefined && costOf(model, pattern) < costOf(model, this.best) - sameCost) this.best = pattern;
  }

  #raise(bound: number): void {
    if (this.#isCertain) this.bound = Math.max(this.bound, this.#given + bound);
  }

  /** Cells whose withholding alone would cost more than the best pattern stay published. */
  #leaveDear(bound: number, reducedCosts: Float64Array): void {
    const gap = costOf(this.#improvement.model, this.best) - this.#given - bound;
    reducedCosts.forEach((more, column) => {
      if (more > gap + sameCost) this.#master.leave(column);
    });
  }

  #cutsOf(withheld: Withheld): readonly CoverCut[] {
    return distinctCuts(this.#improvement.attacker.cuts(withheld));
  }

  /** Cuts of a pattern half way to the best one: they cut off more, and each of them this one too. */
  #deepCutsOf(withheld: Withheld): readonly CoverCut[] {
    const best = asWithheld(this.#improvement.model, this.best.withheld);
    const between = withheld.map((part, cell) => (part + (best[cell] ?? 0)) / 2);
    const cuts = this.#cutsOf(between);
    return cuts.length > 0 ? cuts : this.#cutsOf(withheld);
  }

  #add(cuts: readonly CoverCut[]): void {
    const columnOf = (cell: number): number => this.#column.get(cell) ?? -1;
    const inColumns = ({coefficients, atLeast}: CoverCut): CoverCut => ({
      coefficients: new Map([...coefficients].map(([cell, coefficient]) => [columnOf(cell), coefficient])),
      atLeast,
    });
    this.#master.add(cuts.map(inColumns));
  }

  #patternOf(values: Float64Array): Withheld {
    const {model, offered, unsafe} = this.#improvement;
    const withheld = asWithheld(model, new Set(unsafe));
    offered.forEach((cell, column) => {
      withheld[cell] = values[column] ?? 0;
    });
    return withheld;
  }

  /** A pattern that no linear attack breaks, and that is still not good enough: something more must be withheld. */
  #cutOff(withheld: Withheld): void {
    const {offered} = this.#improvement;
    this.#isCertain = false;
    const further = offered.filter((cell) => withheld[cell] === 0).map((cell) => [cell, 1] as const);
    this.#add([{coefficients: new Map(further), atLeast: 1}]);
  }
}

function weighAt({cells}: CountModel, cell: number): number {
  const known = cells[cell];
  return known === undefined ? 0 : weighCell(known);
}
