import {heedSignals} from "../../files/index.ts";
import {loadSolver} from "../../solver/index.ts";
import {isHidden, targetValues, type AuditModel} from "../model/auditModel.ts";
import {smallestUnsafe} from "../tells/smallestUnsafe.ts";
import {componentsOf, type Component} from "./components.ts";
import {ComponentSolver, type WholeCounts} from "./ComponentSolver.ts";
import {Knowledge} from "./Knowledge.ts";
import {propagate, type Bounds} from "../model/propagate.ts";

/** How far an attack goes. */
export interface AttackOptions {
  /** Keys of withheld cells that are unsafe by themselves: their level is found out, whatever else they could be. */
  readonly primaries?: ReadonlySet<string>;
  /** Finds the exact smallest and largest value of every withheld cell, not only as far as its safety needs. */
  readonly exactRanges?: boolean;
}

/** What a reader can find out of one count that is not printed. */
export interface Finding {
  /** Index into the model's cells. */
  readonly cell: number;
  readonly least: number;
  readonly most: number;
  /** Values shown to be possible, ascending: all there are, unless the attack ended as soon as the cell was safe. */
  readonly possible: readonly number[];
  /** The component and the witness that shows each possible value; none for a cell known by subtraction. */
  readonly shownBy: readonly {readonly component: number; readonly witness: number}[];
  /** Whether a program was left undecided before the cell was settled. */
  readonly isUndecided: boolean;
}

/** One component with every table found that satisfies all statements about it. */
export interface AttackedComponent {
  readonly component: Component;
  readonly witnesses: readonly WholeCounts[];
  readonly knowledge: Knowledge;
}

/** Everything that the attack found. Call `dispose` when done. */
export interface Attack {
  readonly bounds: Bounds;
  /** Withheld cells, in the model's order. */
  readonly withheld: readonly Finding[];
  /** Counts that no page prints and that can have only one value, 1 or more but below the threshold. */
  readonly derivable: readonly Finding[];
  /** Counts that no page prints of which it is not proved that they can be anything but one small value. */
  readonly undecided: readonly Finding[];
  readonly components: readonly AttackedComponent[];
  /** A component that no whole counts fit: its printed numbers contradict each other. */
  readonly contradictory?: Component;
  readonly dispose: () => void;
}

/** Whether no whole counts fit what is printed. */
export function isContradictory({bounds, contradictory}: Attack): boolean {
  return bounds.broken !== undefined || contradictory !== undefined;
}

/**
 * Attacks every count that is not printed: subtraction first, then linear programs over what hangs together, then
 * integer programs where those are not whole.
 */
export async function attack(model: AuditModel, options: AttackOptions = {}): Promise<Attack> {
  const bounds = propagate(model);
  if (bounds.broken !== undefined) {
    return {bounds, withheld: [], derivable: [], undecided: [], components: [], dispose: () => undefined};
  }
  const loaded = await loadSolver();
  const components = componentsOf(model, bounds);
  const solvers = components.map((component) => new ComponentSolver(component, loaded));
  const dispose = () => {
    for (const solver of solvers) solver[Symbol.dispose]();
  };
  const attacked: AttackedComponent[] = [];
  for (const [index, component] of components.entries()) {
    const solver = solvers[index];
    if (solver === undefined) continue;
    const knowledge = new Knowledge(component, solver);
    const base = solver.findAny();
    if (base.status === "impossible") {
      return {
        bounds,
        withheld: [],
        derivable: [],
        undecided: [],
        components: attacked,
        contradictory: component,
        dispose,
      };
    }
    knowledge.isUndecided = base.witness === undefined;
    knowledge.add(base.witness);
    if (base.witness !== undefined) await attackComponent({model, component, knowledge}, options);
    attacked.push({component, witnesses: knowledge.witnesses, knowledge});
  }
  return {bounds, ...findingsOf(model, bounds, attacked), components: attacked, dispose};
}

interface Target {
  readonly model: AuditModel;
  readonly component: Component;
  readonly knowledge: Knowledge;
}

async function attackComponent({model, component, knowledge}: Target, options: AttackOptions): Promise<void> {
  for (const [column, cell] of component.cells.entries()) {
    await heedSignals();
    if (isHidden(model.cells[cell])) {
      settle({model, knowledge}, column);
      if (options.exactRanges === true) findRange(knowledge, column);
      if (options.primaries?.has(model.cells[cell]?.key ?? "") === true) tryUnsafeValues({model, knowledge}, column);
    } else if (isUnseenCount(model.cells[cell]) && mayBeOneSmallValue({model, knowledge}, column)) {
      findRange(knowledge, column);
    }
  }
}

