import {existsSync, statSync} from "node:fs";
import path from "node:path";
import {protectTable, type ProtectedTable} from "../confidential/index.ts";
import {writeWhole} from "../files/index.ts";
import type {Encoding} from "../intake/index.ts";
import type {ProtectionLevel} from "../publication/index.ts";
import {describeAssumed} from "./describeAssumed.ts";
import type {Environment} from "./environment.ts";
import {liesIn} from "./liesIn.ts";
import {refuseOwnPlace} from "./ownPlaces.ts";
import {UsageError} from "./UsageError.ts";

/** As in a policy. */
const most = 1000;

/** What the command line says of a table to protect; numbers as they are written. */
export interface ProtectOptions {
  readonly by: string;
  readonly count: string;
  readonly out: string;
  readonly encoding?: Encoding;
  /** What `--no-total` collects; true where it is not given. */
  readonly total: readonly string[] | true;
  readonly threshold: string;
  readonly hideZeros?: boolean;
  readonly groupNeeds: string;
  readonly level: ProtectionLevel;
  readonly improve?: boolean;
  readonly showConfidential?: boolean;
}

/** Protects a table of counts and writes it. Throws UsageError for options that cannot be, and what `protectTable` throws. */
export async function protectFile(
  table: string,
  {
    by,
    count,
    out,
    encoding,
    total,
    hideZeros,
    level,
    improve = false,
    showConfidential = false,
    ...numbers
  }: ProtectOptions,
  {root, cwd, output}: Pick<Environment, "root" | "cwd" | "output">,
): Promise<void> {
  const written = safeFile(out, {table, root, cwd});
  const safe = await protectTable({
    path: path.resolve(cwd, table),
    file: table,
    by: by.split(","),
    count,
    noTotal: total === true ? [] : total,
    ...(encoding !== undefined && {encoding}),
    threshold: readNumber("--threshold", numbers.threshold, 2),
    groupNeeds: readNumber("--group-needs", numbers.groupNeeds, 1),
    zeros: hideZeros === true ? "hidden" : "shown",
    level,
    improve,
  });
  writeWhole(written, safe.csv);
  if (safe.assumed !== undefined) output.write(`${describeAssumed(table, safe.assumed)}\n`);
  output.write(`${out}: ${describeProtected(safe, showConfidential)}\n`);
}

/** The absolute path of what shall be written. Throws UsageError for a place that cannot take it, or the table itself. */
function safeFile(
  out: string,
  {table, root, cwd}: {readonly table: string} & Pick<Environment, "root" | "cwd">,
): string {
  const file = path.resolve(cwd, out);
  if (root !== undefined) refuseOwnPlace(root, {named: out, places: [file], except: "data/extracts"});
  const target = statSync(file, {throwIfNoEntry: false});
  if (target !== undefined && !target.isFile()) throw new UsageError(`--out ${out}: this is no file. Name a CSV file.`);
  if (!existsSync(path.dirname(file))) throw new UsageError(`--out ${out}: there is no such folder. Make it first.`);
  if (liesIn(file, path.resolve(cwd, table))) {
    throw new UsageError(`--out ${out}: this is the table itself, which would be lost. Name another file.`);
  }
  return file;
}

/**
 * What was withheld, and how much is known of other choices. How many counts are small is confidential: where none of
 * the withheld is safe, their totals tell more than one mark does.
 */
function describeProtected(table: ProtectedTable, showConfidential: boolean): string {
  const {cells, unsafe, ofSmallGroups, secondary, belowLevel, fewestValues = 0, isLeast, gap} = table;
  const proof = isLeast ? "proved least" : describeGap(gap);
  const some = showConfidential ? String(belowLevel) : "some";
  const reached = showConfidential ? `: of each, at least ${fewestValues} values stay possible` : "";
  const shortfall = belowLevel === 0 ? "" : `; ${some} cannot be brought to the level${reached}`;
  const withheld = showConfidential
    ? `${unsafe} unsafe, ${ofSmallGroups} more in small groups and ${secondary} further withheld`
    : `${unsafe + ofSmallGroups + secondary} withheld`;
  return `${cells} cells with totals, ${withheld} (${proof})${shortfall}`;
}

/** A proof that was given up early says nothing: the bound is then no better than none at all. */
function describeGap(gap: number): string {
  const percent = Math.ceil(100 * gap);
  return percent >= 100 ? "not proved least" : `another choice could cost ${percent}% less at most`;
}

function readNumber(option: string, text: string, least: number): number {
  const number = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  if (Number.isSafeInteger(number) && number >= least && number <= most) return number;
  throw new UsageError(`${option} takes a whole number from ${least} to ${most}.`);
}
