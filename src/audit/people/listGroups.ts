import type {ListedGroup, ListedPublication, Watch} from "./listed.ts";
import {AnswerSwaps} from "./AnswerSwaps.ts";
import {listAlike} from "./listAlike.ts";
import {listCuts} from "./listCuts.ts";
import {listOverlaps} from "./listOverlaps.ts";
import {listPairs} from "./listPairs.ts";
import {listRests} from "./listRests.ts";
import {momentsOf} from "./moments.ts";
import {tieColumns} from "./tieColumns.ts";
import {quantitySignature} from "./signature.ts";

/**
 * Every group that a publication must not give away beside the counts that it shows or marks: those that two answers name,
 * what two printed counts share or do not, what printed quantiles cut, and what lines leave over, as far as they are few in the
 * base; and those of small groups who are not what the others all are.
 */
export function listGroups(publication: ListedPublication): Watch {
  const [release] = publication.releases;
  const policy = release?.disclosure.policy;
  const isReported = policy?.remainders === "reported";
  const kinds = isReported ? [listPairs, listOverlaps, listCuts] : [listPairs, listOverlaps, listCuts, listRests];
  const ties = tieColumns(publication.base, publication.statements);
  const swaps = publication.base.map((records, source) => new AnswerSwaps(records, ties[source] ?? []));
  const lists = momentsOf(publication).flatMap((read) => [
    ...kinds.map((list) => list(read, policy?.threshold ?? 0)),
    listAlike(read, swaps),
  ]);
  return {
    settle: (people) => {
      for (const list of lists) list.settle(people);
    },
    open: () => distinct(lists.flatMap((list) => list.open())),
  };
}

/** One group may be listed in several ways. */
function distinct(groups: readonly ListedGroup[]): readonly ListedGroup[] {
  return [...new Map(groups.map((group) => [quantitySignature(group), group])).values()];
}
