import {spawnSync} from "node:child_process";
import {readFileSync} from "node:fs";
import path from "node:path";
import {describe, expect, test} from "vitest";
import {exitCodes} from "../../src/cli/exitCodes.ts";
import {readSourceFiles} from "../fences/sourceFiles.ts";
import {root, runCommand, temporaryFolder} from "./runCommand.ts";

const commands = ["init", "synthesise", "check", "release", "build", "dev"];

test("--help names every command and the codes that it may exit with", async () => {
  const {exitCode, output} = await runCommand(["--help"]);
  expect(exitCode).toBe(0);
  for (const command of commands) expect(output).toContain(`\n  ${command} `);
  for (const code of Object.keys(exitCodes)) expect(output).toMatch(new RegExp(`\\n\\s+${code}  \\w`));
});

test.each(commands)("%s --help shows examples and exit codes", async (command) => {
  const {exitCode, output} = await runCommand([command, "--help"]);
  expect(exitCode).toBe(0);
  expect(output).toContain(`Examples:\n  smallprint ${command}`);
  expect(output).toContain("Exit codes:");
});

test("every exit code that an error of the source carries is explained", () => {
  const carried = readSourceFiles("src").flatMap(({text}) =>
    [...text.matchAll(/readonly exitCode = (\d+)/g)].map(([, code = ""]) => code),
  );
  expect(carried.length).toBeGreaterThan(3);
  expect(carried.filter((code) => !(code in exitCodes))).toEqual([]);
});

describe("a command called wrongly exits with 2 and says what to do:", () => {
  test.each([
    ["no command of that name", ["bulid"], "Did you mean build?"],
    ["a mistyped edition", ["check", "south-east-2007-8"], "Did you mean south-east-2007-08?"],
    ["an edition that was not started", ["release", "zz"], "smallprint init zz"],
    ["a missing edition", ["release"], "--help"],
    ["an unknown option", ["build", "--pdf-only"], "--help"],
    ["outputs among the reports", ["release", "south-east-2007-08", "--out", "reports"], "the project's own"],
    ["outputs in a file", ["build", "south-east-2007-08", "--out", "package.json"], "this is a file"],
    ["outputs nowhere", ["build", "south-east-2007-08", "--out", ""], "names no folder"],
    ["an extract without a name", ["build", "--extract", "x.csv"], "name=PATH"],
    ["an extract for no edition in particular", ["build", "--extract", "prison=x.csv"], "name that edition"],
    ["a port that is none", ["dev", "--port", "web"], "whole number"],
    ["a folder for several sets of margins", ["synthesise", "zz"], "There are"],
    ["an edition that exists", ["init", "south-east-2007-08"], "exists already"],
    ["an edition with a capital", ["init", "South-East"], "lower-case"],
    ["an unknown template", ["init", "south-east-2010-11", "--template", "zz"], "no template"],
    ["details that nobody tells", ["init", "south-east-2010-11"], "--publisher"],
  ])("%s", async (_, argv, advice) => {
    const {exitCode, errors} = await runCommand(argv);
    expect(errors).toContain(advice);
    expect(exitCode).toBe(2);
  });
});

test("--version tells the package's version", async () => {
  const {version} = JSON.parse(readFileSync(path.join(root, "package.json"), "utf8")) as {version: string};
  expect(await runCommand(["--version"])).toMatchObject({exitCode: 0, output: `${version}\n`});
});

test("a command whose reader stops reading goes on to its own end", () => {
  const program = path.join(root, "src/cli/smallprint.mjs");
  const piped = `set -o pipefail; "$0" "$1" audit south-east-2007-08 | true`;
  const {status, stderr} = spawnSync("bash", ["-c", piped, process.execPath, program], {encoding: "utf8"});
  expect({status, stderr}).toEqual({status: 0, stderr: ""});
});

test("an extract that is not there exits with 10 and names the file", async () => {
  const [out, signOff] = [temporaryFolder(), temporaryFolder()];
  const {exitCode, errors} = await runCommand([
    ...["release", "south-east-2007-08", "--extract", "prison=/nowhere/prison.csv"],
    ...["--out", out, "--sign-off", signOff],
  ]);
  expect(errors).toContain("/nowhere/prison.csv");
  expect(exitCode).toBe(10);
});
