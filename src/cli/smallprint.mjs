#!/usr/bin/env node
import {existsSync} from "node:fs";
import {enableCompileCache} from "node:module";
import path from "node:path";
import "./requireNode.mjs";

// Reading the program takes longer than many a command. Where the folder cannot be written, it is read anew each time.
enableCompileCache(path.join(import.meta.dirname, "../../.cache/compiled"));

// Whoever reads the output may stop reading, as "smallprint --help | head" does: the command goes on to its own end.
process.stdout.on("error", (error) => {
  if (error.code !== "EPIPE" && error.code !== "ERR_STREAM_DESTROYED") throw error;
});

// A checkout runs as it is written; a package holds it compiled, because Node reads no TypeScript in node_modules.
const written = new URL("./smallprint.ts", import.meta.url);
const {smallprint} = await import(
  existsSync(written) ? written : new URL("../../lib/cli/smallprint.js", import.meta.url)
);
process.exitCode = await smallprint(process.argv.slice(2));
