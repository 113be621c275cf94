import {Command} from "commander";
import {inProject, type Environment} from "../environment.ts";
import type {InitOptions} from "../init/draftEdition.ts";
import type {KindOptions} from "../init/kind/startKind.ts";
import {extractOption} from "../options.ts";
import {UsageError} from "../UsageError.ts";

const help = `
Writes reports/<edition>/report.yaml. Region and period are read from a name such as south-west-2009-10. An extract that
is given is compared with the dictionary of its kind: by the names of its columns, and by whether their values have the
right shape. What was found is printed and written down for you to correct. No value of the extract is ever shown.

With --kind it starts a kind of report that there is not yet: a dictionary with code lists, drafted from the extract's
columns, and a template with a first chapter, which check and build take as they are. Values that many clients share are
written into the lists, which are public: read them through. What is rare is written nowhere.

Examples:
  smallprint init south-west-2009-10 --template drug-interventions-annual --publisher "South West Observatory" --contact office@example.org
  smallprint init south-west-2009-10 --template drug-interventions-annual --extract prison=data/extracts/prison.csv --extract community=/secure/community.csv
  smallprint init kent-2024 --kind needle-exchange --extract visits=data/extracts/visits.csv --region south-east
  smallprint init south-east-2019-20 --template alcohol-treatment     published figures alone: there is no extract to give`;

/** `smallprint init <edition>`: starts an edition. */
export function initCommand(environment: Environment): Command {
  return new Command("init")
    .description("start an edition, and map its extracts' columns to a dictionary")
    .argument("<edition>", "name of the new folder below reports/")
    .option("--template <name>", "folder below templates/; the only one when there is one")
    .option("--kind <name>", "start a kind of report, a new folder below templates/, from the extracts given")
    .addOption(extractOption("look at this extract", environment.cwd))
    .option("--region <name>", "a name of data/codelists/regions.csv")
    .option("--from <date>", "first day of the period, as 2009-04-01")
    .option("--to <date>", "last day of the period, as 2010-03-31")
    .option("--publisher <name>", "who publishes the report")
    .option("--contact <address>", "where readers can ask")
    .option("--client <column>", "with --kind: the column that holds the client's reference")
    .option("--date <column>", "with --kind: the column of the date by which a record belongs to the period")
    .addHelpText("after", help)
    .action(async (edition: string, options: InitOptions & Partial<KindOptions>) => {
      const {kind, client, date} = options;
      if (kind !== undefined) {
        const {startKind} = await import("../init/kind/startKind.ts");
        return startKind(edition, {...options, kind}, inProject(environment));
      }
      if (client !== undefined || date !== undefined) {
        throw new UsageError(
          "--client and --date say what an extract holds for a new kind of report: give --kind too.",
        );
      }
      const {startEdition} = await import("../init/startEdition.ts");
      await startEdition(edition, options, inProject(environment));
    });
}
