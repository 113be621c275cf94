import type {ProtectionLevel} from "../../../publication/index.ts";
import type {Need, Protection} from "./countModel.ts";

/** What of a publication's policy decides how counts are protected. */
export interface ProtectionPolicy {
  /** Counts below this, zero apart, are unsafe. */
  readonly threshold: number;
  /** Where zeros are hidden they are unsafe too, and a reader reckons with them behind each mark. */
  readonly zeros: "shown" | "hidden";
  readonly level: ProtectionLevel;
  /** One mark for all that is withheld, or one for unsafe counts and another for the others. */
  readonly marks: "one" | "two";
}

/** What a reader assumes of withheld counts, and how far unsafe ones must be able to move, under a policy. */
export function protectionOf({threshold, zeros, level, marks}: ProtectionPolicy): Protection {
  const smallest = zeros === "hidden" ? 0 : 1;
  const needs: Readonly<Record<ProtectionLevel, (count: number) => Need>> = {
    exact: () => ({up: 0, down: 0, total: 1}),
    "width-2": () => ({up: 0, down: 0, total: 2}),
    full: (count) => ({
      up: threshold - 1 - count,
      down: count - smallest,
      total: Math.max(1, threshold - 1 - smallest),
    }),
  };
  const rangeOfOne = {least: smallest, most: Infinity};
  const rangesOfTwo = [
    {least: smallest, most: threshold - 1},
    {least: threshold, most: Infinity},
  ] as const;
  return {
    range: (count) => (marks === "one" ? rangeOfOne : rangesOfTwo[count < threshold ? 0 : 1]),
    need: needs[level],
  };
}
