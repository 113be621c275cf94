import {resolve} from "node:path";
import {openProject, type Project} from "../../publication/index.ts";
import {draftFolder} from "../../release/index.ts";
import {sharedInProcess} from "./sharedInProcess.ts";

/** What the site is made from and where it goes. */
export interface SiteRequest {
  /** Its folder has `reports/`, `templates/` and `data/`. A live view opens it anew for every page. */
  readonly project: Project;
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

/** The request of a plain `astro build` or `astro dev`. */
export function usualRequest(root: string): SiteRequest {
  // A text that is being written has drafts beside what was published.
  const releases = [`${draftFolder}/releases`, "data/releases"].map((folder) => resolve(root, folder));
  return {project: openProject(root), editions: [], releases, out: resolve(root, "dist"), pdf: true};
}

const announced = sharedInProcess<{request?: SiteRequest}>("request", () => ({}));

/** Hands a request to the pages. */
export function announceRequest(request: SiteRequest): void {
  announced.request = request;
}

/** The request that the site is being built for. */
export function announcedRequest(): SiteRequest {
  return announced.request ?? usualRequest(process.cwd());
}
