import type {Release} from "../../release/index.ts";
import {attackTogether} from "../attack/attackTogether.ts";

/** Which of some counts, by key, releases print or give away, read together as of the records of the first. */
export async function knownFrom(releases: readonly Release[], keys: ReadonlySet<string>): Promise<ReadonlySet<string>> {
  if (releases.length === 0 || keys.size === 0) return new Set();
  const {model, attacked} = await attackTogether(releases, {});
  attacked.dispose();
  const found = [...attacked.withheld, ...attacked.derivable];
  const exact = found.filter(({least, most, possible}) => least === most && possible.length === 1);
  const known = new Set(exact.map(({cell}) => cell));
  const isKnown = (cell: number): boolean => model.cells[cell]?.standing === "published" || known.has(cell);
  return new Set(model.cells.flatMap(({key}, cell) => (keys.has(key) && isKnown(cell) ? [key] : [])));
}
