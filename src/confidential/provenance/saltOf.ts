import {sha256} from "../../release/index.ts";
import type {KnownRecords} from "../people/knownRecords.ts";

/** A text that only a holder of the records of some extracts can know, the same for the same records. */
export async function saltOf({source, models}: Pick<KnownRecords, "source" | "models">): Promise<string> {
  const references = await source.references();
  const hashes = [...models.keys()].map((name) => {
    const hash = references.get(name);
    if (hash === undefined) throw new Error(`the source has no references of ${name}`);
    return hash;
  });
  return sha256(hashes.join("\n"));
}
