import {type SourceDefinition, type PeopleStatement, ownColumns} from "../../audit/index.ts";
import type {Scheme} from "./Scheme.ts";

/** Sums over more parts than this, as all faults together, hold too much together to be of help. */
const mostCoupled = 12;

/** By clique the ones that a statement about several, as one about faults of a kind, holds together with it. */
export function coupledCliques(
  scheme: Scheme,
  statements: readonly PeopleStatement[],
  definition: SourceDefinition,
): ReadonlyMap<number, ReadonlySet<number>> {
  const found = new Map<number, Set<number>>();
  for (const {parts} of statements) {
    if (parts.length < 2 || parts.length > mostCoupled) continue;
    const held = parts.map((part) => scheme.holding(ownColumns(part, definition)) ?? 0);
    for (const at of held) found.set(at, new Set([...(found.get(at) ?? []), ...held]));
  }
  return found;
}
