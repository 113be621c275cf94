import type {IsPossible} from "./possibleRegions.ts";
import type {Members, PopulationSpace, CoveredPlace} from "./PopulationSpace.ts";
import type {Statement} from "../tells/statement.ts";

/** Most finest groups that printed zeros are spread over. */
const mostGroups = 500_000;

/**
 * Tells groups in which somebody can be from those that lie in a group printed as nobody: of a joint table of many
 * mostly empty ones, few groups are left.
 */
export function withoutPrintedZeros(
  space: PopulationSpace,
  statements: readonly {readonly statement: Statement}[],
): IsPossible {
  let tests: readonly EmptyGroups[] | undefined;
  return (region) => {
    tests ??= emptyGroups(space, statements);
    return !tests.some((one) => isAmong(region, one));
  };
}

/** Finest groups by some roots that are printed as nobody. */
interface EmptyGroups {
  readonly roots: readonly string[];
  readonly groups: ReadonlySet<string>;
}

function emptyGroups(
  space: PopulationSpace,
  statements: readonly {readonly statement: Statement}[],
): readonly EmptyGroups[] {
  const zeros = new Map<string, Set<string>>();
  let size = 0;
  for (const {statement} of statements) {
    if (statement.says !== "shown" || statement.value !== 0) continue;
    const region = space.region(statement.at);
    if (region === undefined) continue;
    const roots = [...region.keys()].sort();
    const groups = groupsOf(region, roots);
    if ((size += groups.length) > mostGroups) break;
    const key = JSON.stringify(roots);
    const known = zeros.get(key) ?? new Set();
    for (const group of groups) known.add(group);
    zeros.set(key, known);
  }
  return [...zeros].map(([key, groups]) => ({roots: JSON.parse(key) as readonly string[], groups}));
}

function isAmong(region: CoveredPlace, {roots, groups}: EmptyGroups): boolean {
  return roots.every((root) => region.has(root)) && groupsOf(region, roots).every((group) => groups.has(group));
}

/** The finest groups of a region by some roots. */
function groupsOf(region: CoveredPlace, roots: readonly string[]): readonly string[] {
  return roots.reduce<readonly string[]>(
    (groups, root) => {
      const members: Members = region.get(root) ?? [];
      return groups.flatMap((group) => members.map((one) => `${group}\n${one}`));
    },
    [""],
  );
}
