import {closeSync, fsyncSync, lstatSync, openSync, readdirSync} from "node:fs";
import path from "node:path";

/** Waits until a file, or a folder with all that is in it, is on the disk: a rename must not come before what it names. */
export function syncTree(place: string): void {
  const stat = lstatSync(place);
  if (stat.isDirectory()) for (const name of readdirSync(place)) syncTree(path.join(place, name));
  if (stat.isDirectory() || stat.isFile()) syncPlace(place);
}

/** Waits until a file is on the disk, or which names a folder holds. */
export function syncPlace(place: string): void {
  const open = openSync(place, "r");
  try {
    fsyncSync(open);
  } finally {
    closeSync(open);
  }
}
