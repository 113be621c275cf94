import {basePeople, describeGuarantee, provedTogether} from "../../audit/index.ts";
import {readRelease, type Release} from "../../release/index.ts";
import type {ProtectedPeople} from "../people/protectPeople.ts";
import type {SignOff} from "./signOff.ts";

/** A release that was proved on people, and what stands beside it. */
export interface ProvedRelease {
  /** Text of the release. */
  readonly text: string;
  /** Every release that was published before. */
  readonly published: readonly Release[];
  readonly signOff: SignOff;
}

/** The guarantee in short, for the person who signs. Confidential: it holds counts of what the release withholds. */
export function describeProof(
  {certificate, narrow, known}: Pick<ProtectedPeople, "certificate" | "narrow" | "known">,
  {text, published, signOff}: ProvedRelease,
): string {
  const release = readRelease(text, `the release of ${signOff.edition}`);
  const base = basePeople(certificate) ?? [];
  const {together, apart} = provedTogether(release, {certificate, base, earlier: published});
  const proof = {
    populations: certificate.witnesses.length + 1,
    narrow,
    known,
    unsafe: signOff.primaries.length,
    together,
    apart,
  };
  return describeGuarantee(release, proof, {showConfidential: true, isShort: true});
}

const mostNamed = 50;

/** Cells that a longer search might have spared, as lines for the confidential log. */
export function describeGivenUp(givenUp: ReadonlySet<string>): readonly string[] {
  const names = [...givenUp].sort();
  const more = names.length > mostNamed ? [`  and ${String(names.length - mostNamed)} more`] : [];
  return names.length === 0
    ? []
    : [
        "Withheld because the search for people who do without these cells was given up within its limit of work:",
        ...names.slice(0, mostNamed).map((name) => `  ${name}`),
        ...more,
      ];
}

/** Counts that the proof hides less than the policy's level asks, by name, as lines for the confidential log. */
export function describeNarrow(narrow: readonly string[]): readonly string[] {
  if (narrow.length === 0) return [];
  const more = narrow.length > mostNamed ? [`  and ${String(narrow.length - mostNamed)} more, in sign-off.json`] : [];
  return [
    "Counts that other people give fewer values than the policy's level asks: two, or of nobody in a small group one:",
    ...narrow.slice(0, mostNamed).map((name) => `  ${name}`),
    ...more,
  ];
}
