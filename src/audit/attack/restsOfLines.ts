import type {AuditModel, Constraint} from "../model/auditModel.ts";
import type {Bounds} from "./propagate.ts";

/** Several counts that no page prints and whose sum follows by subtraction. */
export interface RestOfLine {
  readonly cells: readonly number[];
  readonly sum: number;
  readonly because: string;
}

/**
 * What a line leaves over where a reader knows its total and some of its parts: a sum of counts that nobody shows or
 * marks as withheld, and that is itself below the threshold. Everybody but a few is as good as those few.
 */
export function restsOfLines(model: AuditModel, bounds: Bounds): readonly RestOfLine[] {
  const found = new Map<string, RestOfLine>();
  for (const constraint of model.constraints) {
    const rest = restOf(constraint, model, bounds);
    if (rest !== undefined) found.set(rest.cells.toSorted((a, b) => a - b).join(), rest);
  }
  return [...found.values()];
}

function restOf(
  {cells, coefficients, lower, upper, because}: Constraint,
  model: AuditModel,
  bounds: Bounds,
): RestOfLine | undefined {
  if (lower !== upper) return undefined;
  const open: number[] = [];
  let left = lower;
  let sign = 0;
  for (const [at, cell] of cells.entries()) {
    const coefficient = coefficients[at] ?? 0;
    const {standing, isWithheld} = model.cells[cell] ?? {};
    if (bounds.lower[cell] === bounds.upper[cell]) {
      left -= coefficient * (bounds.lower[cell] ?? 0);
      continue;
    }
    if (standing !== "unseen" || isWithheld === true || Math.abs(coefficient) !== 1) return undefined;
    if (sign !== 0 && sign !== coefficient) return undefined;
    sign = coefficient;
    open.push(cell);
  }
  const sum = left * sign;
  const isSmall = sum >= 1 && sum < model.policy.threshold;
  return isSmall && open.length > 1 ? {cells: open, sum, because} : undefined;
}
