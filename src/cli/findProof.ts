import {existsSync} from "node:fs";
import path from "node:path";
import {checkProof, DisclosureError, readCertificate, readSignedCells, type PeopleProof} from "../audit/index.ts";
import {readMade, sha256, type Release} from "../release/index.ts";

/** A release, and where what proves it may lie. */
export interface SignedRelease {
  readonly release: Release;
  /** Its text. */
  readonly text: string;
  /** Every other release of the ledger. */
  readonly earlier: readonly Release[];
  /** Path of the sign-off; the certificate on people lies beside it. */
  readonly signOff: string;
}

/**
 * Counts the certificate on people again that lies beside a sign-off; nothing where there is none, or the release names
 * none. Throws DisclosureError where it is not that of the release, or does not prove it, or the sign-off is of another one.
 */
export function findProof({release, text, earlier, signOff}: SignedRelease): PeopleProof | undefined {
  const file = path.join(path.dirname(signOff), "people.json");
  const {certificate: hash} = release.disclosure;
  if (hash === undefined || !existsSync(file)) return undefined;
  const certificate = readCertificate({file, text: readMade(file)}, hash);
  const signed = readSigned(signOff);
  if (signed.release !== undefined && signed.release !== sha256(text)) {
    throw new DisclosureError(`${signOff}: this sign-off is of another release. Name the one that was made with it.`);
  }
  return checkProof(release, {certificate, signed, earlier});
}

function readSigned(file: string): ReturnType<typeof readSignedCells> {
  if (existsSync(file)) return readSignedCells(readMade(file), file);
  throw new DisclosureError(
    `${file}: there is no sign-off beside the certificate on people, which cannot be checked without. Make the release again where the extracts are.`,
  );
}
