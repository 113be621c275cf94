import {copyFileSync, readFileSync, renameSync} from "node:fs";
import path from "node:path";
import {expect, test} from "vitest";
import {UsageError} from "../../src/cli/UsageError.ts";
import {describeFailure} from "../../src/cli/describeFailure.ts";
import {parseExtractOption} from "../../src/cli/options.ts";
import {temporaryFolder} from "./runCommand.ts";

/** What is printed where work fails. */
function failureOf(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    return describeFailure(error).text;
  }
  return "nothing failed";
}

const root = path.resolve(import.meta.dirname, "../..");

test("a user error is printed as it stands, with its own exit code", () => {
  const failure = describeFailure(new UsageError("There is no edition of that name."));
  expect(failure).toEqual({text: "There is no edition of that name.", exitCode: 2});
});

test("what the system did not do is told with both places, where there are two", () => {
  const folder = temporaryFolder();
  const [from, to] = [path.join(folder, "absent"), path.join(folder, "target")];
  for (const move of [renameSync, copyFileSync]) {
    expect(failureOf(() => move(from, to))).toContain(`${from}, on the way to ${to}: it is not there.`);
  }
  expect(failureOf(() => readFileSync(from))).toContain(`${from}: it is not there.`);
});

test("our own fault tells its kind and place, and nothing that its message may quote", () => {
  const error = new TypeError("Could not convert string 'CANARY-12 01/02/1970' to DATE\n    at CANARY-12 (/x:1:1)");
  error.stack = `${String(error)}\n    at parse (file://${root}/src/confidential/sources/files/x.ts:12:3)\n    at ${root}/node_modules/y.js:1:1`;
  const {text, exitCode} = describeFailure(error);
  expect(exitCode).toBe(1);
  expect(text).toContain("our own fault");
  expect(text).toContain("src/confidential/sources/files/x.ts:12:3");
  expect(text).not.toContain("CANARY");
  expect(text).not.toContain("1970");
  expect(text).not.toContain("node_modules");
});

test("a place is found in the stack of an error that this code really throws", () => {
  const broken = undefined as unknown as {cwd: string; before: Record<string, string>};
  try {
    parseExtractOption("prison=x.csv", broken);
    expect.unreachable();
  } catch (error) {
    expect(describeFailure(error).text).toMatch(/at src\/cli\/options\.ts:\d+:\d+/);
  }
});
