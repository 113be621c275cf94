import {Command, Option} from "commander";
import {encodings} from "../../intake/index.ts";
import type {Environment} from "../environment.ts";
import {showConfidentialOption} from "../options.ts";
import type {ProtectOptions} from "../protectFile.ts";

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

/** `smallprint protect <counts.csv>`: disclosure control for one table of counts. */
export function protectCommand(environment: Environment): Command {
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
    .action(async (table: string, options: ProtectOptions) => {
      const {protectFile} = await import("../protectFile.ts");
      await protectFile(table, options, environment);
    });
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
