import {z} from "zod";
import {DisclosureError} from "../DisclosureError.ts";

/** What the audit takes from a sign-off: why cells are withheld, by key. */
export interface SignedCells {
  /** Unsafe by themselves. */
  readonly primaries: readonly string[];
  /** Safe by themselves, and withheld as the analyst chose. */
  readonly byChoice: readonly string[];
}

const signOff = z.looseObject({primaries: z.array(z.string()), others: z.record(z.string(), z.string())});

/** Reads a sign-off. Throws DisclosureError where the text is none. */
export function readSignedCells(text: string, file: string): SignedCells {
  const result = signOff.safeParse(parseJson(text));
  if (result.success) return signedCells(result.data);
  throw new DisclosureError(
    `${file}: this is no sign-off: "primaries" or "others" is missing. Make the release again.`,
  );
}

/** The cells of a sign-off that the audit judges by. */
export function signedCells({primaries, others}: z.output<typeof signOff>): SignedCells {
  const byChoice = Object.entries(others).flatMap(([key, reason]) => (reason === "by-choice" ? [key] : []));
  return {primaries, byChoice};
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
