import {resolve} from "node:path";
import {draftFolder} from "../../release/index.ts";

/** What the site is made from and where it goes. */
export interface SiteRequest {
  /** The project's folder, absolute: where `reports/`, `templates/` and `data/` are. */
  readonly root: string;
  /** Names of editions; every edition that has a release when empty. */
  readonly editions: readonly string[];
  /** Folders that hold `<edition>/release.json`; the first that has an edition's is read. */
  readonly releases: readonly string[];
  /** Folder that receives the site. */
  readonly out: string;
  readonly pdf: boolean;
  /** Whether pages are served while their sources change, so that every page is made from sources read anew. */
  readonly isLive?: boolean;
  /** Whether the analyst alone reads the terminal, so that releases made on the way may tell confidential counts. */
  readonly showConfidential?: boolean;
}

const variable = "SMALLPRINT_SITE";

/** The request of a plain `astro build` or `astro dev`. */
export function usualRequest(root: string): SiteRequest {
  // A text that is being written has drafts beside what was published.
  const releases = [`${draftFolder}/releases`, "data/releases"].map((folder) => resolve(root, folder));
  return {root, editions: [], releases, out: resolve(root, "dist"), pdf: true};
}

/** Hands a request to the pages, which Astro loads as modules of its own that share nothing but the process. */
export function announceRequest(request: SiteRequest): void {
  process.env[variable] = JSON.stringify(request);
}

/** The request that the site is being built for. */
export function announcedRequest(): SiteRequest {
  const announced = process.env[variable];
  return announced === undefined ? usualRequest(process.cwd()) : (JSON.parse(announced) as SiteRequest);
}
