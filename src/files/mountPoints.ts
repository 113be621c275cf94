import {existsSync, lstatSync, readFileSync} from "node:fs";
import path from "node:path";

/** Where Linux lists what is mounted. Source: proc_pid_mountinfo(5), field 5. */
const list = "/proc/self/mountinfo";

/** Whether something is mounted on a folder, so that it can be neither renamed nor removed. */
export function isMountPoint(folder: string): boolean {
  if (!existsSync(folder)) return false;
  return mounted().includes(folder) || lstatSync(folder).dev !== lstatSync(path.dirname(folder)).dev;
}

/** What is mounted somewhere below a folder. */
export function mountsBelow(folder: string): readonly string[] {
  return mounted().filter((place) => place.startsWith(`${folder}${path.sep}`));
}

/** Real paths of everything that is mounted; nothing where the system does not list it. */
function mounted(): readonly string[] {
  if (!existsSync(list)) return [];
  const places = readFileSync(list, "utf8")
    .split("\n")
    .map((line) => line.split(" ")[4] ?? "");
  // Blanks and backslashes are written as octal numbers.
  return places.map((place) =>
    place.replaceAll(/\\(\d{3})/g, (_, octal: string) => String.fromCharCode(Number.parseInt(octal, 8))),
  );
}
