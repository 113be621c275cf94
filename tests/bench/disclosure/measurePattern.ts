import {circulationOf} from "../../../src/confidential/disclose/secondary/circulation.ts";
import type {CountModel, Defence} from "../../../src/confidential/disclose/secondary/countModel.ts";
import {LinearDefence} from "../../../src/confidential/disclose/secondary/LinearDefence.ts";
import {loadSolver} from "../../../src/confidential/disclose/secondary/loadSolver.ts";
import {NetworkDefence} from "../../../src/confidential/disclose/secondary/NetworkDefence.ts";
import {protectionOf} from "../../../src/confidential/disclose/secondary/protectionOf.ts";
import {unitsOf} from "../../../src/confidential/disclose/secondary/protectModel.ts";
import {splitModel} from "../../../src/confidential/disclose/secondary/splitModel.ts";

/** At least three possible values for every unsafe count, where zeros are shown. */
export const protection = protectionOf({threshold: 5, zeros: "shown", level: "width-2", marks: "one"});

/** How many further values make three. */
const width2 = 2;

/** What a pattern costs and what it is worth. */
export interface Measured {
  readonly secondaries: number;
  /** Sum of the counts withheld beside the unsafe ones. */
  readonly hidden: number;
  /** Totals among them. */
  readonly margins: number;
  /** Unsafe counts with one possible value. */
  readonly exact: number;
  /** Part of the unsafe counts with at least three possible values. */
  readonly atWidth2: number;
}

/** Places of the counts of 1 to 4 that are shown. */
export function unsafeOf({cells}: CountModel): ReadonlySet<number> {
  return new Set(
    cells.keys().filter((cell) => {
      const {count = 0, shown = false} = cells[cell] ?? {};
      return shown && count >= 1 && count <= 4;
    }),
  );
}

/** Attacks a pattern anew, without what its maker knew of it. */
export async function measurePattern(model: CountModel, withheld: ReadonlySet<number>): Promise<Measured> {
  const unsafe = unsafeOf(model);
  const secondaries = [...withheld].filter((cell) => !unsafe.has(cell) && model.cells[cell]?.shown === true);
  const widths = await widthsOf(model, withheld, unsafe);
  return {
    secondaries: secondaries.length,
    hidden: secondaries.reduce((sum, cell) => sum + (model.cells[cell]?.count ?? 0), 0),
    margins: secondaries.filter((cell) => (model.cells[cell]?.level ?? 0) > 0).length,
    exact: widths.filter((width) => width === 0).length,
    atWidth2: unsafe.size === 0 ? 1 : widths.filter((width) => width >= width2).length / unsafe.size,
  };
}

async function widthsOf(
  model: CountModel,
  withheld: ReadonlySet<number>,
  unsafe: ReadonlySet<number>,
): Promise<readonly number[]> {
  const widths: number[] = [];
  for (const part of splitModel(model)) {
    const own = [...part.places.keys()].filter((index) => withheld.has(part.places[index] ?? -1));
    if (own.length === 0) continue;
    const {defence, release} = await defenceOf(part);
    for (const cell of own) defence.withhold(cell);
    const judged = own.filter((index) => unsafe.has(part.places[index] ?? -1));
    widths.push(...judged.map((cell) => unitsOf(defence.freedom(cell))));
    release();
  }
  return widths;
}

async function defenceOf(model: CountModel): Promise<{defence: Defence; release: () => void}> {
  const circulation = circulationOf(model);
  if (circulation !== undefined) {
    return {defence: new NetworkDefence(model, circulation, protection), release: () => undefined};
  }
  const defence = new LinearDefence(await loadSolver(), model, protection);
  return {
    defence,
    release: () => {
      defence[Symbol.dispose]();
    },
  };
}
