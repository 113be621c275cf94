/** By name in a list, the number of its block: names that stand together in some group are of one block. */
export function joinedTables(names: readonly string[], groups: readonly (readonly string[])[]): readonly number[] {
  const numbers = new Map(names.map((name, at) => [name, at]));
  const root = names.map((_, at) => at);
  const rootOf = (at: number): number => {
    let top = at;
    while (root[top] !== top) top = root[top] ?? top;
    root[at] = top;
    return top;
  };
  for (const [first = "", ...others] of groups) {
    for (const other of others) root[rootOf(numbers.get(other) ?? 0)] = rootOf(numbers.get(first) ?? 0);
  }
  return names.map((_, at) => rootOf(at));
}
