import {cpSync, mkdirSync, readFileSync, writeFileSync} from "node:fs";
import path from "node:path";
import {expect, test} from "vitest";
import {root, runCommand, temporaryFolder} from "./runCommand.ts";
import {copyReport, temporaryProject} from "./temporaryProject.ts";

const edition = "south-east-2007-08";
const latest = path.join(root, "data/releases", edition, "release.json");

/** A site that prints nothing at all, beside the release that it would be built from. */
function emptySite(): string {
  const out = temporaryFolder();
  mkdirSync(path.join(out, "dist", edition), {recursive: true});
  writeFileSync(path.join(out, "dist", edition, "index.html"), "<!doctype html><title>Report</title>");
  cpSync(latest, path.join(out, "releases", edition, "release.json"));
  return path.join(out, "dist");
}

/** A release that prints a count that the one given withholds. */
function printOneMore(release: string): string {
  const withheld = '"measure":"count","population":"community"},"cell":{"status":"suppressed"}';
  return release.replace(withheld, withheld.replace('"suppressed"', '"published","value":3'));
}

test("a site is attacked with what was printed before", async () => {
  const project = temporaryProject();
  copyReport(project, edition);
  const audit = () => runCommand(["audit", "--dist", emptySite()], {root: project, cwd: project});
  expect(await audit()).toMatchObject({exitCode: 0, errors: ""});

  const ledger = path.join(project, "data/releases", edition);
  cpSync(latest, path.join(ledger, "release.json"));
  mkdirSync(path.join(ledger, "replaced"));
  writeFileSync(path.join(ledger, "replaced/1.json"), printOneMore(readFileSync(latest, "utf8")));
  const {output, exitCode} = await audit();
  expect(output).toContain(`Audited together with: ${edition} (release 1).`);
  expect(output).toContain("Printed before and withheld now; it cannot be unpublished: 1");
  expect(exitCode).toBe(12);
});
