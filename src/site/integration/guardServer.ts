import type {ServerResponse} from "node:http";
import type {Plugin} from "vite";
import {ownPackage} from "../../files/index.ts";
import {loadTheme, openProject, PublicationError} from "../../publication/index.ts";
import {isServedAddress, logoAddress, packageFolders} from "./servedAddress.ts";

const refusal = "This is not part of the site.\n";

/**
 * A Vite plugin for the live view: answers for the site and refuses everything else before Vite looks at it, because Vite
 * would serve the whole project, extracts included, to every user of the machine.
 */
export function guardServer(root: string): Plugin {
  return {
    name: "smallprint-server",
    // Styles and fonts may lie beside the project, where the program is installed. What is asked is judged below.
    config: () => ({server: {fs: {allow: [root, ownPackage, ...packageFolders(root)]}}}),
    configureServer({middlewares}) {
      middlewares.use((request, response, next) => {
        const reads = request.method === "GET" || request.method === "HEAD";
        const isServed = reads && isServedAddress(request.url ?? "", root);
        if (!isServed) refuse(response, reads ? 404 : 405);
        else if (request.url?.split("?")[0] === logoAddress) answerLogo(response, root);
        else next();
      });
    },
  };
}

function refuse(response: ServerResponse, status: number): void {
  response.writeHead(status, {"Content-Type": "text/plain; charset=utf-8"});
  response.end(refusal);
}

/** Vite would give the project's file of that name, as it is and whether or not it is the theme's. */
function answerLogo(response: ServerResponse, root: string): void {
  const logo = readLogo(root);
  if (logo === undefined) {
    refuse(response, 404);
    return;
  }
  response.writeHead(200, {"Content-Type": "image/svg+xml", "Cache-Control": "no-store"});
  response.end(logo);
}

/** The theme's drawing; nothing where it is refused, which every page tells. */
function readLogo(root: string): string | undefined {
  try {
    return loadTheme(openProject(root)).logo;
  } catch (error) {
    if (error instanceof PublicationError) return undefined;
    throw error;
  }
}
