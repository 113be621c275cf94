import {existsSync, symlinkSync} from "node:fs";
import path from "node:path";
import {expect, test} from "vitest";
import {readReleaseOf} from "../../src/release/index.ts";
import {temporaryProject} from "../cli/temporaryProject.ts";
import {codeBlocks, readDocument, root} from "./documents.ts";
import {follow, stepsOf} from "./followGuide.ts";

const guide = readDocument("docs/a-new-kind-of-report.md");

test("the guide leads from a strange CSV to a release, step by step", {timeout: 240_000}, async () => {
  const project = temporaryProject({copied: ["templates", "data/dictionaries", "data/codelists"]});
  symlinkSync(path.join(root, "docs"), path.join(project, "docs"));
  const steps = stepsOf(guide);
  expect(steps.filter(({kind}) => kind === "file")).toHaveLength(5);
  const printed: string[] = [];
  for (const step of steps) printed.push(await follow(step, project));
  const [shown = ""] = codeBlocks(guide, "text");
  expect(shown.split("\n").length).toBeGreaterThan(8);
  expect(printed.join("")).toContain(shown);
  expect(existsSync(path.join(project, "reports/needle-exchange-2025/report.yaml"))).toBe(true);
  const {cells, provenance} = readReleaseOf(
    "needle-exchange-2024",
    path.join(project, "trial/releases/needle-exchange-2024/release.json"),
  );
  expect(provenance).toMatchObject({synthetic: true});
  const published = cells.filter(({cell}) => cell.status === "published");
  expect(published.length).toBeGreaterThan(40);
});
