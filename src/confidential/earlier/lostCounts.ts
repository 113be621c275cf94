import {knownFrom, DisclosureError} from "../../audit/index.ts";
import type {Earlier} from "./chooseEarlier.ts";

/**
 * Which of the counts that the analyst withdraws, by key, are known from what was published of these records, so that
 * nothing is left to protect. Throws DisclosureError for one that nothing published prints or gives away: it would lose
 * its protection for no reason.
 */
export async function lostCounts(
  withdrawn: ReadonlySet<string>,
  {known, earlier}: {readonly known: Earlier; readonly earlier: Earlier},
): Promise<ReadonlySet<string>> {
  const releases = (one: Earlier) => one.same.map(({release}) => release);
  const lost = await knownFrom(releases(earlier), withdrawn);
  const printed = new Set(known.same.flatMap((one) => [...one.printed.keys()]));
  const needless = [...withdrawn].filter((key) => !lost.has(key) && !printed.has(key));
  if (needless.length === 0) return lost;
  throw new DisclosureError(
    `Nothing that was published gives these counts away. Remove them from withdraws in report.yaml:\n${needless.map((key) => `  ${key}`).join("\n")}`,
  );
}
