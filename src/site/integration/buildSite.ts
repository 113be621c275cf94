import "./keepOffline.ts";
import {seekOwnPackages} from "./ownPackages.ts";
import {siteConfig} from "./siteConfig.ts";
import {smallprint} from "./smallprint.ts";
import type {SiteRequest} from "../edition/siteRequest.ts";

/**
 * Builds the site of releases that are made: pages, figures, downloads and, where asked, the PDFs. Writes under
 * `request.out` alone; the caller puts it in place. Throws PublicationError, ReleaseError, BrowserError, or Astro's
 * own error for a fault of ours.
 */
export async function buildSite(request: SiteRequest): Promise<void> {
  // Loaded only here: whoever checks a text or makes a release builds nothing.
  const {build} = await import("astro");
  const packages = seekOwnPackages(request.out);
  try {
    await build({
      ...siteConfig,
      root: request.project.root,
      outDir: request.out,
      configFile: false,
      logLevel: "error",
      integrations: [smallprint(request)],
    });
  } finally {
    packages[Symbol.dispose]();
  }
}