function findRange(knowledge: Knowledge, column: number): void {
  knowledge.findEnd(column, "least");
  knowledge.findEnd(column, "most");
}

/** Goes on until a cell is seen to be safe, or all of its possible values are known. */
function settle({model, knowledge}: Omit<Target, "component">, column: number): void {
  const isSafe = () => isSafeToWithhold(model, [...knowledge.of(column).seen.keys()]);
  if (!isSafe()) knowledge.findEnd(column, "most");
  if (!isSafe()) knowledge.findEnd(column, "least");
  if (!isSafe()) tryUnsafeValues({model, knowledge}, column);
}

function tryUnsafeValues({model, knowledge}: Omit<Target, "component">, column: number): void {
  for (let value = 0; value < model.policy.threshold; value += 1) knowledge.tryValue(column, value);
  if (knowledge.of(column).seen.size < targetValues(model.policy)) findRange(knowledge, column);
}

/** Whether possible values leave enough doubt: as many as the level asks, or one that needs no protection. */
export function isSafeToWithhold({policy}: Pick<AuditModel, "policy">, possible: readonly number[]): boolean {
  return (
    possible.length >= targetValues(policy) ||
    possible.some(
      (value) => value >= policy.threshold || (value === 0 && (possible.length > 1 || policy.zeros === "shown")),
    )
  );
}

function mayBeOneSmallValue({model, knowledge}: Omit<Target, "component">, column: number): boolean {
  const {seen} = knowledge.of(column);
  const [value = 0] = seen.keys();
  return seen.size === 1 && value >= 1 && value < model.policy.threshold;
}

function findingsOf(
  model: AuditModel,
  {lower, upper}: Bounds,
  attacked: readonly AttackedComponent[],
): Pick<Attack, "withheld" | "derivable" | "undecided"> {
  const findings = new Map<number, Finding>();
  attacked.forEach(({component, knowledge}, index) => {
    component.cells.forEach((cell, column) => findings.set(cell, findingAt({knowledge, index, cell, column})));
  });
  const all = model.cells.map(
    (_, cell) => findings.get(cell) ?? knownBySubtraction(cell, lower[cell] ?? upper[cell] ?? 0),
  );
  const unseen = all.filter(({cell}) => isUnseenCount(model.cells[cell]));
  const isKnown = ({least, most}: Finding): boolean => least === most;
  const isSmall = ({possible: [value = 1, ...others]}: Finding): boolean =>
    others.length === 0 && value >= 1 && value < model.policy.threshold;
  return {
    withheld: all.filter(({cell}) => model.cells[cell]?.isWithheld === true),
    derivable: unseen.filter((finding) => isKnown(finding) && isSmall(finding)),
    undecided: unseen.filter((finding) => finding.isUndecided && !isKnown(finding) && isSmall(finding)),
  };
}

function isUnseenCount(cell: AuditModel["cells"][number] | undefined): boolean {
  return cell?.standing === "unseen" && cell.sumOf === undefined && cell.isWhether !== true;
}

function knownBySubtraction(cell: number, value: number): Finding {
  return {cell, least: value, most: value, possible: [value], shownBy: [], isUndecided: false};
}

function findingAt({
  knowledge,
  index,
  cell,
  column,
}: {
  knowledge: Knowledge;
  index: number;
  cell: number;
  column: number;
}): Finding {
  const {seen, least, most} = knowledge.of(column);
  const shown = [...seen].sort(([a], [b]) => a - b);
  return {
    cell,
    least,
    most,
    possible: shown.map(([value]) => value),
    shownBy: shown.map(([, witness]) => ({component: index, witness})),
    isUndecided: knowledge.isUndecided,
  };
}

/** Whether a withheld cell is given away: it can have one value only, and that is one the policy withholds. */
export function isGivenAway({policy}: Pick<AuditModel, "policy">, {possible, least, most}: Finding): boolean {
  const [value = 0, ...others] = possible;
  const isUnsafe = value >= smallestUnsafe(policy) && value < policy.threshold;
  return others.length === 0 && isUnsafe && least === most;
}
