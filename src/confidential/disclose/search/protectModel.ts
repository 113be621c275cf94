import {heedSignals} from "../../../files/index.ts";
import {
  isTrue,
  type CountModel,
  type Defence,
  type Freedom,
  type ModelCell,
  type Need,
  type Protection,
} from "./countModel.ts";
import {lackOf} from "./lackOf.ts";
import {weighCell} from "./weighCell.ts";

/** The pattern found: what is withheld beside the unsafe counts, and what shows that it suffices. */
export interface Pattern {
  /** Everything withheld, the unsafe counts that are shown included. */
  readonly withheld: ReadonlySet<number>;
  /** For every protected count the moves that a reader cannot exclude. */
  readonly freedoms: ReadonlyMap<number, Freedom>;
  /** Unsafe counts that a reader can work out whatever is withheld. */
  readonly unprotected: readonly number[];
}

interface Tools {
  readonly defence: Defence;
  readonly protection: Protection;
}

/** What a pattern costs a reader: the weights of all that is withheld. */
export function patternCost({cells}: CountModel, {withheld}: Pattern): number {
  return [...withheld].reduce((sum, cell) => sum + weighKnown(cells[cell]), 0);
}

function weighKnown(cell: ModelCell | undefined): number {
  return cell === undefined ? 0 : weighCell(cell);
}

/**
 * Withholds further cells until every unsafe count has the freedom that the policy asks, or as much of it as can be
 * had: first repairs the unsafe counts one by one at the least cost, then tries to publish each further cell again, the
 * dearest first. The unsafe counts are repaired in the order given; another order can cost less.
 *
 * Throws RangeError where the model is not true of its own counts.
 */
export async function protectModel(
  model: CountModel,
  unsafe: readonly number[],
  {defence, protection}: Tools,
): Promise<Pattern> {
  if (!isTrue(model)) throw new RangeError("a total of the model is not the sum of its parts");
  const needOf = (cell: number): Need => protection.need(model.cells[cell]?.count ?? 0);
  // What stays printed is known, whatever else is withheld.
  const hidden = unsafe.filter((cell) => model.cells[cell]?.fixed !== true);
  const chosen = [...model.cells.keys()].filter((cell) => model.cells[cell]?.chosen === true);
  for (const cell of [...hidden, ...chosen]) if (model.cells[cell]?.shown === true) defence.withhold(cell);
  const freedoms = new Map<number, Freedom>();
  const reasons = new Map<number, number>();
  for (const cell of hidden) {
    await heedSignals();
    freedoms.set(cell, repairUntilFree(cell, needOf(cell), {defence, reasons}));
  }
  const unprotected = unsafe.filter((cell) => unitsOf(freedoms.get(cell)) === 0);
  for (const cell of unprotected) freedoms.delete(cell);
  await publishAgain(model, {defence, freedoms, reasons, needOf, kept: new Set([...unsafe, ...chosen])});
  return {withheld: defence.withheld, freedoms, unprotected};
}

/** How many further values than the true one a reader cannot exclude. */
export function unitsOf(freedom: Freedom | undefined): number {
  return freedom === undefined ? 0 : freedom.up + freedom.down;
}

interface Repairs {
  readonly defence: Defence;
  /** For every further cell the unsafe count that it was first withheld for. */
  readonly reasons: Map<number, number>;
}

function repairUntilFree(cell: number, need: Need, {defence, reasons}: Repairs): Freedom {
  for (;;) {
    const freedom = defence.freedom(cell);
    if (lackOf(freedom, need) === 0) return freedom;
    const repair = defence.repair(cell);
    if (repair === undefined || repair.length === 0) return freedom;
    for (const other of repair) {
      defence.withhold(other);
      reasons.set(other, cell);
    }
  }
}

interface Protected extends Repairs {
  readonly freedoms: Map<number, Freedom>;
  readonly needOf: (cell: number) => Need;
  /** Stays withheld whatever it is good for. */
  readonly kept: ReadonlySet<number>;
}

async function publishAgain(model: CountModel, found: Protected): Promise<void> {
  const weigh = (cell: number): number => weighKnown(model.cells[cell]);
  const further = [...found.defence.withheld]
    .filter((cell) => !found.kept.has(cell))
    .toSorted((a, b) => weigh(b) - weigh(a) || compareKeys(model, a, b));
  for (const cell of further) {
    await heedSignals();
    tryPublishing(cell, found);
  }
}

/** Publishes a cell where every count that it helped to protect finds as much freedom without it. */
function tryPublishing(cell: number, found: Protected): void {
  const {defence, freedoms, needOf} = found;
  defence.publish(cell);
  const renewed = new Map<number, Freedom>();
  for (const [unsafe, known] of helpedBy(cell, found)) {
    const freedom = defence.freedom(unsafe);
    if (isLessFree(freedom, known, needOf(unsafe))) {
      defence.withhold(cell);
      return;
    }
    renewed.set(unsafe, freedom);
  }
  for (const [unsafe, freedom] of renewed) freedoms.set(unsafe, freedom);
}

/** Whether a count lacks more than before, or has fewer of the values that it needs. */
function isLessFree(freedom: Freedom, known: Freedom, need: Need): boolean {
  return lackOf(freedom, need) > lackOf(known, need) || unitsOf(freedom) < Math.min(need.total, unitsOf(known));
}

/** The counts that rest on a cell; first the one that it was withheld for, which most likely cannot do without. */
function helpedBy(cell: number, {freedoms, reasons}: Protected): readonly (readonly [number, Freedom])[] {
  const resting = [...freedoms].filter(([, {moves}]) => moves.some((move) => move.has(cell)));
  const isReason = ([unsafe]: readonly [number, Freedom]): number => Number(reasons.get(cell) === unsafe);
  return resting.toSorted((a, b) => isReason(b) - isReason(a));
}

function compareKeys({cells}: CountModel, a: number, b: number): number {
  const [left, right] = [cells[a]?.key ?? "", cells[b]?.key ?? ""];
  if (left === right) return 0;
  return left < right ? -1 : 1;
}
