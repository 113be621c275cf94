import {existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import path from "node:path";
import {z} from "zod";
import {placeOf, writtenPath} from "./journal.ts";
import {writeWhole} from "./writeWhole.ts";

const schema = z.strictObject({place: z.string(), folders: z.array(z.string())});
const [list, home] = ["partners.json", "staging.txt"];

/**
 * Opens a second folder of a build elsewhere, for outputs that may not even for a moment lie beside the others: only its
 * owner can enter it. Whoever clears up the build clears it up too. A build that asks again is given the same folder.
 */
export function openPartner(staging: string, parent: string, root: string): string {
  const folder = path.join(parent, path.basename(staging));
  if (existsSync(folder)) return folder;
  mkdirSync(parent, {recursive: true, mode: 0o700});
  removeForsaken(parent);
  const folders = [...writtenIn(staging).folders, writtenPath(folder, root)];
  writeWhole(path.join(staging, list), JSON.stringify({place: placeOf(staging), folders}));
  mkdirSync(folder, {mode: 0o700});
  writeFileSync(path.join(folder, home), staging);
  return folder;
}

/** Removes the partners of a build; where its folder is a copy, those that are copies too. */
export function removePartners(staging: string, root: string): void {
  const {place, folders} = writtenIn(staging);
  const isCopy = place !== placeOf(staging);
  for (const written of folders.filter((folder) => !(isCopy && path.isAbsolute(folder)))) {
    const folder = path.resolve(root, written);
    // A partner bears the name of its build, which nothing does that could be named by mistake.
    if (path.basename(folder) === path.basename(staging)) rmSync(folder, {recursive: true, force: true});
  }
}

/** Removes partners of builds of which nothing else is left. */
function removeForsaken(parent: string): void {
  for (const name of readdirSync(parent).filter((one) => one.startsWith("building-"))) {
    const folder = path.join(parent, name);
    const file = path.join(folder, home);
    if (existsSync(file) && !existsSync(readFileSync(file, "utf8"))) rmSync(folder, {recursive: true, force: true});
  }
}

function writtenIn(staging: string): z.output<typeof schema> {
  const file = path.join(staging, list);
  return existsSync(file)
    ? schema.parse(JSON.parse(readFileSync(file, "utf8")))
    : {place: placeOf(staging), folders: []};
}
