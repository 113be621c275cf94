import {isSafeToWithhold, type Attack, type Finding} from "../attack/attack.ts";
import type {Together} from "../attack/attackTogether.ts";
import {isHidden, targetValues, type AuditModel} from "../model/auditModel.ts";
import {nameOf, type Release} from "../../release/index.ts";
import type {Certificate} from "./certificate.ts";

/**
 * Writes down why withheld cells are safe: for each, tables of whole counts that satisfy every statement and give it
 * different counts. Cells that are not safe are left out, and the checker says so.
 */
export function certify({model, attacked: attack, reading}: Together, releases: readonly Release[]): Certificate {
  const witnesses = new WitnessList(model, attack);
  const safe = attack.withheld.filter(
    ({cell, possible}) => isHidden(model.cells[cell]) && isSafeToWithhold(model, possible),
  );
  const cells = safe.map((finding): [string, number[]] => [
    keyOf(model, finding.cell),
    // A cell that is known, but large enough to need no protection, has its count in every table.
    finding.shownBy.length === 0 ? [0] : [...new Set(chosen(model, finding).map((at) => witnesses.number(at)))],
  ]);
  return {
    schema: "smallprint-certificate/1",
    editions: releases.map(nameOf),
    worlds: releases.map((release) => reading.worlds.get(release) ?? ""),
    tiesPeriods: reading.periods.size > 0,
    guesses: reading.guesses,
    base: baseTable(model, attack),
    witnesses: witnesses.changes,
    cells: Object.fromEntries(cells),
  };
}

/** As many values as show that the cell is safe and, where it can be seen, that each unsafe one is possible. */
function chosen({policy}: AuditModel, {possible, shownBy}: Finding): Finding["shownBy"] {
  const unsafe = shownBy.filter((_, at) => (possible[at] ?? 0) < policy.threshold);
  const above = shownBy.slice(unsafe.length, unsafe.length + Math.max(1, targetValues(policy) - unsafe.length));
  return [...unsafe, ...above];
}

/** Every cell that is not printed: known by subtraction, or as in the first table of its component. */
function baseTable(model: AuditModel, {bounds, components}: Attack): Record<string, number> {
  const values = new Map(bounds.lower.map((value, cell) => [cell, value]));
  for (const {component, witnesses} of components) {
    component.cells.forEach((cell, column) => values.set(cell, witnesses[0]?.[column] ?? 0));
  }
  const hidden = [...values].filter(([cell]) => model.cells[cell]?.standing !== "published");
  return Object.fromEntries(hidden.map(([cell, value]) => [keyOf(model, cell), value]));
}

/** Numbers the tables that are used, each once. */
class WitnessList {
  readonly changes: Record<string, number>[] = [];
  readonly #model: AuditModel;
  readonly #attack: Attack;
  readonly #numbers = new Map<string, number>();

  constructor(model: AuditModel, attack: Attack) {
    this.#model = model;
    this.#attack = attack;
  }

  number({component, witness}: Finding["shownBy"][number]): number {
    if (witness === 0) return 0;
    const name = `${component} ${witness}`;
    const known = this.#numbers.get(name) ?? this.changes.push(this.#differences({component, witness}));
    this.#numbers.set(name, known);
    return known;
  }

  #differences({component, witness}: Finding["shownBy"][number]): Record<string, number> {
    const attacked = this.#attack.components[component];
    const [base] = attacked?.witnesses ?? [];
    const table = attacked?.witnesses[witness];
    const changed = (attacked?.component.cells ?? []).flatMap((cell, column) => {
      const value = table?.[column] ?? 0;
      return value === base?.[column] ? [] : [[keyOf(this.#model, cell), value] as const];
    });
    return Object.fromEntries(changed);
  }
}

function keyOf(model: AuditModel, cell: number): string {
  return model.cells[cell]?.key ?? "";
}
