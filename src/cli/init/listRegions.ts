import {readFileSync} from "node:fs";
import path from "node:path";
import {parse} from "csv-parse/sync";

/** A region that a report may be about. */
export interface Region {
  readonly name: string;
  readonly label: string;
  /** As in the middle of a sentence. */
  readonly text: string;
}

/** The regions of `data/codelists/regions.csv`. */
export function listRegions(root: string): readonly Region[] {
  const text = readFileSync(path.join(root, "data/codelists/regions.csv"), "utf8");
  const rows: readonly Record<string, string>[] = parse(text, {columns: true, bom: true});
  return rows.flatMap(({name, label, text}) =>
    name === undefined || label === undefined || text === undefined ? [] : [{name, label, text}],
  );
}
