import {existsSync, statSync} from "node:fs";
import path from "node:path";
import {Command, Option} from "commander";
import {writeWhole} from "../../files/index.ts";
import {encodings, type Encoding} from "../../intake/index.ts";
import type {ProtectedTable} from "../../confidential/index.ts";
import type {ProtectionLevel} from "../../publication/index.ts";
import type {Environment} from "../environment.ts";
import {describeAssumed} from "../describeAssumed.ts";
import {refuseOwnPlace} from "../ownPlaces.ts";
import {liesIn} from "../liesIn.ts";
import {showConfidentialOption} from "../options.ts";
import {UsageError} from "../UsageError.ts";

const help = `
Takes a table of counts, one line a combination of categories, adds every total (called Total), and withholds small
counts together with what would give them back. The breakdown of a row, column or other group of fewer people than
--group-needs is withheld whole, zeros too. The output has the columns of the categories, n (empty where withheld) and
status (published or suppressed); a category that a spreadsheet would take for a formula has a tab before it.

The table must not bring totals of its own: a category that is called so, or is the sum of the others in every line, or
of some of them where chance does not make such sums, is refused unless --no-total names it. A file that is neither
UTF-8 nor UTF-16 is read as Windows-1252, and the output says so.

Examples:
  smallprint protect counts.csv --by prison,area --count clients --out safe.csv
  smallprint protect counts.csv --by age,sex,area --count n --threshold 8 --out safe.csv
  smallprint protect counts.csv --by age,sex,area --count n --improve --out safe.csv`;

/** As in a policy. */
const most = 1000;

interface Options {
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

/** `smallprint protect <counts.csv>`: disclosure control for one table of counts. */
export function protectCommand({root, cwd, output}: Environment): Command {
  return new Command("protect")
    .description("withhold what is unsafe in a table of counts")
    .argument("<counts.csv>", "table of counts")
    .requiredOption("--by <columns>", "columns that hold the categories, with commas between them")
    .requiredOption("--count <column>", "column that holds the counts")
    .requiredOption("--out <file>", "CSV file to write")
    .addOption(noTotalOption())
    .addOption(encodingOption())
    .option("--threshold <number>", "counts from 1 up to, but not including, this are unsafe", "5")
    .option("--hide-zeros", "withhold zeros too")
    .option("--group-needs <number>", "withhold the breakdown of groups of fewer people whole; 1: of none", "10")
    .addOption(
      new Option("--level <level>", "how many values stay possible for an unsafe count: two, three, or all unsafe ones")
        .choices(["exact", "width-2", "full"])
        .default("width-2"),
    )
    .option("--improve", "look longer for fewer cells, and for a proof that no fewer do")
    .addOption(showConfidentialOption("how many of the withheld counts are unsafe"))
    .addHelpText("after", help)
    .action((table: string, options: Options) => protectFile(table, options, {root, cwd, output}));
}

async function protectFile(
  table: string,
  {by, count, out, encoding, total, hideZeros, level, improve = false, showConfidential = false, ...numbers}: Options,
  {root, cwd, output}: Pick<Environment, "root" | "cwd" | "output">,
): Promise<void> {
  const written = safeFile(out, {table, root, cwd});
  const {protectTable} = await import("../../confidential/index.ts");
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
  refuseOwnPlace(root, {named: out, places: [file], except: "data/extracts"});
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

function noTotalOption(): Option {
  // Until it is given, the value of an option that begins with "no" is true.
  const collect = (given: string, before: readonly string[] | true): readonly string[] =>
    before === true ? [given] : [...before, given];
  const words = "a category that is no total, although it is called so or the sum of the others; repeatable";
  return new Option("--no-total <category>", words).argParser(collect);
}

function encodingOption(): Option {
  return new Option("--encoding <name>", "how the file is encoded, where its bytes do not tell").choices(encodings);
}

function readNumber(option: string, text: string, least: number): number {
  const number = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  if (Number.isSafeInteger(number) && number >= least && number <= most) return number;
  throw new UsageError(`${option} takes a whole number from ${least} to ${most}.`);
}
