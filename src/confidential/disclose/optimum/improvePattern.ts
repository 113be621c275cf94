import {heedSignals} from "../../../files/index.ts";
import type {Solver} from "../../../solver/index.ts";
import type {CountModel} from "../search/countModel.ts";
import {patternCost, type Pattern} from "../search/protectModel.ts";
import {weighCell} from "../search/weighCell.ts";
import {asWithheld, distinctCuts, type Attacker, type CoverCut, type Withheld} from "./CoverCut.ts";
import type {Effort} from "./Effort.ts";
import {MasterProgram} from "./MasterProgram.ts";
import {sameCost} from "./sameCost.ts";
import {repairPattern, tryPattern, type Trial} from "./tryPattern.ts";

/** A solver's 0 and 1. */
const wholeTolerance = 1e-6;

/** What a pattern is improved with; `offered` are the cells that may be withheld beside the unsafe ones. */
export interface Improvement extends Trial {
  readonly solver: Solver;
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
export async function improvePattern(start: Pattern, improvement: Improvement): Promise<Improved> {
  const {solver, model, offered} = improvement;
  using master = new MasterProgram(
    solver,
    offered.map((cell) => weighAt(model, cell)),
  );
  const search = new PatternSearch(start, improvement, master);
  await search.run();
  return {pattern: search.best, bound: Math.min(search.bound, patternCost(model, search.best))};
}

/** Patterns that agree in some cells, by column. */
interface Branch {
  readonly decisions: ReadonlyMap<number, 0 | 1>;
  /** None of them costs less, beyond what is given. */
  readonly bound: number;
}

/** The column whose value is nearest to a half; undefined where all are whole. */
function mostUndecided(values: Float64Array): number | undefined {
  let [chosen, distance]: [number | undefined, number] = [undefined, 0.5 - wholeTolerance];
  values.forEach((value, column) => {
    if (Math.abs(value - 0.5) >= distance) return;
    [chosen, distance] = [column, Math.abs(value - 0.5)];
  });
  return chosen;
}

function branchOn(column: number, {decisions, bound}: Branch): readonly Branch[] {
  return ([1, 0] as const).map((value) => ({decisions: new Map([...decisions, [column, value]]), bound}));
}

class PatternSearch {
  best: Pattern;
  bound: number;
  readonly #master: MasterProgram;
  readonly #improvement: Improvement;
  readonly #column: ReadonlyMap<number, number>;
  /** What is withheld in every pattern costs this. */
  readonly #given: number;
  /** Costs that differ by less are the same. */
  readonly #same: number;
  /** Cleared by the first cut that rests on a search given up: no bound is certain after it. */
  #isCertain = true;
  /** Attacks on single counts so far. */
  #attacks = 0;

  constructor(start: Pattern, improvement: Improvement, master: MasterProgram) {
    this.best = start;
    this.#improvement = improvement;
    this.#master = master;
    this.#column = new Map(improvement.offered.map((cell, column) => [cell, column]));
    const given = [...start.withheld].filter((cell) => !this.#column.has(cell));
    this.#given = given.reduce((sum, cell) => sum + weighAt(improvement.model, cell), 0);
    this.#same = sameCost(patternCost(improvement.model, start));
    this.bound = this.#given;
  }

  /** Takes up the most promising branch until none is left, or as many were as the effort allows. */
  async run(): Promise<void> {
    let open: readonly Branch[] = [{decisions: new Map(), bound: 0}];
    for (let done = 0; done < this.#improvement.effort.mostBranches && open.length > 0 && !this.#isSpent(); done++) {
      const [first, ...others] = open.toSorted((a, b) => a.bound - b.bound);
      if (first === undefined || this.#isTooDear(first.bound)) break;
      open = [...others, ...(await this.#explore(first))];
      this.#raise(Math.min(...open.map(({bound}) => bound), this.#toBeat()));
    }
    if (open.every(({bound}) => this.#isTooDear(bound))) this.#raise(this.#toBeat());
  }

  /** Cuts until a branch is decided, and tells the branches that are left of it. */
  async #explore(branch: Branch): Promise<readonly Branch[]> {
    const {attacker} = this.#improvement;
    const isRoot = branch.decisions.size === 0;
    this.#master.decide(branch.decisions);
    let bound = branch.bound;
    for (let round = 0; !this.#isSpent(); round++) {
      await heedSignals();
      const answer = this.#master.solve();
      if (answer === undefined) return this.#giveUp(branch);
      if (answer === "none" || this.#isTooDear(answer.bound)) return [];
      bound = answer.bound;
      if (isRoot) this.#leaveDear(bound, answer.reducedCosts);
      const withheld = this.#patternOf(answer.values);
      const cuts = attacker.isQuick ? this.#deepCutsOf(withheld) : this.#cutsOf(withheld);
      this.#add(cuts);
      // A repaired pattern leaves less to look at; now and then is enough.
      const isRepairDue = attacker.isQuick ? Number.isInteger(Math.log2(round)) : cuts.length === 0;
      if (isRoot && isRepairDue) {
        this.#keep(await repairPattern(withheld.map(Math.round), this.#improvement));
      }
      if (cuts.length > 0) continue;
      const column = mostUndecided(answer.values);
      if (column !== undefined) return branchOn(column, {...branch, bound});
      const found = tryPattern(withheld.map(Math.round), this.#improvement);
      this.#keep(found);
      if (found !== undefined) return [];
      this.#cutOff(withheld);
    }
    return [{...branch, bound}];
  }

  /** Ends the search: a solver that fails proves nothing. */
  #giveUp(branch: Branch): readonly Branch[] {
    this.#attacks = Infinity;
    return [branch];
  }

  #isSpent(): boolean {
    const {attacker, effort} = this.#improvement;
    return this.#attacks >= (attacker.isQuick ? effort.mostFlows : effort.mostPrograms);
  }

  /** What the further cells of the best pattern cost. */
  #toBeat(): number {
    return patternCost(this.#improvement.model, this.best) - this.#given;
  }

  #isTooDear(bound: number): boolean {
    return bound > this.#toBeat() - this.#same;
  }

  #keep(pattern: Pattern | undefined): void {
    const {model} = this.#improvement;
    if (pattern !== undefined && patternCost(model, pattern) < patternCost(model, this.best) - this.#same)
      this.best = pattern;
  }

  #raise(bound: number): void {
    if (this.#isCertain) this.bound = Math.max(this.bound, this.#given + bound);
  }

  /** Cells whose withholding alone would cost more than the best pattern stay published. */
  #leaveDear(bound: number, reducedCosts: Float64Array): void {
    const gap = this.#toBeat() - bound;
    reducedCosts.forEach((more, column) => {
      if (more > gap + this.#same) this.#master.leave(column);
    });
  }

  #cutsOf(withheld: Withheld): readonly CoverCut[] {
    const {attacker, needs} = this.#improvement;
    this.#attacks += needs.size;
    return distinctCuts(attacker.cuts(withheld));
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
    const further = offered.filter((cell) => (withheld[cell] ?? 0) < wholeTolerance).map((cell) => [cell, 1] as const);
    this.#add([{coefficients: new Map(further), atLeast: 1}]);
  }
}

function weighAt({cells}: CountModel, cell: number): number {
  const known = cells[cell];
  return known === undefined ? 0 : weighCell(known);
}
