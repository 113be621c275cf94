import type {SiteRequest} from "../site/index.ts";

/**
 * Renders the site into `request.out`, a folder within the project: Astro writes the modules that render the pages beside
 * its output, where they must find the project's packages; where the output lies outside the working directory it would
 * write them into a folder that two builds at a time share.
 */
export async function renderSite(request: SiteRequest): Promise<void> {
  process.chdir(request.project.root);
  // What a build makes is for readers, whatever mode the shell is set to: the same inputs give the same bytes.
  process.env.NODE_ENV = "production";
  // Loaded only here, so that a release can be made on a machine that never builds the site.
  const {buildSite} = await import("../site/index.ts");
  await buildSite(request);
}
