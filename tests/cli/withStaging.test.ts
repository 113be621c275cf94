import {mkdirSync, rmSync} from "node:fs";
import path from "node:path";
import {expect, test} from "vitest";
import {withStaging} from "../../src/cli/withStaging.ts";
import {temporaryFolder} from "./runCommand.ts";

test("what went wrong first is told, and the ledger is free again, whatever keeps the build from clearing up", async () => {
  const root = temporaryFolder();
  const gate = path.join(root, ".cache/gate.lock");
  const outputs = {isLedger: true};
  const failing = withStaging({root, outputs}, () => {
    rmSync(gate);
    mkdirSync(gate);
    return Promise.reject(new Error("the first error"));
  });
  await expect(failing).rejects.toThrow("the first error");
  rmSync(gate, {recursive: true});
  await expect(withStaging({root, outputs}, () => Promise.resolve({moves: [], result: "built"}))).resolves.toBe(
    "built",
  );
});
