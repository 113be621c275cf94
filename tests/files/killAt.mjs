// Loaded into a process with --import: kills it outright at its n-th rename or delete after a journal was written.
import fs from "node:fs";
import {syncBuiltinESMExports} from "node:module";

const at = Number(process.env.KILL_AT);
let isNoted = false;
let changes = 0;
for (const name of ["renameSync", "rmSync"]) {
  const original = fs[name];
  fs[name] = (...args) => {
    if (isNoted && ++changes === at) process.kill(process.pid, "SIGKILL");
    const result = original(...args);
    isNoted ||= name === "renameSync" && args[1].endsWith("/journal.json");
    return result;
  };
}
syncBuiltinESMExports();
