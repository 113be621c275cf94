import type {Disclosure} from "../disclosure.ts";
import {unprotectedCounts} from "../unprotectedCounts.ts";
import {countModelOf} from "../link/countModelOf.ts";
import type {LinkedCell} from "../link/links.ts";
import {protectCounts} from "./protectCounts.ts";
import {protectionOf} from "./protectionOf.ts";

/**
 * Withholds further counts until none that is unsafe can be worked out from what is published: neither one that a
 * table shows nor one that a reader can derive from two that are shown.
 *
 * Throws DisclosureError where no withholding protects some count.
 */
export async function secondarySuppression(disclosure: Disclosure): Promise<Disclosure> {
  const {policy, links} = disclosure;
  const {model, keys} = modelToProtect(disclosure);
  const isUnsafe = (count: number): boolean => count >= 1 && count < policy.threshold;
  const unsafe = new Set(
    model.cells.keys().filter((cell) => {
      const known = model.cells[cell];
      return (
        known !== undefined &&
        mayBeUnsafe(links.cells.get(known.key)) &&
        (isUnsafe(known.count) || (policy.zeros === "hidden" && known.shown && known.count === 0))
      );
    }),
  );
  const pattern = await protectCounts(
    model,
    unsafe,
    protectionOf({...policy, marks: typeof policy.mark === "string" ? "one" : "two"}),
  );
  if (pattern.unprotected.length > 0) throw unprotectedCounts(pattern.unprotected.map((cell) => keys[cell] ?? ""));
  const cells = new Map(disclosure.cells);
  for (const cell of pattern.withheld) {
    const judged = cells.get(keys[cell] ?? "");
    if (judged !== undefined && judged.withheld === undefined)
      cells.set(keys[cell] ?? "", {...judged, withheld: "secondary"});
  }
  return {...disclosure, cells, protection: describe(pattern.freedoms, keys)};
}

/** The web of sums, with the cells marked that the analyst withholds. */
function modelToProtect({links, counts, cells}: Disclosure): ReturnType<typeof countModelOf> {
  const {model, keys} = countModelOf(links, counts);
  const marked = model.cells.map((cell) =>
    cells.get(cell.key)?.withheld === "by-choice" && cell.fixed !== true ? {...cell, chosen: true} : cell,
  );
  return {model: {...model, cells: marked}, keys};
}

/** What was printed before, or was given up because of it, is known: there is nothing left to protect. */
function mayBeUnsafe(cell: LinkedCell | undefined): boolean {
  return cell?.isArithmetic !== true && cell?.fixed !== true && cell?.isLost !== true;
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
