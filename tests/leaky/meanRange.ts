import {loadSolver, Program} from "../../src/solver/index.ts";
import {rowsOf, type Kind, type RangeTask} from "./rangeOf.ts";

/** What is asked of a mean. */
export interface MeanTask extends RangeTask {
  /** The mean of the true people, from which others are sought. */
  readonly truth: number;
  /** The search ends where people are found whose means are so far apart. */
  readonly enough: number;
}

/**
 * How far apart a reader holds the mean age of those of a group whose age is known possible, as far as is looked: integer
 * programs over how many people there are of every kind, which share no code with the program. Infinite where there may be
 * nobody of known age.
 */
export async function meanWidthOf(task: MeanTask): Promise<number> {
  const rows = task.cells.flatMap(({address, cell}) => rowsOf(task, address, cell));
  let [least, most] = [task.truth, task.truth];
  for (const sense of ["most", "least"] as const) {
    for (let round = 0; round < mostRounds && most - least < task.enough; round += 1) {
      const mean = await extreme(sense, {task, rows, from: sense === "most" ? most : least});
      if (mean === undefined) return Infinity;
      if (mean <= most && mean >= least) break;
      [least, most] = [Math.min(least, mean), Math.max(most, mean)];
    }
  }
  return most - least;
}

/** Each round finds people whose sum is farthest from so many times the mean before (Dinkelbach, 1967). */
const mostRounds = 8;

interface Asked {
  readonly task: MeanTask;
  readonly rows: ReturnType<typeof rowsOf>;
  readonly from: number;
}

/** The mean among people whose ages are beyond another mean as far as can be found; nothing where nobody's is known. */
async function extreme(
  sense: "least" | "most",
  {task: {kinds, group}, rows, from}: Asked,
): Promise<number | undefined> {
  const ages = kinds.map((kind) => (group(kind) ? knownAge(kind) : undefined));
  const data = {
    lower: kinds.map(() => 0),
    upper: kinds.map(() => 500),
    costs: ages.map((age) => (age === undefined ? 0 : age - from)),
    rows: rows.map(({weights, lower, upper}) => ({columns: [...weights.keys()], coefficients: weights, lower, upper})),
    isWhole: () => true,
  };
  using program = new Program(await loadSolver(), data, {limits: {steps: 100_000, branches: 100}});
  const answer = program.solve(sense);
  if (answer.status === "infeasible") throw new Error("the publication contradicts itself");
  if (!("values" in answer) || answer.values === undefined) return from;
  const people = [...answer.values].map(Math.round);
  const known = people.reduce((sum, own, at) => sum + (ages[at] === undefined ? 0 : own), 0);
  return known === 0 ? undefined : people.reduce((sum, own, at) => sum + own * (ages[at] ?? 0), 0) / known;
}

function knownAge({age}: Kind): number | undefined {
  return typeof age === "number" && age <= 100 ? age : undefined;
}
