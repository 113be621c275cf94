import path from "node:path";
import type {SiteRequest} from "../site/index.ts";
import {withStaging} from "./withStaging.ts";

/**
 * Renders the site in a folder of its own within the project, then moves it to `request.out`. Astro writes the modules
 * that render the pages beside its output, where they must find the project's packages; where the output lies outside
 * the working directory it would write them into a folder that two builds at a time share.
 */
export async function renderSite(request: SiteRequest): Promise<void> {
  process.chdir(request.root);
  // What a build makes is for readers, whatever mode the shell is set to: the same inputs give the same bytes.
  process.env.NODE_ENV = "production";
  // Loaded only here, so that a release can be made on a machine that never builds the site.
  const {buildSite} = await import("../site/index.ts");
  await withStaging(path.join(request.root, ".cache"), async (staging) => {
    const out = path.join(staging, "dist");
    await buildSite({...request, out});
    return {moves: [{from: out, to: request.out}], result: undefined};
  });
}
