// Builds one edition and prints, as JSON, how long each stage took in seconds.
import {mkdirSync, mkdtempSync, rmSync} from "node:fs";
import path from "node:path";
import {build, type AstroIntegration} from "astro";
import {ConfidentialFolder} from "../../../src/audit/index.ts";
import {fromFiles, makeRelease} from "../../../src/confidential/index.ts";
import {siteConfig, smallprint} from "../../../src/site/index.ts";
import {root} from "../measure.ts";
import {openProject} from "../../../src/publication/index.ts";

const edition = process.argv[2] ?? "south-east-2007-08";
const marks: [string, number][] = [];
const mark = (stage: string): void => {
  marks.push([stage, performance.now()]);
};
const markWhenBuilt = (stage: string): AstroIntegration => ({
  name: `bench-${stage}`,
  hooks: {
    "astro:build:done": () => {
      mark(stage);
    },
  },
});

process.chdir(root);
process.env.NODE_ENV = "production";
// Within the project, because what Astro writes must find the packages.
mkdirSync(path.join(root, ".cache"), {recursive: true});
const folder = mkdtempSync(path.join(root, ".cache", "bench-"));
try {
  const confidential = ConfidentialFolder.at(path.join(folder, "sign-off"));
  const project = openProject(root);
  await makeRelease({project, edition, open: fromFiles(), out: folder, confidential, published: [], onStep: mark});
  mark("render");
  const out = path.join(folder, "dist");
  const releases = [path.join(folder, "releases"), path.join(root, "data/releases")];
  const request = {project, editions: [edition], releases, out, pdf: true};
  // The pages are written before any integration is told: what follows is links, the PDF and clearing up.
  const integrations = [markWhenBuilt("pdf"), smallprint(request), markWhenBuilt("end")];
  await build({...siteConfig, root, outDir: out, configFile: false, logLevel: "error", integrations});
} finally {
  rmSync(folder, {recursive: true, force: true});
}

const seconds: Record<string, number> = {};
for (const [index, [stage, from]] of marks.entries()) {
  const next = marks[index + 1];
  if (next !== undefined) seconds[stage] = (seconds[stage] ?? 0) + (next[1] - from) / 1000;
}
seconds["peak MB"] = process.resourceUsage().maxRSS / 1024;
process.stdout.write(`\n${JSON.stringify(seconds)}\n`);
