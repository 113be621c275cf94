import {registerHooks} from "node:module";
import {isAbsolute, join} from "node:path";
import {fileURLToPath, pathToFileURL} from "node:url";
import type {Plugin} from "vite";
import {ownCode} from "../../files/index.ts";

/** The packages that pages are made with: our own, and what Astro brings for itself. */
const seekers = [pathToFileURL(join(ownCode, "site/index.js")).href, import.meta.resolve("astro")] as const;

/** The name of a package, or of a file in one, and no path, address or module of a tool. */
const packageName = /^(@\w[\w.-]*\/)?\w[\w.-]*(\/[^\0]*)?$/;

/**
 * A Vite plugin that finds the program's packages where the program is installed, and not in the project: for what Astro
 * makes up itself, which is written nowhere from which they could be found.
 */
export function findOwnPackages(): Plugin {
  return {
    name: "smallprint-packages",
    enforce: "pre",
    async resolveId(name, importer, options) {
      if (!packageName.test(name) || (importer !== undefined && isAbsolute(importer))) return null;
      for (const seeker of seekers) {
        const found = await this.resolve(name, fileURLToPath(seeker), {...options, skipSelf: true});
        if (found !== null) return found;
      }
      return null;
    },
  };
}

/**
 * As long as it is not disposed of, the modules that render the pages find the program's packages, though they are
 * written into a folder of the project, where there may be none, or others of the same name.
 * @param folder that these modules are written below
 */
export function seekOwnPackages(folder: string): Disposable {
  const below = pathToFileURL(join(folder, "/")).href;
  const hooks = registerHooks({
    resolve(name, context, resolve) {
      if (!packageName.test(name) || context.parentURL?.startsWith(below) !== true) return resolve(name, context);
      const [ours, astros] = seekers;
      try {
        return resolve(name, {...context, parentURL: ours});
      } catch {
        return resolve(name, {...context, parentURL: astros});
      }
    },
  });
  return {
    [Symbol.dispose]: () => {
      hooks.deregister();
    },
  };
}
