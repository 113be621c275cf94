import {Program, type ProgramData, type Solver} from "../../../solver/index.ts";
import {attackProgramOf} from "../search/attackProgram.ts";
import type {ModelCell} from "../search/countModel.ts";
import {protectionOf} from "../search/protectionOf.ts";
import {mayBeWithheld, roomOf} from "../search/roomOf.ts";
import type {Situation} from "./situation.ts";

/** How a reader works a count out although all that may be withheld is. */
export interface Derivation {
  /** The sums that it takes, by place among the model's equations. */
  readonly sums: readonly number[];
  /** Cells in them that stay printed whatever is withheld, by place. */
  readonly printed: readonly number[];
  /** Whether it also takes that no withheld count is below, or above, what its mark allows. */
  readonly usesLeast: boolean;
  readonly usesMost: boolean;
  /** Whether sums and marks alone leave fractions: then it takes that counts are whole. */
  readonly usesWholeness: boolean;
  /** Whether the solver left open how the count follows: then nothing of it is told for certain. */
  readonly isUndecided: boolean;
}

/** A multiplier of a sum below this is a rounding error of the solver. */
const nothing = 1e-6;

/**
 * Works out why a count cannot move: the multipliers of the linear program that pushes it as far as it goes (its dual
 * values, a Farkas proof) name the sums, and the reduced costs the cells that hold it.
 */
export function deriveCount(solver: Solver, cell: number, situation: Situation): Derivation {
  const {model} = situation;
  using program = new Program(solver, openProgramOf(situation));
  const sums = new Set<number>();
  const holding = new Map<number, Set<"least" | "most">>();
  let [usesWholeness, isUndecided] = [false, false];
  for (const change of [1, -1] as const) {
    program.setCost(cell, -change);
    const answer = program.solve();
    program.setCost(cell, 0);
    if (answer.status !== "optimal") {
      isUndecided = true;
      continue;
    }
    const {values, reducedCosts, rowDuals} = answer;
    usesWholeness ||= Math.abs(values[cell] ?? 0) > nothing;
    rowDuals.forEach((price, sum) => {
      if (Math.abs(price) > nothing) sums.add(sum);
    });
    reducedCosts.forEach((price, other) => {
      if (Math.abs(price) <= nothing) return;
      holding.set(other, (holding.get(other) ?? new Set()).add(price > 0 ? "least" : "most"));
    });
  }
  const isPrinted = (other: number): boolean => staysPrinted(model.cells[other], situation);
  const held = [...holding].filter(([other]) => !isPrinted(other)).flatMap(([, ends]) => [...ends]);
  return {
    sums: [...sums].sort((a, b) => a - b),
    printed: [...holding.keys()].filter(isPrinted).sort((a, b) => a - b),
    usesLeast: held.includes("least"),
    usesMost: held.includes("most"),
    usesWholeness,
    isUndecided,
  };
}

function staysPrinted(cell: ModelCell | undefined, {policy, isUnsafe}: Situation): boolean {
  if (cell?.shown !== true) return false;
  return cell.fixed === true || !(isUnsafe(cell, policy) || mayBeWithheld(cell, protectionOf(policy)));
}

/** The program of moves in which all may change that may be withheld. */
function openProgramOf(situation: Situation): ProgramData {
  const {model} = situation;
  const protection = protectionOf(situation.policy);
  const rooms = model.cells.map((cell) =>
    staysPrinted(cell, situation) ? {rise: 0, fall: 0} : roomOf(cell, protection),
  );
  return {
    ...attackProgramOf(model),
    lower: rooms.map(({fall}) => -fall),
    upper: rooms.map(({rise}) => rise),
  };
}
