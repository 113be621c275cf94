import {
  isByNumber,
  meanCells,
  meanOf,
  populationsAveraged,
  type Averaged,
  type FewMean,
  type MeanCell,
} from "./averaged.ts";
import {FollowedMeans, openMeans, type OpenMean} from "./FollowedMeans.ts";
import {isSmall, type ListedGroup, type ListedPublication} from "./listed.ts";
import {OverlapsOf} from "./listOverlaps.ts";
import {placeName, restsOf} from "./listRests.ts";
import {NamedMeans, type MeanRule} from "./NamedMeans.ts";
import {populationsOf} from "../population/populationsOf.ts";
import type {People} from "../population/records.ts";
import {quantitySignature} from "./signature.ts";
import {partsAt} from "../population/terms.ts";

/** Means that must not be known as closely as a policy forbids, and what whole populations make of them. */
export interface ListedMeans {
  readonly settle: (people: People) => void;
  /** Those that are not yet as far apart as the policy asks. */
  readonly open: () => readonly OpenMean[];
}

/**
 * The means of few that the printed means of some releases could give away, by the number averaged: of groups that at most
 * two answers name, of what two printed means share or do not, of what lines leave over, and the withheld ones.
 */
export function listMeans(publication: ListedPublication, rule: MeanRule): readonly ListedMeans[] {
  const byNumber = Map.groupBy(meanCells(publication), ({number}) => number);
  return [...byNumber].flatMap(([number, cells]) =>
    cells.some(({isPrinted}) => isPrinted) ? [listMeansOf({number, cells}, publication, rule)] : [],
  );
}

interface AskedMeans {
  readonly number: Averaged;
  readonly cells: readonly MeanCell[];
}

function listMeansOf({number, cells}: AskedMeans, publication: ListedPublication, rule: MeanRule): ListedMeans {
  const {base} = publication;
  const named = populationsAveraged(cells, publication).map(
    (population) => new NamedMeans(population, number, {base, rule}),
  );
  const single = singleMeans({number, cells}, publication, rule);
  const lists: readonly ListedMeans[] = [...named, new FollowedMeans(base, single, rule.width)];
  return {
    settle: (people) => {
      for (const list of lists) list.settle(people);
    },
    open: () => distinct(lists.flatMap((list) => list.open())),
  };
}

/** Means of few that are listed one by one, of groups that no answer about the number itself names. */
function singleMeans(
  {number, cells}: AskedMeans,
  publication: ListedPublication,
  {needs}: MeanRule,
): readonly OpenMean[] {
  const {base, releases, definitions} = publication;
  const asked = cells.filter((cell) => groupsAt(cell).every((group) => !isByNumber(number, group)));
  const printed = asked.filter(({isPrinted}) => isPrinted);
  const rests = releases.flatMap((_, at) => {
    const places = printed.filter(({release}) => release === at);
    return restsOf(places.map(({population, at: place}) => ({population: population.definition.name, at: place})), populationsOf(definitions, at)); // prettier-ignore
  });
  const withheld = asked.filter(({isPrinted}) => !isPrinted).flatMap(groupsAt);
  const groups = [...overlapsIn(printed, base, needs), ...rests, ...withheld];
  const means = distinct(groups.map((group) => meanOf(number, group)));
  return openMeans(base, means).filter(({inBase}) => isSmall(inBase.known, needs));
}

function groupsAt({population, at}: MeanCell): readonly ListedGroup[] {
  const {name, source} = population.definition;
  const parts = partsAt(population, at);
  return parts === undefined ? [] : [{name: placeName({population: name, at}), source, parts}];
}

/** For two printed means those whom both average, and those whom the one averages and not the other. */
function overlapsIn(printed: readonly MeanCell[], base: People, needs: number): readonly ListedGroup[] {
  const averaged = printed.flatMap((cell) =>
    groupsAt(cell).map(({name, source, parts: [part]}) => {
      return {key: name, source, terms: [...(part?.terms ?? []), cell.number.known]};
    }),
  );
  const records = base[averaged[0]?.source ?? -1];
  return records === undefined ? [] : new OverlapsOf(averaged, records, {threshold: needs, withNested: true}).open();
}

/** One group may be listed in several ways. */
function distinct<M extends FewMean>(means: readonly M[]): readonly M[] {
  return [...new Map(means.map((mean) => [quantitySignature(mean.known), mean])).values()];
}
