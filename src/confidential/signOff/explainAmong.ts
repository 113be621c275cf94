import {rangeOfGroup, valuesAmong, type AskedGroup, type PeopleCertificate} from "../../audit/index.ts";
import {cellKey, type CellAddress} from "../../publication/index.ts";
import type {Release} from "../../release/index.ts";

/** A release with its proof, where that is at hand. */
export interface Proved {
  readonly release: Release;
  readonly certificate?: PeopleCertificate;
  /** Whether the values that a group takes among the people of the proof may be told. */
  readonly showConfidential: boolean;
}

/**
 * What can be known of the size of any group, in sentences: by a reader of the release, and how open the proof on people
 * leaves it. Nothing for what is no count, and for one that is printed.
 */
export function explainAmong(address: CellAddress, proved: Proved): readonly string[] {
  const {release} = proved;
  if (address.measure !== "count") return [];
  if (release.has(address) && release.cell(address).status === "published") return [];
  return describeGroup(address, proved);
}

/** The same of those who are in one group and not in another; both are counts of one population. */
export function explainDifference(
  whole: Extract<CellAddress, {measure: "count"}>,
  butNot: Extract<CellAddress, {measure: "count"}>,
  proved: Proved,
): readonly string[] {
  const first = `Of ${cellKey(whole)} those who are not in ${cellKey(butNot)}:`;
  return [first, ...describeGroup({...whole, butNot: butNot.at}, proved)];
}

function describeGroup(group: AskedGroup, proved: Proved): readonly string[] {
  return [...describeReader(group, proved), describeProof(group, proved)];
}

function describeReader(group: AskedGroup, {release}: Proved): readonly string[] {
  if (release.vocabulary.populations.every(({name}) => name !== group.population)) return [];
  const {least, most} = rangeOfGroup(release, group);
  const range = most === undefined ? `${String(least)} or more` : `from ${String(least)} to ${String(most)}`;
  return [
    least === most
      ? "A reader of the release can tell it exactly, by adding and subtracting."
      : `A reader of the release can tell by adding and subtracting that it is ${range}.`,
  ];
}

function describeProof(group: AskedGroup, {certificate, showConfidential}: Proved): string {
  if (certificate === undefined)
    return "The certificate on people is not at hand: what it leaves open was not looked up.";
  const values = valuesAmong(certificate, group);
  const people = `the ${String(certificate.witnesses.length + 1)} populations of the proof`;
  if (values === undefined) return `It is not counted on ${people}: nothing that is published asks about it.`;
  if (showConfidential) return `Among ${people} it is ${values.join(", ")}.`;
  return `Among ${people} it takes ${values.length === 1 ? "one value" : "several values"}.`;
}
