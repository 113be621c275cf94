import {writeFile} from "node:fs/promises";
import {join} from "node:path";
import {headersFile} from "../layouts/contentSecurityPolicy.ts";
import {printEditions} from "./printEditions.ts";
import {siteConfig} from "./siteConfig.ts";
import {removeUnused} from "./removeUnused.ts";
import {relativeLinks} from "./relativeLinks.ts";
import {readableEditions, readEdition} from "../edition/readEdition.ts";
import {noticesOf, sayDraft} from "../views/noticesOf.ts";
import type {SiteRequest} from "../edition/siteRequest.ts";

/** What is done once the pages are written: links made relative, PDFs printed and linked, headers for the host. */
export async function finishSite(request: SiteRequest): Promise<void> {
  await relativeLinks(request.out);
  await printEditions(request);
  await removeUnused(request.out, siteConfig.build.assets);
  await writeFile(
    join(request.out, "_headers"),
    headersFile(readableEditions(request).filter((edition) => isDraft(edition, request))),
  );
}

function isDraft(edition: string, request: SiteRequest): boolean {
  return sayDraft(noticesOf(readEdition(edition, request).releases));
}
