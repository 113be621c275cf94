import {mkdtempSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import path from "node:path";
import {parse} from "csv-parse/sync";
import {totalName, type CrossTable} from "../../../src/confidential/disclose/search/crossTabulate.ts";
import {hasR, lastLine} from "../measure.ts";

/** What GaussSuppression withholds of a table, and how long it takes. */
export interface PeerPattern {
  readonly withheld: ReadonlySet<number>;
  readonly seconds: number;
}

const script = path.join(import.meta.dirname, "../peers/suppress.R");

/** Whether R and the package are installed. */
export function hasGaussSuppression(): boolean {
  return hasR(["GaussSuppression"]);
}

/** Runs GaussSuppression on the inner counts of a cross-table. Throws Error with what R complained of. */
export function runGaussSuppression({cells}: CrossTable): PeerPattern {
  const folder = mkdtempSync(path.join(tmpdir(), "bench-suppress-"));
  try {
    const [counts, pattern] = [path.join(folder, "counts.csv"), path.join(folder, "pattern.csv")];
    const names = (cells[0]?.categories ?? []).map((_, dimension) => `by${dimension}`);
    const inner = cells.filter(({categories}) => !categories.includes(totalName));
    const lines = inner.map(({categories, count}) => [...categories, count].join(","));
    writeFileSync(counts, `${[[...names, "n"].join(","), ...lines].join("\n")}\n`);
    const seconds = Number(lastLine("Rscript", [script, counts, pattern]));
    const rows: readonly Readonly<Record<string, string>>[] = parse(readFileSync(pattern), {columns: true});
    const suppressed = new Set(rows.map((row) => names.map((name) => row[name]).join()));
    const isSuppressed = (cell: number): boolean => suppressed.has(cells[cell]?.categories.join() ?? "");
    return {withheld: new Set(cells.keys().filter(isSuppressed)), seconds};
  } finally {
    rmSync(folder, {recursive: true, force: true});
  }
}
