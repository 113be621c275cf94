import {EventEmitter} from "node:events";
import {mkdirSync} from "node:fs";
import path from "node:path";
import {setTimeout as wait} from "node:timers/promises";
import type {ViteDevServer} from "vite";
import {expect, test} from "vitest";
import {followChanges} from "../../../src/site/integration/followChanges.ts";
import {usualRequest} from "../../../src/site/edition/siteRequest.ts";
import {temporaryFolder} from "../../cli/runCommand.ts";

/** Changes files under the eyes of the live view and gives how often it reloaded the page. */
async function reloadsAfter(...files: readonly string[]): Promise<number> {
  const root = temporaryFolder();
  mkdirSync(path.join(root, "reports"));
  const watcher = Object.assign(new EventEmitter(), {add: () => undefined});
  let reloads = 0;
  const server = {watcher, ws: {send: () => void reloads++}} as unknown as ViteDevServer;
  const {configureServer} = followChanges(usualRequest(root));
  if (typeof configureServer !== "function") throw new Error("the plugin does not follow a server");
  await configureServer.call({} as never, server);
  for (const file of files) watcher.emit("all", "change", path.join(root, file));
  await wait(300);
  return reloads;
}

test("a code list or an extract that is changed reloads the page once", async () => {
  expect(await reloadsAfter("data/codelists/sex.csv", "data/extracts/prison.csv")).toBe(1);
});

test("what a release signs off is no change, or one that is refused would be made again for ever", async () => {
  expect(
    await reloadsAfter(
      "data/extracts/sign-off/e/sign-off.json",
      "data/extracts/sign-off-of-trials/e/refused.txt",
      "data/extracts/sign-off-of-trials/.staging/building-1-a",
    ),
  ).toBe(0);
});
