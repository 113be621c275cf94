import type {AuditModel, Constraint} from "../model/auditModel.ts";
import type {Attack, Finding} from "./attack.ts";
import type {Step} from "../model/propagate.ts";
import {explainProof} from "./explainProof.ts";

/** Lines of a derivation at most: beyond these nobody reads. */
const longest = 14;

/**
 * How a reader works a count out, one line a step, from printed numbers to the count: "179 − 21 − 14 − … = 2; …".
 * Subtraction is told step by step; where several statements must be combined, which to add and subtract.
 */
export function explain(model: AuditModel, attack: Attack, finding: Finding): readonly string[] {
  const cell = model.cells[finding.cell];
  if (cell === undefined) return [];
  if (cell.standing === "published")
    return [
      `${cell.key} is printed as ${cell.lower} in ${cell.printedIn ?? "one place"}, though it is withheld elsewhere`,
    ];
  const {lower, upper} = attack.bounds;
  const isSubtraction = lower[finding.cell] === finding.least && upper[finding.cell] === finding.most;
  if (!isSubtraction) return explainProof(model, attack, finding);
  return new Derivation(model, attack.bounds.steps).tell(finding.cell);
}

/** Why no counts at all fit: the statement that cannot hold, with what the others say of its counts. */
export function explainContradiction(model: AuditModel, attack: Attack): readonly string[] {
  const broken = attack.bounds.broken === undefined ? undefined : model.constraints[attack.bounds.broken];
  if (broken !== undefined) {
    const derivation = new Derivation(model, attack.bounds.steps);
    return [
      ...broken.cells.flatMap((cell) => derivation.tell(cell)),
      `which cannot be: ${derivation.describe(broken)}`,
    ].slice(-longest);
  }
  const keys = (attack.contradictory?.cells ?? []).slice(0, 8).map((cell) => model.cells[cell]?.key ?? "");
  return [`No whole counts fit everything that is printed about ${keys.join(", ")}`];
}

class Derivation {
  readonly #model: AuditModel;
  readonly #steps: readonly Step[];

  constructor(model: AuditModel, steps: readonly Step[]) {
    this.#model = model;
    this.#steps = steps;
  }

  /** The steps that led to the range of a cell, in their order. */
  tell(cell: number): readonly string[] {
    const needed = new Set<number>();
    for (const side of ["lower", "upper"] as const) this.#collect({cell, side, before: this.#steps.length}, needed);
    const lines = joinEnds([...needed].sort((a, b) => a - b).map((index) => this.#line(index)));
    return lines.length <= longest
      ? lines
      : [`${lines.length - longest} earlier steps, then:`, ...lines.slice(-longest)];
  }

  describe({cells, coefficients, lower, upper, because}: Constraint): string {
    const terms = cells.map((cell, at) => `${sign(coefficients[at] ?? 0)} ${this.#name(cell)}`).join(" ");
    return `${because}: ${terms.replace(/^\+ /, "")} lies from ${lower} to ${upper}`;
  }

  /** Collects the step that set a bound, and before it those that set the bounds which it used. */
  #collect({cell, side, before}: {cell: number; side: Step["side"]; before: number}, needed: Set<number>): void {
    const index = this.#lastStep({cell, side, before});
    if (index === undefined || needed.has(index) || needed.size > 10 * longest) return;
    needed.add(index);
    const {constraint} = this.#steps[index] ?? {constraint: -1};
    const {cells, coefficients} = this.#constraint(constraint);
    const own = coefficients[cells.indexOf(cell)] ?? 1;
    cells.forEach((other, at) => {
      if (other === cell) return;
      const isSameSide = (coefficients[at] ?? 0) * own > 0;
      const used = isSameSide === (side === "lower") ? "upper" : "lower";
      this.#collect({cell: other, side: used, before: index}, needed);
    });
  }

  #lastStep({cell, side, before}: {cell: number; side: Step["side"]; before: number}): number | undefined {
    const index = this.#steps.findLastIndex((step, at) => at < before && step.cell === cell && step.side === side);
    return index === -1 ? undefined : index;
  }

  #boundBefore(cell: number, side: Step["side"], before: number): number {
    const index = this.#lastStep({cell, side, before});
    return (index === undefined ? this.#model.cells[cell]?.[side] : this.#steps[index]?.value) ?? 0;
  }

  /** One step as arithmetic: `x is at most 2 = 179 − 21 − 14 − 1 (…)`. */
  #line(index: number): string {
    const step = this.#steps[index];
    if (step === undefined) return "";
    const {cells, coefficients, lower, upper, because} = this.#constraint(step.constraint);
    const relation = step.side === "lower" ? "at least" : "at most";
    const claim = `${this.#name(step.cell)} is ${relation} ${step.value}`;
    const own = coefficients[cells.indexOf(step.cell)] ?? 1;
    const isEquation = Math.abs(own) === 1 && lower === 0 && upper === 0;
    if (!isEquation) return `${claim}: ${because}`;
    const others = cells.flatMap((cell, at) => {
      const factor = -(coefficients[at] ?? 0) / own;
      return cell === step.cell ? [] : [this.#term({cell, factor, side: step.side, before: index})];
    });
    return `${claim}: ${addition(others)} = ${step.value} (${because})`;
  }

  #term({cell, factor, side, before}: {cell: number; factor: number; side: Step["side"]; before: number}): Term {
    const used = factor > 0 === (side === "lower") ? "lower" : "upper";
    const value = this.#boundBefore(cell, used, before);
    const {standing, printedIn} = this.#model.cells[cell] ?? {};
    if (printedIn !== undefined) return {value: factor * value, note: ` [${this.#name(cell)} in ${printedIn}]`};
    const known = standing === "published";
    const from = this.#boundBefore(cell, "lower", before) === this.#boundBefore(cell, "upper", before);
    const note = known || from ? "" : ` [${this.#name(cell)} is at ${used === "lower" ? "least" : "most"} ${value}]`;
    return {value: factor * value, note};
  }

  #name(cell: number): string {
    return this.#model.cells[cell]?.key ?? "";
  }

  #constraint(index: number): Constraint {
    return this.#model.constraints[index] ?? {cells: [], coefficients: [], lower: 0, upper: 0, because: ""};
  }
}

/** A lower and an upper end that the same arithmetic gives are told at once: the count is known. */
function joinEnds(lines: readonly string[]): readonly string[] {
  const isTold = new Set(lines);
  return lines.flatMap((line) => {
    if (line.includes(" is at most ") && isTold.has(line.replace(" is at most ", " is at least "))) return [];
    const isKnown = isTold.has(line.replace(" is at least ", " is at most ")) && line.includes(" is at least ");
    return [isKnown ? line.replace(" is at least ", " is ") : line];
  });
}

interface Term {
  readonly value: number;
  readonly note: string;
}

/** `179 − 21 − 14`, sums first, zeros left out but where they carry a note. */
function addition(terms: readonly Term[]): string {
  const shown = terms
    .filter(({value, note}) => value !== 0 || note !== "")
    .toSorted((a, b) => Math.sign(b.value) - Math.sign(a.value));
  if (shown.length === 0) return "0";
  const text = shown.map(({value, note}) => `${value < 0 ? "−" : "+"} ${Math.abs(value)}${note}`).join(" ");
  return text.replace(/^\+ /, "");
}

function sign(coefficient: number): string {
  const size = Math.abs(coefficient) === 1 ? "" : `${Math.abs(coefficient)} ×`;
  return `${coefficient < 0 ? "−" : "+"} ${size}`.trim();
}
