import type {Solver} from "../../../solver/index.ts";
import type {CountModel, Defence, Freedom, Move, Need, Protection, Push} from "./countModel.ts";
import {lackOf, waysToTry} from "./lackOf.ts";
import {MoveFinder} from "./MoveFinder.ts";
import {MoveProgram} from "./MoveProgram.ts";
import {pushWhole} from "./pushWhole.ts";
import {mayBeWithheld, roomOf, type Room} from "./roomOf.ts";
import {webOf} from "./webOf.ts";
import {weighCell} from "./weighCell.ts";

/** Keeps moves short without deciding what is withheld. */
const withheldPrice = 1e-4;

/** Answers by linear programs, and by integer programs where those leave fractions: for models of any shape. */
export class LinearDefence implements Defence, Disposable {
  readonly withheld = new Set<number>();
  readonly #model: CountModel;
  readonly #protection: Protection;
  readonly #rooms: readonly Room[];
  readonly #weights: readonly number[];
  /** Only what is withheld may change: what a reader cannot exclude. */
  readonly #finder: MoveFinder;
  /** Anything may change at its price: what could be withheld. */
  readonly #repair: MoveProgram;
  /** Freedoms found for the present pattern. */
  readonly #known = new Map<number, Freedom>();

  constructor(solver: Solver, model: CountModel, protection: Protection) {
    this.#model = model;
    this.#protection = protection;
    this.#weights = model.cells.map(weighCell);
    this.#rooms = model.cells.map((cell) => roomOf(cell, protection));
    const web = webOf(model);
    this.#finder = new MoveFinder(solver, web, this.#rooms);
    const changeable = model.cells.flatMap((cell, index) =>
      !cell.shown || mayBeWithheld(cell, protection) ? [index] : [],
    );
    this.#repair = new MoveProgram(solver, web, changeable);
    model.cells.forEach((cell, index) => {
      if (cell.shown) this.#offer(index);
      else this.#open(index);
    });
  }

  withhold(cell: number): void {
    if (this.withheld.has(cell)) return;
    this.withheld.add(cell);
    this.#known.clear();
    this.#open(cell);
  }

  publish(cell: number): void {
    if (!this.withheld.delete(cell)) return;
    this.#known.clear();
    this.#finder.close(cell);
    this.#offer(cell);
  }

  freedom(cell: number): Freedom {
    const known = this.#known.get(cell) ?? this.#findFreedom(cell);
    this.#known.set(cell, known);
    return known;
  }

  repair(cell: number): readonly number[] | undefined {
    const freedom = this.freedom(cell);
    const cost = (cells: readonly number[]): number =>
      cells.reduce((sum, other) => sum + (this.#weights[other] ?? 0), 0);
    for (const changes of waysToTry(freedom, this.#needOf(cell))) {
      const ways = changes
        .map((change) => this.#wayTo(cell, change, 1 + (change === 1 ? freedom.up : freedom.down)))
        .filter((way) => way !== undefined);
      if (ways.length > 0) return ways.toSorted((a, b) => cost(a) - cost(b))[0];
    }
    return undefined;
  }

  [Symbol.dispose](): void {
    this.#finder[Symbol.dispose]();
    this.#repair[Symbol.dispose]();
  }

  /** Looks one unit further up and down by turns: near moves are short, and found sooner than far ones. */
  #findFreedom(cell: number): Freedom {
    const need = this.#needOf(cell);
    const ways = {up: [] as Move[], down: [] as Move[]};
    const units = (): {up: number; down: number} => ({up: ways.up.length, down: ways.down.length});
    const isOpen = {up: true, down: true};
    for (let way = nextWay(units(), need, isOpen); way !== undefined; way = nextWay(units(), need, isOpen)) {
      const move = this.#further({cell, change: way === "up" ? 1 : -1, units: ways[way].length + 1});
      if (move === undefined) isOpen[way] = false;
      else ways[way].push(move);
    }
    return {...units(), moves: [...ways.up, ...ways.down]};
  }

  #further(push: Push): Move | undefined {
    return push.units > this.#roomTo(push.cell, push.change) ? undefined : this.#finder.find(push);
  }

  #wayTo(cell: number, change: 1 | -1, units: number): readonly number[] | undefined {
    if (units > this.#roomTo(cell, change)) return undefined;
    const push = {cell, change, units};
    const published = (move: Move): readonly number[] =>
      [...move.keys()].filter((other) => !this.withheld.has(other) && this.#model.cells[other]?.shown === true);
    const linear = this.#repair.push(push);
    if (linear === undefined) return undefined;
    const way = published(linear);
    if (way.length > 0) return way;
    // A way through withheld cells alone that is no freedom yet is a way in fractions: ask for whole units.
    const whole = pushWhole(this.#repair, push);
    return whole && published(whole);
  }

  #open(cell: number): void {
    this.#finder.open(cell);
    if (this.#repair.has(cell)) this.#repair.open(cell, this.#roomOf(cell), withheldPrice);
  }

  /** Offers a published cell to repairs at its price. */
  #offer(cell: number): void {
    if (this.#repair.has(cell)) this.#repair.open(cell, this.#roomOf(cell), this.#weights[cell] ?? 0);
  }

  #roomTo(cell: number, change: 1 | -1): number {
    const {rise, fall} = this.#roomOf(cell);
    return change === 1 ? rise : fall;
  }

  #roomOf(cell: number): Room {
    return this.#rooms[cell] ?? {rise: 0, fall: 0};
  }

  #needOf(cell: number): Need {
    return this.#protection.need(this.#model.cells[cell]?.count ?? 0);
  }
}

type Way = "up" | "down";

/** In which direction to look next, of those still open: where more is needed, else where less is known. */
function nextWay(
  reached: Readonly<Record<Way, number>>,
  need: Need,
  isOpen: Readonly<Record<Way, boolean>>,
): Way | undefined {
  if (lackOf(reached, need) === 0) return undefined;
  const open = (["up", "down"] as const).filter((way) => isOpen[way]);
  const lacking = open.filter((way) => reached[way] < need[way]);
  if (lacking.length > 0) return lacking[0];
  return reached.up + reached.down < need.total ? open.toSorted((a, b) => reached[a] - reached[b])[0] : undefined;
}
