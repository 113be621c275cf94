import type {CountModel, Defence, Freedom, Protection} from "../search/countModel.ts";
import {lackOf} from "../search/lackOf.ts";
import {protectModel, type Pattern} from "../search/protectModel.ts";
import type {Needs, Withheld} from "./CoverCut.ts";

/** What a whole pattern is tried with. */
export interface Trial {
  readonly model: CountModel;
  readonly unsafe: readonly number[];
  readonly needs: Needs;
  readonly offered: readonly number[];
  readonly defence: Defence;
  readonly protection: Protection;
}

/** The pattern as it is with the moves that show that it suffices; undefined where some count lacks freedom. */
export function tryPattern(withheld: Withheld, trial: Trial): Pattern | undefined {
  const {defence, needs} = trial;
  setPattern(withheld, trial);
  const freedoms = new Map<number, Freedom>();
  for (const [cell, need] of needs) {
    const freedom = defence.freedom(cell);
    if (lackOf(freedom, need) > 0) return undefined;
    freedoms.set(cell, freedom);
  }
  return {withheld: new Set(defence.withheld), freedoms, unprotected: unprotectedOf(trial)};
}

/** The pattern with what it lacks, without what it has too much; undefined where even that does not suffice. */
export async function repairPattern(withheld: Withheld, trial: Trial): Promise<Pattern | undefined> {
  const {model, unsafe, defence, protection, needs} = trial;
  setPattern(withheld, trial);
  const found = await protectModel(model, unsafe, {defence, protection});
  const suffices = needs.entries().every(([cell, need]) => {
    const freedom = found.freedoms.get(cell);
    return freedom !== undefined && lackOf(freedom, need) === 0;
  });
  return suffices ? {...found, withheld: new Set(found.withheld)} : undefined;
}

function setPattern(withheld: Withheld, {model, unsafe, offered, defence}: Trial): void {
  for (const cell of [...defence.withheld]) if ((withheld[cell] ?? 0) === 0) defence.publish(cell);
  for (const cell of unsafe) if (model.cells[cell]?.shown === true) defence.withhold(cell);
  model.cells.forEach(({chosen}, cell) => {
    if (chosen === true) defence.withhold(cell);
  });
  for (const cell of offered) if ((withheld[cell] ?? 0) > 0) defence.withhold(cell);
}

function unprotectedOf({unsafe, needs}: Trial): readonly number[] {
  return unsafe.filter((cell) => !needs.has(cell));
}
