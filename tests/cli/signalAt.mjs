// Loaded into a process with --import: sends it a signal where it computes in a file, at the n-th pause that this file makes.
import timers from "node:timers/promises";
import {syncBuiltinESMExports} from "node:module";

const {SIGNAL_IN, SIGNAL_AT, SIGNAL} = process.env;
const original = timers.setImmediate;
let pauses = 0;
timers.setImmediate = (...args) => {
  if (new Error("where").stack.includes(SIGNAL_IN) && ++pauses === Number(SIGNAL_AT)) process.kill(process.pid, SIGNAL);
  return original(...args);
};
syncBuiltinESMExports();
