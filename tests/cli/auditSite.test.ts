import {cpSync, mkdirSync, readFileSync, writeFileSync} from "node:fs";
import path from "node:path";
import {expect, test} from "vitest";
import {ledgerProject, run, writeEdition} from "./ledgerProject.ts";
import {temporaryFolder} from "./runCommand.ts";

const page = '<!doctype html><title>Report</title><div class="notices"><p><strong>Synthetic data</strong></p></div>';

/** A site that prints nothing but what it is of, beside the release that it would be built from. */
function emptySite(release: string): string {
  const out = temporaryFolder();
  mkdirSync(path.join(out, "dist/e"), {recursive: true});
  writeFileSync(path.join(out, "dist/e/index.html"), page);
  cpSync(release, path.join(out, "releases/e/release.json"));
  return path.join(out, "dist");
}

/** A release that prints the count of heroin users, which the one given withholds. */
function printOneMore(release: string): string {
  const withheld = /("at":\{"drug":"heroin"\}.*?"cell":)\{"status":"suppressed"[^}]*\}/;
  expect(release).toMatch(withheld);
  return release.replace(withheld, '$1{"status":"published","value":3}');
}

test("a site is attacked with what was printed before", async () => {
  const project = ledgerProject();
  writeEdition(project, "e", {asks: ["heroin", "cannabis", "old-drug"].map((drug) => `count clients drug=${drug}`)});
  expect(await run(project, "release", "e")).toMatchObject({exitCode: 0, errors: ""});
  const ledger = path.join(project, "data/releases/e");
  const latest = path.join(ledger, "release.json");
  const site = emptySite(latest);
  expect(await run(project, "audit", "--dist", site)).toMatchObject({exitCode: 0, errors: ""});

  mkdirSync(path.join(ledger, "replaced"));
  writeFileSync(path.join(ledger, "replaced/1.json"), printOneMore(readFileSync(latest, "utf8")));
  const {output, exitCode} = await run(project, "audit", "--dist", site);
  expect(output).toContain("Audited together with: e (release 1).");
  expect(output).toContain("Printed before and withheld now; it cannot be unpublished: 1");
  // What is told next, on the other stream, has a line of its own.
  expect(output).toMatch(/\n$/);
  expect(exitCode).toBe(12);
});
