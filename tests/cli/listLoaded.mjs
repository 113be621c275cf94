// Loaded with --import: names every file and package that Node loads, one a line, in the file that LOADED names, and at
// the end where it keeps them compiled.
import {appendFileSync} from "node:fs";
import {getCompileCacheDir, registerHooks} from "node:module";

registerHooks({
  load(url, context, next) {
    appendFileSync(process.env.LOADED, `${url}\n`);
    return next(url, context);
  },
});

process.on("exit", () => {
  appendFileSync(process.env.LOADED, `compiled in ${getCompileCacheDir()}\n`);
});
