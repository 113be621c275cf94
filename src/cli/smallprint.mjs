#!/usr/bin/env node
import "./requireNode.mjs";

const {smallprint} = await import("./smallprint.ts");
process.exitCode = await smallprint(process.argv.slice(2));
