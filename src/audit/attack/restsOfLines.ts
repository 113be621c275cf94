import type {AuditModel, Constraint} from "../model/auditModel.ts";
import type {Bounds} from "../model/propagate.ts";

/** Several counts that no page prints and whose sum follows by subtraction. */
export interface RestOfLine {
  readonly cells: readonly number[];
  readonly sum: number;
  readonly because: string;
}

/**
 * What a line leaves over where a reader knows its total and some of its parts: a sum of counts that nobody shows or
 * marks as withheld, and that is itself below the threshold. Everybody but a few is as good as those few.
 *
 * Where the policy protects remainders, a sum of withheld counts is one too; else small sums of marks are reported.
 */
export function restsOfLines(model: AuditModel, bounds: Bounds): readonly RestOfLine[] {
  const known = {model, bounds, marked: markedCells(model, bounds)};
  const found = new Map<string, RestOfLine>();
  for (const constraint of model.constraints) {
    const rest = restOf(constraint, known);
    if (rest !== undefined) found.set(rest.cells.toSorted((a, b) => a - b).join(), rest);
  }
  return [...found.values()];
}

interface Known {
  readonly model: AuditModel;
  readonly bounds: Bounds;
  readonly marked: ReadonlySet<number>;
}

function restOf({cells, coefficients, lower, upper, because}: Constraint, known: Known): RestOfLine | undefined {
  if (lower !== upper) return undefined;
  const {model, bounds, marked} = known;
  const open: number[] = [];
  let left = lower;
  let sign = 0;
  for (const [at, cell] of cells.entries()) {
    const coefficient = coefficients[at] ?? 0;
    if (isKnown(cell, bounds)) {
      left -= coefficient * (bounds.lower[cell] ?? 0);
      continue;
    }
    const {standing, isWithheld, sumOf} = model.cells[cell] ?? {};
    const isMark = standing !== "unseen" || isWithheld === true;
    if (sumOf !== undefined || Math.abs(coefficient) !== 1 || (isMark && !protectsMarks(model))) return undefined;
    if (sign !== 0 && sign !== coefficient) return undefined;
    sign = coefficient;
    open.push(cell);
  }
  const sum = left * sign;
  const isSmall = sum >= 1 && sum < model.policy.threshold;
  const isOfMarks = open.every((cell) => marked.has(cell));
  return isSmall && open.length > 1 && (!isOfMarks || protectsMarks(model)) ? {cells: open, sum, because} : undefined;
}

function protectsMarks({policy}: AuditModel): boolean {
  return policy.remainders === "protected" && policy.method === "withhold";
}

/** Counts that are withheld, and those that add up from withheld counts and known ones. */
function markedCells({cells, constraints}: AuditModel, bounds: Bounds): ReadonlySet<number> {
  const marked = new Set(cells.keys().filter((cell) => cells[cell]?.isWithheld === true));
  const sums = constraints.filter(isSum);
  for (let before = -1; before < marked.size;) {
    before = marked.size;
    for (const {
      cells: [total = 0, ...parts],
    } of sums) {
      const open = parts.filter((part) => !isKnown(part, bounds));
      if (open.length > 0 && open.every((part) => marked.has(part))) marked.add(total);
    }
  }
  return marked;
}

/** Whether a statement is `total = Σ parts`, the total first. */
function isSum({coefficients: [first, ...others], lower, upper}: Constraint): boolean {
  return lower === 0 && upper === 0 && first === 1 && others.every((one) => one === -1);
}

function isKnown(cell: number, {lower, upper}: Bounds): boolean {
  return lower[cell] === upper[cell];
}
