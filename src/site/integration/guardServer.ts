import type {Plugin} from "vite";
import {ownPackage} from "../../files/index.ts";
import {isServedAddress, packageFolders} from "./servedAddress.ts";

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
        if (reads && isServedAddress(request.url ?? "", root)) {
          next();
          return;
        }
        response.writeHead(reads ? 404 : 405, {"Content-Type": "text/plain; charset=utf-8"});
        response.end(refusal);
      });
    },
  };
}
