import {relative, sep} from "node:path";
import type {Plugin, ViteDevServer} from "vite";
import {listEditions, openProject} from "../../publication/index.ts";
import {releaseEdition} from "../edition/releaseEdition.ts";
import type {SiteRequest} from "../edition/siteRequest.ts";
import {inputsOf, staleEditions} from "../edition/staleEditions.ts";

/** Changes within this many milliseconds are one: editors save several files at once, or one in several steps. */
const settlingTime = 150;

/**
 * A Vite plugin for the live view: follows templates, reports, dictionaries, code lists and extracts, makes the
 * releases again that a change has made old, and reloads the page.
 */
export function followChanges(request: SiteRequest): Plugin {
  return {
    name: "smallprint-follow",
    configureServer(server) {
      const {root} = request.project;
      const watched = listEditions(root).flatMap((edition) => inputsOf(edition, request.project));
      server.watcher.add([...new Set([...watched, `${root}/data`, `${root}/reports`, `${root}/theme.yaml`])]);
      let settling: NodeJS.Timeout | undefined;
      server.watcher.on("all", (_, file) => {
        if (!shapesReport(relative(root, file).split(sep).join("/"), watched.includes(file))) return;
        clearTimeout(settling);
        settling = setTimeout(() => void catchUp(server, request), settlingTime);
      });
    },
  };
}

/** What is signed off is made with a release and shapes none: following it, a release that is refused would go on for ever. */
function shapesReport(file: string, isExtract: boolean): boolean {
  return (
    isExtract ||
    (/^(templates\/|reports\/|data\/|theme\.yaml$)/.test(file) && !file.startsWith("data/extracts/sign-off"))
  );
}

async function catchUp(server: ViteDevServer, request: SiteRequest): Promise<void> {
  const {root} = request.project;
  try {
    const stale = staleEditions({...request, project: openProject(root)});
    for (const edition of stale) await releaseEdition(edition, {...request, root});
  } catch (error) {
    // The author is in the middle of a sentence: the page keeps its last state and the terminal says what is wrong.
    server.config.logger.error(error instanceof Error ? error.message : String(error));
  }
  server.ws.send({type: "full-reload"});
}
