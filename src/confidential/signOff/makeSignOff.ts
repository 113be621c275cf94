import type {Disclosed} from "../disclose/disclose.ts";
import type {SignOff} from "./signOff.ts";

/** What was decided, and what of it the proof on people did. */
export interface Decided {
  readonly disclosed: Disclosed;
  /** Cells that are withheld for the proof alone, by key, with the count that each protects. */
  readonly further: ReadonlyMap<string, string>;
  /** Counts that take fewer values among the people of the proof than the policy's level asks. */
  readonly narrow: readonly string[];
  /** Cells that a longer search might have spared, by key. */
  readonly givenUp: ReadonlySet<string>;
}

/**
 * The sign-off of an edition, its keys sorted, so that the same release has the same one. `release` is the SHA-256 of
 * that release.
 */
export function makeSignOff(edition: string, {disclosed, further, narrow, givenUp}: Decided, release: string): SignOff {
  const {reasons, protection, rounded} = disclosed;
  const withheld = [...reasons].sort(([a], [b]) => (a < b ? -1 : 1));
  const primaries = withheld.filter(([, reason]) => reason === "primary").map(([key]) => key);
  const others = withheld.flatMap(([key, reason]) => (reason === "primary" ? [] : [[key, reason] as const]));
  const protectedKeys = [...protection.keys()].sort();
  return {
    schema: "smallprint-sign-off/1",
    edition,
    release,
    primaries: [...primaries, ...(rounded?.unsafe ?? [])].sort(),
    others: Object.fromEntries(others),
    people: Object.fromEntries([...further].filter(([key]) => reasons.get(key) === "people").sort()),
    narrow: [...narrow].sort(),
    givenUp: [...givenUp].sort(),
    protection: Object.fromEntries(
      protectedKeys.flatMap((key) => {
        const found = protection.get(key);
        return found === undefined ? [] : [[key, {values: found.values, through: [...found.through].sort()}]];
      }),
    ),
  };
}
