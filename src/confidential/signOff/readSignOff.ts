import {existsSync, readFileSync} from "node:fs";
import {DisclosureError} from "../../audit/index.ts";
import {sha256} from "../../release/index.ts";
import {signOffSchema, type SignOff} from "./signOff.ts";

/**
 * Reads the sign-off of a release. Throws DisclosureError (exit code 12) where there is none, where it cannot be read,
 * and where it belongs to another release: trials share one place for their sign-offs.
 */
export function readSignOff(file: string, release: string): SignOff {
  const remedy = "Make the release again where the extracts are.";
  if (!existsSync(file)) throw new DisclosureError(`${file}: there is no sign-off. ${remedy}`);
  const data = parseSignOff(readFileSync(file, "utf8"));
  if (data === undefined) throw new DisclosureError(`${file}: this is no sign-off of this version. ${remedy}`);
  if (existsSync(release) && sha256(readFileSync(release, "utf8")) === data.release) return data;
  throw new DisclosureError(`${file}: this sign-off does not belong to ${release}. ${remedy}`);
}

/** A sign-off from its text; nothing where the text is none of this version. */
export function parseSignOff(text: string): SignOff | undefined {
  return signOffSchema.safeParse(parseJson(text)).data;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
