#!/usr/bin/env node
import {enableCompileCache} from "node:module";
import path from "node:path";
import "./requireNode.mjs";

// Reading the program takes longer than many a command. Where the folder cannot be written, it is read anew each time.
enableCompileCache(path.join(import.meta.dirname, "../../.cache/compiled"));

// Whoever reads the output may stop reading, as "smallprint --help | head" does: the command goes on to its own end.
process.stdout.on("error", (error) => {
  if (error.code !== "EPIPE" && error.code !== "ERR_STREAM_DESTROYED") throw error;
});

const {smallprint} = await import("./smallprint.ts");
process.exitCode = await smallprint(process.argv.slice(2));
