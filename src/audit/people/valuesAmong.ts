import type {CellAddress, Coordinates} from "../../publication/index.ts";
import {basePeople} from "./basePeople.ts";
import type {PeopleCertificate} from "../population/certificate.ts";
import {populationsOf} from "../population/populationsOf.ts";
import {countQuantities, type Part} from "../population/quantity.ts";
import {witnessPeople} from "../population/records.ts";
import {partsAt} from "../population/terms.ts";

/** Those who are counted at a place, and not at another one of the same population. */
export interface AskedGroup extends Extract<CellAddress, {measure: "count"}> {
  readonly butNot?: Coordinates;
}

/**
 * The values that the count of a group takes among all populations of a certificate, ascending; nothing where its people
 * lack an answer that the group names. Confidential.
 */
export function valuesAmong(
  certificate: PeopleCertificate,
  {population, at, butNot}: AskedGroup,
): readonly number[] | undefined {
  const counted = populationsOf(certificate.definitions, 0).get(population);
  const base = basePeople(certificate);
  // A record may have two faults, of which one is counted and the other not.
  if (butNot !== undefined && counted?.definition.faults !== undefined) return undefined;
  const whole = counted && partsAt(counted, at);
  const without = counted && partsAt(counted, butNot ?? {});
  if (base === undefined || whole === undefined || without === undefined) return undefined;
  const parts = butNot === undefined ? whole : [...whole, ...bothOf(whole, without)];
  const quantity = {source: counted?.definition.source ?? 0, parts};
  const all = [base, ...certificate.witnesses.map((witness) => witnessPeople(base, witness))];
  const values = all.map((people) => countQuantities(people, [quantity])[0] ?? NaN);
  return [...new Set(values)].sort((a, b) => a - b);
}

/** What to take away of a group: its records that are in another one too. */
function bothOf(whole: readonly Part[], without: readonly Part[]): readonly Part[] {
  return whole.flatMap((one) => without.map((other) => ({terms: [...one.terms, ...other.terms], sign: -1})));
}
