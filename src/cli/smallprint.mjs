#!/usr/bin/env node
import "./requireNode.mjs";

const {smallprint} = await import("./smallprint.ts");
await smallprint(process.argv);
