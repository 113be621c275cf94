import {z} from "zod";
import {DisclosureError} from "../DisclosureError.ts";

/** What the audit takes from a sign-off: why cells are withheld, by key. */
export interface SignedCells {
  /** Unsafe by themselves. */
  readonly primaries: readonly string[];
  /** Safe by themselves, and withheld as the analyst chose. */
  readonly byChoice: readonly string[];
  /** Means that are withheld because of their few records. */
  readonly tooFew: readonly string[];
  /** SHA-256 of the release that it belongs to, where it says so. */
  readonly release?: string;
}

const signOff = z.looseObject({
  primaries: z.array(z.string()),
  others: z.record(z.string(), z.string()),
  release: z.string().exactOptional(),
});

/** Reads a sign-off. Throws DisclosureError where the text is none. */
export function readSignedCells(text: string, file: string): SignedCells {
  const result = signOff.safeParse(parseJson(text));
  if (result.success) return signedCells(result.data);
  throw new DisclosureError(
    `${file}: this is no sign-off: "primaries" or "others" is missing. Make the release again.`,
  );
}

/** The cells of a sign-off that the audit judges by. */
export function signedCells({primaries, others, release}: z.output<typeof signOff>): SignedCells {
  const withheldFor = (asked: string): readonly string[] =>
    Object.entries(others).flatMap(([key, reason]) => (reason === asked ? [key] : []));
  return {
    primaries,
    byChoice: withheldFor("by-choice"),
    tooFew: withheldFor("too-few-for-a-mean"),
    ...(release !== undefined && {release}),
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
