import {canLeave} from "./byNature.ts";
import type {Definitions} from "../population/definition.ts";
import {GroupsAround, type Group} from "./GroupsAround.ts";
import {countQuantities} from "../population/quantity.ts";
import type {People} from "../population/records.ts";
import type {PeopleStatement} from "./peopleStatement.ts";
import type {Release} from "../../release/index.ts";

interface Ruled {
  readonly releases: readonly Release[];
  readonly definitions: Definitions;
  readonly base: People;
}

/**
 * What the rule for small groups adds to what releases say: a count in the breakdown of a group of fewer people than the
 * rule asks carries a mark whatever it is, nobody included; a printed one tells that its groups have more people, or none.
 * Other people keep to it where small groups of the base stay small, and others do not become so. Where counts of nobody
 * are hidden the breakdown of an empty group carries the same marks: it may have few people, and a group of few nobody.
 */
export function ruleGroups(statements: readonly PeopleStatement[], ruled: Ruled): readonly PeopleStatement[] {
  const groups = new RuledGroups(statements, ruled);
  const narrow = new Map(
    statements.flatMap((one) => {
      const small = one.says === "marked" ? groups.smallAround(one) : [];
      return small.length > 0 ? [[one, small] as const] : [];
    }),
  );
  const nobody = statements.filter(({says, upper}) => says !== "marked" && upper === 0);
  const whole = wholeGroups({narrow, groups, nobody}, ruled);
  return [
    ...statements.map((one): PeopleStatement => {
      if (!narrow.has(one)) return one;
      const marked = inBreakdown(one, groups.needs(one) - 1);
      const wholeOf = whole.get(one) ?? [];
      return wholeOf.length > 0 ? {...marked, wholeOf} : marked;
    }),
    ...groups.all.map((group) => sayGroup(group, groups.boundsOf(group))),
  ];
}

/** Of two marks the one for small counts stands for all of a breakdown; the other still says that a count is not small. */
function inBreakdown(statement: PeopleStatement, most: number): PeopleStatement {
  return statement.lower > 1
    ? {...statement, upper: Math.min(statement.upper, most)}
    : {...statement, lower: 0, upper: most};
}

/** The small groups that marks narrow. */
interface Narrowed {
  readonly narrow: ReadonlyMap<PeopleStatement, readonly Group[]>;
  readonly groups: RuledGroups;
  /** What a release says of nobody. */
  readonly nobody: readonly PeopleStatement[];
}

/** By mark the small groups that are behind it whole, though some of them could be elsewhere. */
function wholeGroups(
  {narrow, groups, nobody}: Narrowed,
  {definitions, base}: Ruled,
): ReadonlyMap<PeopleStatement, readonly Group[]> {
  const values = countQuantities(base, [...narrow.keys()]);
  const whole = [...narrow].map(([statement, small], at): readonly [PeopleStatement, readonly Group[]] => {
    const source = definitions.sources[statement.source];
    if (source === undefined) return [statement, []];
    const isWhole = (group: Group): boolean => groups.sizeOf(group) === values[at];
    const own = small.filter((group) => isWhole(group) && canLeave(group, statement, {source, nobody}));
    return [statement, own];
  });
  return new Map<PeopleStatement, readonly Group[]>(whole);
}

type Bounds = readonly [lower: number, upper: number];

/** The groups that counts of some releases narrow, and in which bounds they stay. */
class RuledGroups {
  readonly all: readonly Group[];
  readonly #releases: readonly Release[];
  readonly #around: ReadonlyMap<PeopleStatement, readonly Group[]>;
  readonly #sizes: ReadonlyMap<string, number>;
  readonly #veiled: ReadonlySet<string>;

  constructor(statements: readonly PeopleStatement[], {releases, definitions, base}: Ruled) {
    this.#releases = releases;
    const counts = statements.filter(({says, address, release}) => {
      const {groupNeeds, method} = releases[release]?.disclosure.policy ?? {};
      return address.measure === "count" && says !== "implied" && groupNeeds !== undefined && method === "withhold";
    });
    const groupsAround = new GroupsAround(counts, definitions);
    this.#around = new Map(counts.map((count) => [count, groupsAround.around(count)]));
    this.all = [...new Map([...this.#around.values()].flat().map((group) => [group.name, group])).values()];
    const sizes = countQuantities(base, this.all);
    this.#sizes = new Map(this.all.map((group, at) => [group.name, sizes[at] ?? 0]));
    this.#veiled = veiledGroups(this.#around, (group) => this.#isSmall(group));
  }

  /** How many people the rule asks of a group, as its release has it. */
  needs({release}: Pick<PeopleStatement, "release">): number {
    return this.#releases[release]?.disclosure.policy.groupNeeds ?? 0;
  }

  sizeOf({name}: Group): number {
    return this.#sizes.get(name) ?? 0;
  }

  smallAround(statement: PeopleStatement): readonly Group[] {
    return (this.#around.get(statement) ?? []).filter((group) => this.#isSmall(group));
  }

  /** A group of nobody stays so, a small one small, and one of as many as the rule needs has no fewer. */
  boundsOf(group: Group): Bounds {
    const [size, needs] = [this.sizeOf(group), this.needs(group)];
    if (size >= needs) return [needs, Infinity];
    if (this.#isSmall(group)) return [this.#least(group), needs - 1];
    return [0, this.#veiled.has(group.name) ? needs - 1 : 0];
  }

  /** Where counts of nobody are hidden, groups of nobody and of few carry the same marks. */
  #least({release}: Group): number {
    return this.#releases[release]?.disclosure.policy.zeros === "hidden" ? 0 : 1;
  }

  #isSmall(group: Group): boolean {
    const size = this.sizeOf(group);
    return size >= this.#least(group) && size < this.needs(group);
  }
}

/**
 * Names of the groups all counts of whose breakdown are withheld for another, small one: were one of these groups of nobody,
 * or of few, the same marks would stand.
 */
function veiledGroups(
  around: ReadonlyMap<PeopleStatement, readonly Group[]>,
  isSmall: (group: Group) => boolean,
): ReadonlySet<string> {
  const [veiled, told] = [new Set<string>(), new Set<string>()];
  for (const [{says}, groups] of around) {
    const small = new Set(groups.filter(isSmall).map(({name}) => name));
    for (const {name} of groups) {
      const isVeiled = says === "marked" && small.size > (small.has(name) ? 1 : 0);
      (isVeiled ? veiled : told).add(name);
    }
  }
  return veiled.difference(told);
}

function sayGroup({source, parts, release, name, address}: Group, [lower, upper]: Bounds): PeopleStatement {
  return {source, parts, release, key: `group ${name}`, says: "implied", lower, upper, address};
}
