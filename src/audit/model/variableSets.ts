/** Names of the variables that stand together in a table. */
export type VariableSet = ReadonlySet<string>;

/** The sets that no other set contains. */
export function maximalSets(sets: readonly VariableSet[]): readonly VariableSet[] {
  const distinct = [...new Map(sets.map((set) => [[...set].toSorted().join(" "), set])).values()];
  return distinct.filter(
    (set) => !distinct.some((other) => other !== set && set.size < other.size && set.isSubsetOf(other)),
  );
}

/**
 * Groups of tables whose variables go round in a circle (A×B, B×C, A×C): there, tables that agree where they overlap
 * need not come from one set of records, so the joint table says more. Found by Graham's reduction: what is left after
 * dropping variables that stand in one table only and tables inside others. Each group is the union of what hangs together.
 */
export function cyclicCores(sets: readonly VariableSet[]): readonly VariableSet[] {
  let rest: readonly VariableSet[] = sets;
  for (;;) {
    const next = maximalSets(rest.map((set) => sharedOnly(set, rest))).filter(({size}) => size > 0);
    if (weight(next) === weight(rest) && next.length === rest.length) break;
    rest = next;
  }
  return connected(rest.length > 1 ? rest : []);
}

function sharedOnly(set: VariableSet, all: readonly VariableSet[]): VariableSet {
  return new Set([...set].filter((name) => all.some((other) => other !== set && other.has(name))));
}

function weight(sets: readonly VariableSet[]): number {
  return sets.reduce((sum, {size}) => sum + size, 0);
}

function connected(sets: readonly VariableSet[]): readonly VariableSet[] {
  return sets.reduce<readonly VariableSet[]>((groups, set) => {
    const touching = groups.filter((group) => !group.isDisjointFrom(set));
    const joined = touching.reduce<VariableSet>((all, group) => all.union(group), set);
    return [...groups.filter((group) => !touching.includes(group)), joined];
  }, []);
}
