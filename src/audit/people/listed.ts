import type {Release} from "../../release/index.ts";
import type {Definitions} from "../population/definition.ts";
import type {Quantity} from "../population/quantity.ts";
import type {People} from "../population/records.ts";
import type {PeopleStatement} from "./peopleStatement.ts";
import type {CountedPopulation} from "../population/terms.ts";

/** A group of people that the publication must not give away, though no table may show it. */
export interface ListedGroup extends Quantity {
  /** In words, for messages: names of categories, never counts. */
  readonly name: string;
}

/** Groups of one kind whose count has been the same small one in every population so far. */
export interface Watch {
  /** Looks at another population and forgets the groups whose count it changes. */
  readonly settle: (people: People) => void;
  readonly open: () => readonly ListedGroup[];
}

/** What groups are listed from. */
export interface ListedPublication {
  readonly releases: readonly Release[];
  readonly definitions: Definitions;
  readonly base: People;
  /** What the releases say, as statements on records. */
  readonly statements: readonly PeopleStatement[];
}

/** Whether a count of people is small under a policy: from one up to, but not including, its threshold. */
export function isSmall(count: number, threshold: number): boolean {
  return count >= 1 && count < threshold;
}

/** The populations of records, each once, however many editions define it alike. */
export function distinctPopulations({
  definitions,
}: Pick<ListedPublication, "definitions">): readonly CountedPopulation[] {
  const found = new Map<string, CountedPopulation>();
  for (const {populations} of definitions.editions) {
    for (const definition of populations) {
      const source = definitions.sources[definition.source];
      if (source !== undefined) found.set(JSON.stringify(definition), {definition, source});
    }
  }
  return [...found.values()];
}
