import {existsSync, readFileSync} from "node:fs";
import {DisclosureError} from "../../audit/index.ts";
import {signOffSchema, type SignOff} from "./signOff.ts";

/** Reads a sign-off. Throws DisclosureError (exit code 12) where there is none or it cannot be read. */
export function readSignOff(file: string): SignOff {
  if (!existsSync(file))
    throw new DisclosureError(`${file}: there is no sign-off. Make the release again where the extracts are.`);
  const result = signOffSchema.safeParse(parseJson(readFileSync(file, "utf8")));
  if (result.success) return result.data;
  throw new DisclosureError(
    `${file}: this is no sign-off of this version. Make the release again where the extracts are.`,
  );
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
