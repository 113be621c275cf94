import {circulationOf} from "../../../src/confidential/disclose/search/circulation.ts";
import type {CountModel, Defence, Freedom, Protection} from "../../../src/confidential/disclose/search/countModel.ts";
import {isPossibleTable} from "./isPossibleTable.ts";
import {LinearDefence} from "../../../src/confidential/disclose/search/LinearDefence.ts";
import {loadSolver} from "../../../src/solver/index.ts";
import {NetworkDefence} from "../../../src/confidential/disclose/search/NetworkDefence.ts";
import {protectionOf} from "../../../src/confidential/disclose/search/protectionOf.ts";
import {unitsOf} from "../../../src/confidential/disclose/search/protectModel.ts";
import {splitModel} from "../../../src/confidential/disclose/search/splitModel.ts";

const policy = {threshold: 5, zeros: "shown", level: "width-2", marks: "one"} as const;

/** At least three possible values for every unsafe count, where zeros are shown. */
export const protection = protectionOf(policy);

/** At least two possible values: what another program promises where it promises anything. */
export const exactSafety = protectionOf({...policy, level: "exact"});

/** Asks how far a count can go, as far as any unsafe count goes. */
const allTheWay = protectionOf({...policy, level: "full"});

/** A reader who is told which marks stand for counts below 5. */
const toldWhichAreSmall = protectionOf({...policy, marks: "two"});

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
  /** The same for a reader who is told which of the withheld counts are below 5. */
  readonly exactWhenTold: number;
  /** Part of the unsafe counts with at least three possible values. */
  readonly atWidth2: number;
  /** Part of the unsafe counts that can have every value from 1 to 4. */
  readonly full: number;
  /** Part of the unsafe counts for which at least three possible tables are at hand that differ in it. */
  readonly certified: number;
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
  const freedoms = await freedomsOf({model, withheld, unsafe, protection});
  const told = await freedomsOf({model, withheld, unsafe, protection: toldWhichAreSmall});
  const whole = await freedomsOf({model, withheld, unsafe, protection: allTheWay});
  const part = (some: number): number => (unsafe.size === 0 ? 1 : some / unsafe.size);
  const isFull = ([cell, {up, down}]: readonly [number, Freedom]): boolean => {
    const need = allTheWay.need(model.cells[cell]?.count ?? 0);
    return up >= need.up && down >= need.down;
  };
  const isCertified = ([cell, {moves}]: readonly [number, Freedom]): boolean => {
    const tables = moves.filter((move) => isPossibleTable(move, {model, withheld, protection}));
    return new Set([0, ...tables.map((table) => table.get(cell) ?? 0)]).size > width2;
  };
  return {
    secondaries: secondaries.length,
    hidden: secondaries.reduce((sum, cell) => sum + (model.cells[cell]?.count ?? 0), 0),
    margins: secondaries.filter((cell) => (model.cells[cell]?.level ?? 0) > 0).length,
    exact: [...freedoms.values()].filter((freedom) => unitsOf(freedom) === 0).length,
    exactWhenTold: [...told.values()].filter((freedom) => unitsOf(freedom) === 0).length,
    atWidth2: part([...freedoms.values()].filter((freedom) => unitsOf(freedom) >= width2).length),
    full: part([...whole].filter(isFull).length),
    certified: part([...freedoms].filter(isCertified).length),
  };
}

interface Question {
  readonly model: CountModel;
  readonly withheld: ReadonlySet<number>;
  readonly unsafe: ReadonlySet<number>;
  readonly protection: Protection;
}

async function freedomsOf({model, withheld, unsafe, protection}: Question): Promise<ReadonlyMap<number, Freedom>> {
  const freedoms = new Map<number, Freedom>();
  for (const part of splitModel(model)) {
    const own = [...part.places.keys()].filter((index) => withheld.has(part.places[index] ?? -1));
    if (own.length === 0) continue;
    const {defence, release} = await defenceOf(part, protection);
    for (const cell of own) defence.withhold(cell);
    for (const cell of own) {
      const place = part.places[cell] ?? -1;
      if (unsafe.has(place)) freedoms.set(place, inWhole(defence.freedom(cell), part.places));
    }
    release();
  }
  return freedoms;
}

/** The same freedom with the places of the whole model. */
function inWhole(freedom: Freedom, places: readonly number[]): Freedom {
  const moves = freedom.moves.map((move) => new Map([...move].map(([cell, by]) => [places[cell] ?? -1, by])));
  return {...freedom, moves};
}

async function defenceOf(model: CountModel, protection: Protection): Promise<{defence: Defence; release: () => void}> {
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
