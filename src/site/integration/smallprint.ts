import {fileURLToPath} from "node:url";
import type {AstroIntegration} from "astro";
import {followChanges} from "./followChanges.ts";
import {guardServer} from "./guardServer.ts";
import {guardZones} from "./guardZones.ts";
import {findOwnPackages} from "./ownPackages.ts";
import {readableEditions, readEdition} from "../edition/readEdition.ts";
import {releaseEdition} from "../edition/releaseEdition.ts";
import {announceRequest, usualRequest, type SiteRequest} from "../edition/siteRequest.ts";
import {staleEditions} from "../edition/staleEditions.ts";

/**
 * The Astro integration: makes releases that are old before anything is rendered, keeps the confidential zone out of
 * the pages, and finishes the built site (relative links, PDF, headers). Without a request it serves the project as it
 * stands; with one the releases are taken to be made.
 */
export function smallprint(
  given?: SiteRequest,
  {showConfidential = false}: Pick<SiteRequest, "showConfidential"> = {},
): AstroIntegration {
  let request = given;
  return {
    name: "smallprint",
    hooks: {
      "astro:config:setup": async ({config, command, updateConfig}) => {
        const root = fileURLToPath(config.root).replace(/[\\/]$/, "");
        const settings = {out: fileURLToPath(config.outDir), isLive: command === "dev", showConfidential};
        request = given ?? {...usualRequest(root), ...settings};
        announceRequest(request);
        if (command === "sync" || command === "preview") return;
        const stale = given === undefined ? staleEditions(request) : [];
        for (const edition of stale) await releaseEdition(edition, {...request, root});
        // Read here and once, so that a report that cannot be published is told before a page is made.
        if (command === "build") for (const edition of readableEditions(request)) readEdition(edition, request);
        const live = command === "dev" ? [guardServer(root), followChanges(request)] : [];
        updateConfig({vite: {plugins: [guardZones({root}), findOwnPackages(), ...live]}});
      },
      "astro:build:done": async () => {
        if (request === undefined) return;
        const {finishSite} = await import("./finishSite.ts");
        await finishSite(request);
      },
    },
  };
}
