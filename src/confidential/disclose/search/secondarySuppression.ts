import type {Disclosure} from "../disclosure.ts";
import {unprotectedCounts} from "../unprotectedCounts.ts";
import {situationOf} from "../situationOf.ts";
import {unsafeIn} from "../advice/situation.ts";
import {protectCounts} from "./protectCounts.ts";
import {protectionOf} from "./protectionOf.ts";

/**
 * Withholds further counts until none that is unsafe can be worked out from what is published: neither one that a
 * table shows nor one that a reader can derive from two that are shown.
 *
 * Throws DisclosureError where no withholding protects some count.
 */
export async function secondarySuppression(disclosure: Disclosure): Promise<Disclosure> {
  const {situation, keys} = situationOf(disclosure);
  const pattern = await protectCounts(situation.model, unsafeIn(situation), protectionOf(situation.policy));
  if (pattern.unprotected.length > 0) throw await unprotectedCounts(situation, pattern.unprotected);
  const cells = new Map(disclosure.cells);
  for (const cell of pattern.withheld) {
    const judged = cells.get(keys[cell] ?? "");
    if (judged !== undefined && judged.withheld === undefined)
      cells.set(keys[cell] ?? "", {...judged, withheld: "secondary"});
  }
  return {...disclosure, cells, protection: describe(pattern.freedoms, keys)};
}

function describe(
  freedoms: Awaited<ReturnType<typeof protectCounts>>["freedoms"],
  keys: readonly string[],
): Disclosure["protection"] {
  return new Map(
    [...freedoms].map(([cell, {up, down, moves}]) => {
      const through = [...new Set(moves.flatMap((move) => [...move.keys()]))].map((other) => keys[other] ?? "");
      return [keys[cell] ?? "", {values: up + down + 1, through: through.filter((key) => key !== keys[cell])}];
    }),
  );
}
