import type {CellAddress} from "../../publication/index.ts";
import {basePeople} from "./basePeople.ts";
import type {PeopleCertificate} from "./certificate.ts";
import {populationsOf} from "./populationsOf.ts";
import {countQuantities} from "./quantity.ts";
import {witnessPeople} from "./records.ts";
import {partsAt} from "./terms.ts";

/**
 * The values that the count at a place takes among all populations of a certificate, ascending; nothing where its people
 * lack an answer that the place names. Confidential.
 */
export function valuesAmong(
  certificate: PeopleCertificate,
  {population, at}: Extract<CellAddress, {measure: "count"}>,
): readonly number[] | undefined {
  const counted = populationsOf(certificate.definitions, 0).get(population);
  const base = basePeople(certificate);
  const parts = counted && partsAt(counted, at);
  if (base === undefined || parts === undefined) return undefined;
  const quantity = {source: counted?.definition.source ?? 0, parts};
  const all = [base, ...certificate.witnesses.map((witness) => witnessPeople(base, witness).people)];
  const values = all.map((people) => countQuantities(people, [quantity])[0] ?? NaN);
  return [...new Set(values)].sort((a, b) => a - b);
}
