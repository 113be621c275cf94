import {Command, CommanderError} from "commander";
import {auditCommand} from "./commands/audit.ts";
import {buildCommand} from "./commands/build.ts";
import {checkCommand} from "./commands/check.ts";
import {devCommand} from "./commands/dev.ts";
import {explainCommand} from "./commands/explain.ts";
import {initCommand} from "./commands/init.ts";
import {newCommand} from "./commands/new.ts";
import {protectCommand} from "./commands/protect.ts";
import {releaseCommand} from "./commands/release.ts";
import {synthesiseCommand} from "./commands/synthesise.ts";
import {upgradeCommand} from "./commands/upgrade.ts";
import {describeFailure} from "./describeFailure.ts";
import {processEnvironment, type Environment} from "./environment.ts";
import {describeExitCodes} from "./exitCodes.ts";
import {namedProject} from "./findProject.ts";
import {rootOption, todayOption} from "./options.ts";
import {buildsFolder} from "./outputs.ts";
import {ownVersion} from "./ownVersion.ts";
import {dayNamed} from "./today.ts";

const commands = [
  newCommand,
  initCommand,
  synthesiseCommand,
  checkCommand,
  releaseCommand,
  buildCommand,
  devCommand,
  explainCommand,
  protectCommand,
  auditCommand,
  upgradeCommand,
] as const;

const help = `
A report goes from extracts to a web page and a PDF in two steps:
  release   reads the confidential extracts and writes only what may be published
  build     makes the release, then the site and the PDF from it

Examples:
  smallprint init south-west-2009-10 --extract prison=data/extracts/prison.csv
  smallprint check south-east-2007-08
  smallprint build
  smallprint build south-east-2007-08 --extract prison=/secure/prison.csv --extract community=/secure/community.csv --out /tmp/trial`;

/**
 * The command line: runs one command and resolves with its exit code, see `exitCodes`. Prints what went wrong; it never
 * throws.
 */
export async function smallprint(
  argv: readonly string[],
  environment: Environment = processEnvironment(),
): Promise<number> {
  try {
    const program = createProgram(asNamed(argv, environment));
    await program.parseAsync(argv, {from: "user"});
    return 0;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    const {text, exitCode} = describeFailure(error);
    environment.errors.write(`${text}\n`);
    return exitCode;
  }
}

/** The environment with the project that `--root` names and the day of `--today`, before or after the command. */
function asNamed(argv: readonly string[], environment: Environment): Environment {
  const reader = new Command().addOption(rootOption()).addOption(todayOption());
  reader.parseOptions([...argv]);
  const {root, today} = reader.opts<{readonly root?: string; readonly today?: string}>();
  const [day, by] = today === undefined ? [environment.todayNamed, "SMALLPRINT_TODAY"] : [today, "--today"];
  return {
    ...environment,
    ...(root !== undefined && {root: namedProject(root, environment.cwd)}),
    ...(day !== undefined && {today: dayNamed(day, by)}),
  };
}

function createProgram(environment: Environment): Command {
  const {root, errors} = environment;
  const program = new Command("smallprint")
    .description("Builds a safe report from confidential extracts.")
    .version(ownVersion())
    .addOption(rootOption())
    .addOption(todayOption())
    .addHelpText("after", help);
  for (const create of commands) program.addCommand(create(environment));
  // No command reads what a killed build has left half replaced.
  program.hook("preAction", async () => {
    if (root === undefined) return;
    const {restoreInterrupted} = await import("../files/index.ts");
    for (const line of restoreInterrupted(root, buildsFolder(root))) errors.write(`${line}\n`);
  });
  for (const command of [program, ...program.commands]) {
    command
      .addHelpText("after", describeExitCodes())
      .showHelpAfterError("Add --help to see how it is called.")
      .exitOverride()
      .configureOutput({
        writeOut: (text) => void environment.output.write(text),
        writeErr: (text) => void environment.errors.write(text),
      });
  }
  return program;
}
