import {comparePeriods, type CellAddress, type Report, type Vocabulary} from "../../publication/index.ts";
import type {Release} from "../../release/index.ts";
import type {Tabulation} from "../tabulate/tabulation.ts";
import {countSameForms, withSharedForms} from "./sharedForms.ts";
import {earlierRelease, type EarlierRelease} from "./earlierRelease.ts";

/** Published releases that bear on a new one. */
export interface Earlier {
  /** Of the same period, or with forms of days that both count: of these, what tells the days apart. */
  readonly same: readonly EarlierRelease[];
  /** Of the same days and region, with numbers that today's records do not give. */
  readonly revised: readonly EarlierRelease[];
  /** Of a period that holds the new one's, or lies within it. */
  readonly longer: readonly EarlierRelease[];
  readonly shorter: readonly EarlierRelease[];
}

/** The new release, as far as it decides which others bear on it. */
export interface Setting {
  readonly report: Pick<Report, "region" | "period">;
  readonly vocabulary: Vocabulary;
  readonly synthetic: boolean;
}

/**
 * The published releases that may tell of the same people. Those of made-up records never meet those of real ones.
 * Another region's is taken in too where the period is the same: whether its counts are of the same records shows when
 * they are counted. Of the same region one is taken in as well that counts forms of some of the same days.
 */
export function chooseEarlier(published: readonly Release[], {report, vocabulary, synthetic}: Setting): Earlier {
  const known = published.filter((release) => release.provenance.synthetic === synthetic);
  const read = (mayTell: (release: Release) => boolean): readonly EarlierRelease[] =>
    known.filter(mayTell).map((release) => earlierRelease(release, vocabulary));
  const isHere = (release: Release): boolean => release.edition.region === report.region.label;
  const lies = ({edition}: Release) => comparePeriods(edition.period, report.period);
  return {
    same: known.flatMap((one) => {
      if (lies(one) === "same") return [earlierRelease(one, vocabulary)];
      const sharesForms = isHere(one) && countSameForms(one, {vocabulary, edition: report});
      return sharesForms ? [withSharedForms(one, vocabulary)] : [];
    }),
    revised: [],
    longer: read((one) => isHere(one) && lies(one) === "around"),
    shorter: read((one) => isHere(one) && lies(one) === "within"),
  };
}

/**
 * Tells of the releases of the same period which count the records of today: where one printed another number than is
 * counted now, the records were revised since, or are another region's people.
 */
export function ofTheseRecords(earlier: Earlier, tabulation: Tabulation, region: string): Earlier {
  const isOfThese = ({printed}: EarlierRelease): boolean =>
    [...printed].every(([key, {value}]) => (tabulation.get(key)?.count ?? value) === value);
  const [same, others] = [earlier.same.filter(isOfThese), earlier.same.filter((one) => !isOfThese(one))];
  return {...earlier, same, revised: others.filter(({release}) => release.edition.region === region)};
}

/** The releases that count the people of today, though perhaps by records that were corrected since. */
export function ofThesePeople({same, revised}: Earlier): readonly Release[] {
  return [...same, ...revised].map(({release}) => release);
}

/** Every count that releases of the same people show or withhold. */
export function addressesIn({same}: Earlier): readonly CellAddress[] {
  return same.flatMap(({printed, withheld}) => [
    ...[...printed.values()].map(({address}) => address),
    ...withheld.values(),
  ]);
}
