import type {Solver} from "../../../solver/index.ts";
import type {Circulation} from "../search/circulation.ts";
import type {CountModel, Defence, Need, Protection} from "../search/countModel.ts";
import {lackOf} from "../search/lackOf.ts";
import {patternCost, type Pattern} from "../search/protectModel.ts";
import {mayBeWithheld, roomOf} from "../search/roomOf.ts";
import type {Attacked} from "./Attacked.ts";
import type {Needs} from "./CoverCut.ts";
import type {Effort} from "./Effort.ts";
import {improvePattern, type Improved} from "./improvePattern.ts";
import {LinearAttacker} from "./LinearAttacker.ts";
import {NetworkAttacker} from "./NetworkAttacker.ts";

/** A part of a model with what protects it. */
export interface PartToImprove {
  readonly model: CountModel;
  readonly unsafe: readonly number[];
  readonly protection: Protection;
  /** Where the part is one. */
  readonly circulation?: Circulation;
  readonly defence: Defence;
}

/** Improves the pattern of a part where the effort allows for its size; otherwise tells only the plain bound. */
export async function improvePart(
  start: Pattern,
  part: PartToImprove,
  {solver, effort}: {readonly solver: Solver; readonly effort: Effort},
): Promise<Improved> {
  const {model, unsafe, protection, circulation, defence} = part;
  const isGiven = new Set([...unsafe, ...model.cells.keys().filter((cell) => model.cells[cell]?.chosen === true)]);
  const offered = [...model.cells.keys()].filter((cell) => {
    const known = model.cells[cell];
    return known !== undefined && !isGiven.has(cell) && mayBeWithheld(known, protection);
  });
  // The defence keeps its own set of what is withheld and changes it.
  const first = {...start, withheld: new Set(start.withheld)};
  const given = {...start, withheld: new Set([...start.withheld].filter((cell) => isGiven.has(cell)))};
  const bound = patternCost(model, given);
  const questions = model.cells.length * unsafe.length;
  const most = circulation === undefined ? effort.largestOther : effort.largestNetwork;
  if (given.withheld.size === first.withheld.size || questions > most) return {pattern: first, bound};
  const attacked: Attacked = {
    model,
    rooms: model.cells.map((cell) => roomOf(cell, protection)),
    needs: needsOf(model, start, protection),
    isGiven: (cell) => isGiven.has(cell) || model.cells[cell]?.shown === false,
    isOffered: (cell) => !isGiven.has(cell) && offers.has(cell),
  };
  const offers = new Set(offered);
  const shared = {solver, model, unsafe, needs: attacked.needs, offered, defence, protection, effort};
  if (circulation !== undefined) {
    return await improvePattern(first, {...shared, attacker: new NetworkAttacker(attacked, circulation)});
  }
  using attacker = new LinearAttacker(solver, attacked);
  return await improvePattern(first, {...shared, attacker});
}

/** What the policy asks, or as much of it as the pattern reached: a cheaper pattern must not protect less. */
function needsOf({cells}: CountModel, {freedoms}: Pattern, {need}: Protection): Needs {
  return new Map(
    [...freedoms].map(([cell, {up, down}]): [number, Need] => {
      const asked = need(cells[cell]?.count ?? 0);
      if (lackOf({up, down}, asked) === 0) return [cell, asked];
      const total = Math.min(asked.total, up + down);
      return [cell, {up: Math.min(asked.up, up), down: Math.min(asked.down, down), total}];
    }),
  );
}
