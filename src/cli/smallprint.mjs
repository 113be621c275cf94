#!/usr/bin/env node
import "./requireNode.mjs";

// Whoever reads the output may stop reading, as "smallprint --help | head" does: the command goes on to its own end.
process.stdout.on("error", (error) => {
  if (error.code !== "EPIPE" && error.code !== "ERR_STREAM_DESTROYED") throw error;
});

const {smallprint} = await import("./smallprint.ts");
process.exitCode = await smallprint(process.argv.slice(2));
