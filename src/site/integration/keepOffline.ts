import {homedir, tmpdir} from "node:os";

// Imported before Astro, which reads this when it is loaded. It would send what it is used for, with marks of the project
// and the machine, and ask a registry for newer versions of itself: a process that may stand beside records tells nobody.
process.env.ASTRO_TELEMETRY_DISABLED = "1";
process.env.ASTRO_DISABLE_UPDATE_CHECK = "true";

// Astro asks for a home even where it will write nothing there, and ends where the user of a container has none.
if (!hasHome()) process.env.HOME = tmpdir();

function hasHome(): boolean {
  try {
    return homedir() !== "";
  } catch {
    return false;
  }
}
