import fs from "node:fs";
import {syncBuiltinESMExports} from "node:module";

/**
 * Loaded before a program: notes every file that its process opens, a path on a line, in the file that OPENED_FILES names.
 * Reading a file whole opens it; a stream is opened through `open`.
 */
const log = fs.openSync(process.env.OPENED_FILES ?? "", "a");
const {writeSync} = fs;

type Opening = (this: unknown, file: unknown, ...rest: unknown[]) => unknown;

/** Reading whole files calls `openSync` itself. */
let isWithin = false;

function watch(place: object, names: readonly string[]): void {
  const openings = place as Record<string, Opening>;
  for (const name of names) {
    const open = openings[name]!;
    openings[name] = function (file, ...rest) {
      if (isWithin) return open.call(this, file, ...rest);
      if (typeof file === "string" || file instanceof URL) writeSync(log, `${String(file)}\n`);
      isWithin = true;
      try {
        return open.call(this, file, ...rest);
      } finally {
        isWithin = false;
      }
    };
  }
}

watch(fs, ["open", "openSync", "readFile", "readFileSync"]);
watch(fs.promises, ["open", "readFile"]);
syncBuiltinESMExports();
