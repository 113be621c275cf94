import path from "node:path";
import {expect, inject, test} from "vitest";
import {runCommand} from "../../cli/runCommand.ts";

test("the example editions pass the audit of the built site", async () => {
  const {output, errors, exitCode} = await runCommand([
    "audit",
    "--dist",
    path.join(inject("builtSite").folder, "dist"),
  ]);
  expect({findings: output.split("Findings").slice(1), errors, exitCode}).toEqual({
    findings: [],
    errors: "",
    exitCode: 0,
  });
}, 240_000);
