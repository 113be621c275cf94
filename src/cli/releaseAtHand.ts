import {existsSync} from "node:fs";
import path from "node:path";
import type {ReleaseTexts} from "../confidential/index.ts";
import {readMade} from "../release/index.ts";
import {releaseFile, signOffFolder, type Outputs} from "./outputs.ts";

/** What the last release of an edition left, whether or not it still is of that release; nothing where a file is missing. */
export function releaseAtHand(
  edition: string,
  {data, signOff}: Pick<Outputs, "data" | "signOff">,
): ReleaseTexts | undefined {
  const signed = signOffFolder(signOff, edition);
  const files = {
    release: releaseFile(data, edition),
    signOff: path.join(signed, "sign-off.json"),
    people: path.join(signed, "people.json"),
  };
  if (!Object.values(files).every((file) => existsSync(file))) return undefined;
  return {release: readMade(files.release), signOff: readMade(files.signOff), people: readMade(files.people)};
}
