import {Command, InvalidArgumentError} from "commander";
import {inProject, type Environment} from "../environment.ts";
import {requirePlainRoot} from "../requirePlainRoot.ts";
import {showConfidentialOption} from "../options.ts";

const help = `
Shows the reports in your browser and follows every change that you save to a template, report, dictionary, code list
or extract. The release is made again when what it rests on has changed. Stop it with Ctrl-C.

Releases made on the way are trials; see "smallprint release --help". The view is for this machine alone: it serves the
pages and what they load, and nothing else of the project.

Examples:
  smallprint dev
  smallprint dev --port 8000`;

/** `smallprint dev`: the site, live. */
export function devCommand(environment: Environment): Command {
  return new Command("dev")
    .description("show the reports in a browser, following your changes")
    .option("--port <number>", "port on this machine", readPort, 4321)
    .addOption(showConfidentialOption("counts that the releases may withhold"))
    .addHelpText("after", help)
    .action(async ({port, showConfidential = false}: {readonly port: number; readonly showConfidential?: boolean}) => {
      const {root} = inProject(environment);
      requirePlainRoot(root);
      const {serveSite} = await import("../../site/index.ts");
      await serveSite({root, port, showConfidential});
    });
}

function readPort(given: string): number {
  const port = Number(given);
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
  throw new InvalidArgumentError("A port is a whole number from 1 to 65535.");
}
