import {statSync} from "node:fs";

/** What tells a folder from its copies: its number and when it was made. Its device has another number after a restart. */
export function folderIdentity(folder: string): string {
  const {ino, birthtimeNs} = statSync(folder, {bigint: true});
  return `${String(ino)}:${String(birthtimeNs)}`;
}
