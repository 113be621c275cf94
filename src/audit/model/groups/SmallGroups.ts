import type {Bounds} from "../propagate.ts";
import type {ModelBuilder} from "../ModelBuilder.ts";
import type {MarkRule, RuledCount} from "./RuledCount.ts";

const printedBelow = "the breakdown of a group of few people is not printed";
const zerosBelow = "a mark stands for nobody only in a group of few people";

/** What the counts of one release tell of the size of groups, and that of counts. */
export class SmallGroups {
  readonly #builder: ModelBuilder;
  readonly #bounds: Bounds;
  /** Groups that are not small: something of their breakdown is printed. */
  readonly #large = new Set<number>();
  /** For each group that may be small or not, the cell that says which. */
  readonly #whether = new Map<number, number>();

  constructor(builder: ModelBuilder, bounds: Bounds) {
    this.#builder = builder;
    this.#bounds = bounds;
  }

  /** No group of a count that is printed is small. `withheld` are the cells that the same release withholds. */
  state({groups, shown, rule}: RuledCount, withheld: ReadonlySet<number>): void {
    for (const group of groups.filter((one) => this.#maybeSmall(one, rule))) {
      // A group that is marked has somebody: all that could excuse a mark for nobody is large too.
      if (shown !== 0 || (withheld.has(group) && rule.smallest > 0)) this.#isLarge(group, rule);
      else this.#isLargeOrEmpty(group, rule);
      this.#large.add(group);
    }
  }

  /** A withheld count is what its mark says, unless it is in the breakdown of a small group. */
  limit({cell, groups, shown, rule}: RuledCount): void {
    const {threshold, smallest, groupNeeds} = rule;
    const few = groups.filter((group) => this.#maybeSmall(group, rule));
    if (few.some((group) => this.#isSurelySmall(group, rule))) return;
    const cells = [cell, ...few.map((group) => this.#whetherSmall(group, rule))];
    const each = (weight: number): readonly number[] => [1, ...few.map(() => weight)];
    const because = zerosBelow;
    this.#builder.state({cells, coefficients: each(1), lower: smallest, upper: Infinity, because});
    if (shown !== "small") return;
    const isOpen = groupNeeds > threshold && few.length > 0;
    const most = isOpen ? {cells, coefficients: each(threshold - groupNeeds)} : {cells: [cell], coefficients: [1]};
    this.#builder.state({...most, lower: -Infinity, upper: threshold - 1, because});
  }

  #isSurelySmall(group: number, {groupNeeds}: MarkRule): boolean {
    return this.#least(group) >= 1 && this.#most(group) < groupNeeds;
  }

  #maybeSmall(group: number, {groupNeeds}: MarkRule): boolean {
    return !this.#large.has(group) && this.#most(group) >= 1 && this.#least(group) < groupNeeds;
  }

  #isLarge(group: number, {groupNeeds}: MarkRule): void {
    this.#builder.state({
      cells: [group],
      coefficients: [1],
      lower: groupNeeds,
      upper: Infinity,
      because: printedBelow,
    });
  }

  #isLargeOrEmpty(group: number, {groupNeeds}: MarkRule): void {
    const cells = [group, this.#builder.whether(group, "anybody")];
    const because = printedBelow;
    this.#builder.state({cells, coefficients: [1, -groupNeeds], lower: 0, upper: Infinity, because});
    this.#builder.state({cells, coefficients: [1, -this.#most(group)], lower: -Infinity, upper: 0, because});
  }

  /** A cell that is 1 only where the group has at least one person and fewer than the rule asks. */
  #whetherSmall(group: number, {groupNeeds}: MarkRule): number {
    const known = this.#whether.get(group);
    if (known !== undefined) return known;
    const whether = this.#builder.whether(group, `fewer than ${groupNeeds}`);
    this.#whether.set(group, whether);
    const [cells, most, because] = [[group, whether], this.#most(group), zerosBelow];
    this.#builder.state({cells, coefficients: [1, -1], lower: 0, upper: Infinity, because});
    const beyond = most - groupNeeds + 1;
    if (beyond > 0) this.#builder.state({cells, coefficients: [1, beyond], lower: -Infinity, upper: most, because});
    return whether;
  }

  #least(group: number): number {
    return this.#bounds.lower[group] ?? 0;
  }

  #most(group: number): number {
    return this.#bounds.upper[group] ?? 0;
  }
}
