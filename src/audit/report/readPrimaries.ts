import {z} from "zod";
import {DisclosureError} from "../DisclosureError.ts";

const signOff = z.looseObject({primaries: z.array(z.string())});

/** The keys of the cells that are unsafe by themselves, from the text of a sign-off. Throws DisclosureError where it is none. */
export function readPrimaries(text: string, file: string): readonly string[] {
  const result = signOff.safeParse(parseJson(text));
  if (result.success) return result.data.primaries;
  throw new DisclosureError(
    `${file}: this is no sign-off: a list named "primaries" is missing. Make the release again.`,
  );
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
