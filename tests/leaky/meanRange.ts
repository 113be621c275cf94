import {loadSolver, Program} from "../../src/solver/index.ts";
import {rowsOf, type Kind, type RangeTask} from "./rangeOf.ts";

/**
 * Between which values a reader knows the mean age of those of a group whose age is known: integer programs over how many
 * people there are of every kind, which share no code with the program. Nothing where there may be nobody of known age.
 */
export async function meanRangeOf(task: RangeTask): Promise<readonly [least: number, most: number] | undefined> {
  const known = task.kinds.map((kind) => task.group(kind) && typeof kind.age === "number" && kind.age <= 100);
  const ages = task.kinds.map(({age}, at) => (known[at] === true ? Number(age) : 0));
  const rows = task.cells.flatMap(({address, cell}) => rowsOf(task, address, cell));
  const weigh = (mean: number): readonly number[] => ages.map((age, at) => (known[at] === true ? age - mean : 0));
  const farthest = async (sense: "least" | "most"): Promise<number | undefined> => {
    let mean = sense === "most" ? 0 : 200;
    for (;;) {
      const people = await extreme(sense, {weights: weigh(mean), kinds: task.kinds, rows});
      const count = people.reduce((sum, own, at) => sum + (known[at] === true ? own : 0), 0);
      if (count === 0) return undefined;
      const next = people.reduce((sum, own, at) => sum + own * (ages[at] ?? 0), 0) / count;
      if (Math.abs(next - mean) < 1e-6) return next;
      mean = next;
    }
  };
  const [least, most] = [await farthest("least"), await farthest("most")];
  return least === undefined || most === undefined ? undefined : [least, most];
}

interface Extreme {
  readonly weights: readonly number[];
  readonly kinds: readonly Kind[];
  readonly rows: ReturnType<typeof rowsOf>;
}

/** How many people of each kind there are where a weighted sum is least or most. */
async function extreme(sense: "least" | "most", {weights, kinds, rows}: Extreme): Promise<readonly number[]> {
  const data = {
    lower: kinds.map(() => 0),
    upper: kinds.map(() => 500),
    costs: weights,
    rows: rows.map(({weights: own, lower, upper}) => ({columns: [...own.keys()], coefficients: own, lower, upper})),
    isWhole: () => true,
  };
  using program = new Program(await loadSolver(), data);
  const answer = program.solve(sense);
  if (answer.status !== "optimal") throw new Error(`the publication contradicts itself: ${answer.status}`);
  return [...answer.values].map(Math.round);
}
