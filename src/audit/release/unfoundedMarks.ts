import {cellKey} from "../../measures/index.ts";
import type {Cell, Release} from "../../release/index.ts";
import {tellsOf} from "../tells/registry.ts";

/**
 * Cells whose mark the release gives no reason for: shares as of too few to be useful although their base is not printed,
 * or not below what a share needs, or the counts beside them are not those that are printed; and means and quantiles that
 * do not apply although their group is not printed as nobody.
 */
export function unfoundedMarks(release: Release): readonly string[] {
  return release.cells.flatMap(({address, cell}) =>
    tellsOf(address).isFounded({release, address, cell: cell as Cell}) ? [] : [cellKey(address)],
  );
}
