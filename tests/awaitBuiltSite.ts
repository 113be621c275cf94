import {existsSync, readFileSync} from "node:fs";
import {setTimeout as wait} from "node:timers/promises";
import {inject} from "vitest";

const {log, ended} = inject("builtSite");

while (!existsSync(ended)) await wait(50);
const code = readFileSync(ended, "utf8");
if (code !== "0") {
  throw new Error(`the site for the tests was not built (exit code ${code}):\n${readFileSync(log, "utf8")}`);
}
