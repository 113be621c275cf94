import {sha256} from "../../release/index.ts";
import {DisclosureError} from "../DisclosureError.ts";
import {peopleCertificateSchema, type PeopleCertificate} from "../population/certificate.ts";

/** The text of a certificate on people, and where it stands. */
export interface CertificateFile {
  readonly file: string;
  readonly text: string;
}

const remedy = "Make the release again where the extracts are.";

/** The text of a certificate, whose SHA-256 a release carries: the same certificate gives the same bytes. */
export function writeCertificate(certificate: PeopleCertificate): string {
  return `${JSON.stringify(certificate)}\n`;
}

/**
 * Reads the certificate that a release names by its hash. Throws DisclosureError for another one, for an altered one, and
 * for what is none.
 */
export function readCertificate({file, text}: CertificateFile, hash: string): PeopleCertificate {
  if (sha256(text) !== hash) {
    throw new DisclosureError(
      `${file}: this is not the certificate that the release names: its hash is another. It was altered, or it proves another release. ${remedy}`,
    );
  }
  const {success, data} = peopleCertificateSchema.safeParse(parseJson(text));
  if (success) return data;
  throw new DisclosureError(`${file}: this is no certificate on people of this version. ${remedy}`);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
