import type {Release} from "../release.ts";

/** What a release is called in an audit: its edition, and which release of it where a later one has replaced it. */
export function nameOf({edition, number}: Pick<Release, "edition" | "number">): string {
  return number === undefined ? edition.id : `${edition.id} (release ${String(number)})`;
}
