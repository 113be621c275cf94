import {existsSync, readdirSync, readFileSync, rmSync} from "node:fs";
import path from "node:path";
import {z} from "zod";
import {makeFolder} from "./missingFolders.ts";
import {openLocked, removeAbandoned, type LockedFolder} from "./LockedFolder.ts";
import {folderIdentity} from "./folderIdentity.ts";
import {writeWhole} from "./writeWhole.ts";
import {writtenPath} from "./writtenPath.ts";

/** What the names of builds' folders begin with, and those of their partners. */
export const prefix = "building-";

const schema = z.strictObject({place: z.string(), folders: z.array(z.string())});
const list = "partners.json";

/**
 * Opens a second folder of a build elsewhere, for outputs that may not even for a moment lie beside the others: only its
 * owner can enter it. Whoever clears up the build clears it up too, and where nothing else is left of that, whoever opens
 * the next one there.
 */
export function openPartner(staging: string, parent: string, root: string): LockedFolder {
  const folder = path.join(parent, path.basename(staging));
  makeFolder(parent, 0o700);
  // Its lock tells whether a build is at work: its project may be one that cannot be seen from here.
  for (const name of readdirSync(parent)) if (name.startsWith(prefix)) removeAbandoned(path.join(parent, name));
  const folders = [...writtenIn(staging).folders, writtenPath(folder, root)];
  writeWhole(path.join(staging, list), JSON.stringify({place: folderIdentity(staging), folders}));
  return openLocked(() => {
    makeFolder(folder, 0o700);
    return folder;
  });
}

/** Removes the partners of a build; where its folder is a copy, those that are copies too. */
export function removePartners(staging: string, root: string): void {
  const {place, folders} = writtenIn(staging);
  const isCopy = place !== folderIdentity(staging);
  for (const written of folders.filter((folder) => !(isCopy && path.isAbsolute(folder)))) {
    const folder = path.resolve(root, written);
    // A partner bears the name of its build, which nothing does that could be named by mistake.
    if (path.basename(folder) === path.basename(staging)) rmSync(folder, {recursive: true, force: true});
  }
}

function writtenIn(staging: string): z.output<typeof schema> {
  const file = path.join(staging, list);
  return existsSync(file)
    ? schema.parse(JSON.parse(readFileSync(file, "utf8")))
    : {place: folderIdentity(staging), folders: []};
}
