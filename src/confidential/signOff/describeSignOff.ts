import type {Disclosed} from "../disclose/disclose.ts";
import type {SignOff} from "./signOff.ts";

/**
 * The sign-off of an edition, its keys sorted, so that the same release has the same one. `release` is the SHA-256 of
 * that release.
 */
export function describeSignOff(edition: string, {reasons, protection, rounded}: Disclosed, release: string): SignOff {
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
    protection: Object.fromEntries(
      protectedKeys.flatMap((key) => {
        const found = protection.get(key);
        return found === undefined ? [] : [[key, {values: found.values, through: [...found.through].sort()}]];
      }),
    ),
  };
}
