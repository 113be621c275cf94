import {loadSolver, Program, type ProgramData} from "../../src/solver/index.ts";
import type {ReleaseContent} from "../../src/release/index.ts";
import {timesAt, type Kind} from "./rangeOf.ts";

type Cells = ReleaseContent["cells"];

/** Two editions of counts of clients, of which the records of the first were corrected before the second. */
export interface TwoEditions {
  readonly kinds: readonly Kind[];
  readonly then: Cells;
  readonly now: Cells;
}

/** What is asked of them: how few and how many people of some kinds there can be in one, where so few records differ. */
export interface PairTask extends TwoEditions {
  readonly most: number;
  readonly side: Side;
  readonly group: (kind: Kind) => boolean;
}

type Side = "then" | "now";

/** A record as it was and as it is; nothing where there was none or is none. */
interface Pair {
  readonly then: Kind | undefined;
  readonly now: Kind | undefined;
}

const isCorrected = ({then, now}: Pair): boolean => then !== now;

/**
 * The least and the most people of some kinds in one of two editions: an integer program over how many records there are of
 * every kind then and every kind now. It shares no code with the program.
 */
export async function rangeOfRecords(task: PairTask): Promise<readonly [least: number, most: number]> {
  const pairs = pairsOf(task.kinds);
  const costs = pairs.map((pair) => Number(holds(pair[task.side], task.group)));
  return [await solve(task, {pairs, costs, sense: "least"}), await solve(task, {pairs, costs, sense: "most"})];
}

/** How few corrections make the records of now, of which there are so many of every kind, those of the edition before. */
export async function fewestCorrections({kinds, then}: TwoEditions, today: readonly number[]): Promise<number> {
  const pairs = pairsOf(kinds);
  const costs = pairs.map((pair) => Number(isCorrected(pair)));
  const known = kinds.map((kind, at) => ({
    columns: [...pairs.keys()],
    coefficients: pairs.map((pair) => Number(pair.now === kind)),
    lower: today[at]!,
    upper: today[at]!,
  }));
  return solve({kinds, then, now: [], most: 1_000}, {pairs, costs, sense: "least", known});
}

function pairsOf(kinds: readonly Kind[]): readonly Pair[] {
  const all = [...kinds, undefined];
  return all.flatMap((then) => all.map((now) => ({then, now}))).filter(({then, now}) => then ?? now);
}

function holds(kind: Kind | undefined, group: (kind: Kind) => boolean): boolean {
  return kind !== undefined && group(kind);
}

interface Asked {
  readonly pairs: readonly Pair[];
  readonly costs: readonly number[];
  readonly sense: "least" | "most";
  /** What is known beside the editions. */
  readonly known?: readonly ProgramRow[];
}

type ProgramRow = ProgramData["rows"][number];

async function solve(
  {then, now, most}: TwoEditions & {readonly most: number},
  {pairs, costs, sense, known = []}: Asked,
): Promise<number> {
  const rowsOf = (cells: Cells, side: Side) =>
    cells.map(({address, cell}) => {
      if (address.measure !== "count") throw new Error("these reports ask for counts alone");
      const coefficients = pairs.map((pair) => {
        const kind = pair[side];
        return kind === undefined ? 0 : timesAt(kind, address);
      });
      const [lower, upper] = cell.status === "published" ? [cell.value, cell.value] : [1, Infinity];
      return {columns: [...pairs.keys()], coefficients, lower, upper};
    });
  const corrected = {
    columns: [...pairs.keys()],
    coefficients: pairs.map((pair) => Number(isCorrected(pair))),
    lower: 0,
    upper: most,
  };
  const data = {
    lower: pairs.map(() => 0),
    upper: pairs.map(() => 500),
    costs: [...costs],
    rows: [...rowsOf(then, "then"), ...rowsOf(now, "now"), corrected, ...known],
    isWhole: () => true,
  };
  using program = new Program(await loadSolver(), data);
  const answer = program.solve(sense);
  if (answer.status !== "optimal") throw new Error(`the editions contradict each other: ${answer.status}`);
  return Math.round(answer.objective);
}
