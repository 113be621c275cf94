import {readQuantity, stepsApart} from "../../publication/index.ts";
import {Histograms} from "../population/Histograms.ts";
import {askedWidths, type AskedWidth, type MeanPolicy, type MeanRule} from "./askedWidths.ts";
import {
  isByNumber,
  meanCells,
  meanOf,
  populationsAveraged,
  reachWithin,
  type Averaged,
  type FewMean,
  type MeanCell,
} from "./averaged.ts";
import {FollowedMeans, openMeans, type OpenMean} from "./FollowedMeans.ts";
import type {ListedGroup, ListedPublication} from "./listed.ts";
import {OverlapsOf} from "./listOverlaps.ts";
import {placeName, restsOf} from "./listRests.ts";
import {NamedMeans} from "./NamedMeans.ts";
import {populationsOf} from "../population/populationsOf.ts";
import type {People} from "../population/records.ts";
import {quantitySignature} from "./signature.ts";
import {leadersIn} from "../population/leaders.ts";
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
export function listMeans(publication: ListedPublication, policy: MeanPolicy): readonly ListedMeans[] {
  const byNumber = Map.groupBy(meanCells(publication), ({number}) => number);
  return [...byNumber].flatMap(([number, cells]) =>
    cells.some(({isPrinted}) => isPrinted)
      ? [listMeansOf({number, cells}, publication, {...policy, width: widthOf(cells, policy, publication)})]
      : [],
  );
}

/** How far apart means of few of a number must be able to lie: the widest, where releases call its unit differently. */
function widthOf(
  cells: readonly MeanCell[],
  {meanWidth}: MeanPolicy,
  {releases}: Pick<ListedPublication, "releases">,
): number {
  const widths = cells.map(({release, population, variable}) => {
    const asked = releases[release]?.vocabulary.populations.find(({name}) => name === population.definition.name);
    const {unit, decimals, reads} = asked?.variables.find(({name}) => name === variable) ?? {};
    return stepsApart(meanWidth, {unit, decimals, between: reads && readQuantity(reads)?.between});
  });
  return Math.max(0, ...widths);
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
  const lists: readonly ListedMeans[] = [...named, new FollowedMeans(base, single)];
  return {
    settle: (people) => {
      for (const list of lists) list.settle(people);
    },
    open: () => distinct(lists.flatMap((list) => list.open())),
  };
}

/**
 * Means of few that are listed one by one, of groups that no answer about the number itself names. A withheld sum of such a
 * group is listed too, and is to differ no further than answers about the number let one number do.
 */
function singleMeans({number, cells}: AskedMeans, publication: ListedPublication, rule: MeanRule): readonly OpenMean[] {
  const {base, releases, definitions} = publication;
  const [byNumber, asked] = parted(cells, (cell) => groupsAt(cell).some((group) => isByNumber(number, group)));
  const printed = asked.filter(({isPrinted}) => isPrinted);
  const rests = releases.flatMap((_, at) => {
    const places = printed.filter(({release}) => release === at);
    return restsOf(places.map(({population, at: place}) => ({population: population.definition.name, at: place})), populationsOf(definitions, at)); // prettier-ignore
  });
  const groups = [...overlapsIn(printed, base, rule), ...rests, ...withheldIn(asked)];
  const numbered = rule.sums === undefined ? [] : withheldIn(byNumber);
  const means = [
    ...askedOf(number, groups, {base, rule}),
    ...askedOf(number, numbered, {base, rule}).flatMap(({group, asked: {isSum, width}}) => {
      const reach = Math.min(width, reachWithin(number, group));
      return isSum && reach > 0 ? [{group, asked: {isSum, width: reach}}] : [];
    }),
  ];
  return openMeans(base, distinct(means.map(({group, asked: width}) => meanOf(number, group, width))));
}

/** What must differ of which groups. */
function askedOf(
  number: Averaged,
  groups: readonly ListedGroup[],
  {base, rule}: {readonly base: People; readonly rule: MeanRule},
): readonly {readonly group: ListedGroup; readonly asked: AskedWidth}[] {
  const {column, mask} = number.known;
  const histograms = new Histograms(base);
  return groups.flatMap((group) => {
    const counts = histograms.of(group, column).map((count, value) => (mask[value] === 1 ? count : 0));
    return askedWidths(leadersIn(counts, number.aboveFloor), rule).map((asked) => ({group, asked}));
  });
}

function withheldIn(cells: readonly MeanCell[]): readonly ListedGroup[] {
  return cells.filter(({isPrinted}) => !isPrinted).flatMap(groupsAt);
}

function parted<One>(all: readonly One[], isFirst: (one: One) => boolean): readonly [readonly One[], readonly One[]] {
  return [all.filter(isFirst), all.filter((one) => !isFirst(one))];
}

function groupsAt({population, at}: MeanCell): readonly ListedGroup[] {
  const {name, source} = population.definition;
  const parts = partsAt(population, at);
  return parts === undefined ? [] : [{name: placeName({population: name, at}), source, parts}];
}

/**
 * For two printed means those whom both average, and those whom the one averages and not the other: the few, and where sums
 * are asked all, because one of many may dominate.
 */
function overlapsIn(printed: readonly MeanCell[], base: People, {needs, sums}: MeanRule): readonly ListedGroup[] {
  const averaged = printed.flatMap((cell) =>
    groupsAt(cell).map(({name, source, parts: [part]}) => {
      return {key: name, source, terms: [...(part?.terms ?? []), cell.number.known]};
    }),
  );
  const records = base[averaged[0]?.source ?? -1];
  const threshold = sums === undefined ? needs : Infinity;
  return records === undefined ? [] : new OverlapsOf(averaged, records, {threshold, withNested: true}).open();
}

/** One group may be listed in several ways. */
function distinct<M extends FewMean>(means: readonly M[]): readonly M[] {
  return [...new Map(means.map((mean) => [`${String(mean.isSum)} ${quantitySignature(mean.known)}`, mean])).values()];
}
