import type {Move, Push} from "./countModel.ts";
import type {MoveLimits, MoveProgram} from "./MoveProgram.ts";
import {isFraction, wholeMove} from "./wholeMove.ts";

/** How many programs are solved before a way in whole units is given up: one that is not found is one not taken. */
const mostPrograms = 40;

/**
 * A move in whole units that takes a cell so far, by branch and bound on a program that answers in fractions: where a
 * cell moves by a fraction, once by the whole number above and once by the one below. Each step starts from the
 * solver's last answer. Undefined where there is none, or none within the limit of programs.
 */
export function pushWhole(program: MoveProgram, push: Push): Move | undefined {
  const open: MoveLimits[] = [new Map()];
  for (let solved = 0; solved < mostPrograms; solved++) {
    const limits = open.pop();
    if (limits === undefined) return undefined;
    const move = program.push(push, limits);
    if (move === undefined) continue;
    const whole = wholeMove(move);
    if (whole !== undefined) return program.isPossible(whole) ? whole : undefined;
    open.push(...branch(limits, move));
  }
  return undefined;
}

/** Both sides of the first fraction; the one to look at first comes last. */
function branch(limits: MoveLimits, move: Move): MoveLimits[] {
  const [cell, change] = [...move].find(([, by]) => isFraction(by)) ?? [-1, 0];
  const {least = -Infinity, most = Infinity} = limits.get(cell) ?? {};
  const [floor, ceiling] = [Math.floor(change), Math.ceil(change)];
  const below = new Map(limits).set(cell, {least, most: floor});
  const above = new Map(limits).set(cell, {least: ceiling, most});
  return change > 0 ? [below, above] : [above, below];
}
