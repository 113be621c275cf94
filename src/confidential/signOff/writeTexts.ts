import {writeCertificate} from "../../audit/index.ts";
import {sha256, writeRelease, type ReleaseContent} from "../../release/index.ts";
import type {Disclosed} from "../disclose/disclose.ts";
import type {ProtectedPeople} from "../people/protectPeople.ts";
import {makeSignOff} from "./makeSignOff.ts";
import type {SignOff} from "./signOff.ts";

/** A release and what proves it, as they are written. */
export interface ReleaseTexts {
  readonly release: string;
  /** Confidential, as the certificate is. */
  readonly signOff: string;
  /** The certificate on people. */
  readonly people: string;
}

/** What the texts say besides the cells and their proof. */
export interface TextSetting {
  readonly edition: string;
  /** The release that cells make, before it names its proof. */
  readonly describe: (disclosed: Disclosed) => ReleaseContent;
  /** What only holders of the extracts can know. */
  readonly salt: string;
}

/** A proved release, written. */
export interface WrittenRelease {
  readonly content: ReleaseContent;
  readonly signOff: SignOff;
  readonly texts: ReleaseTexts;
}

/** What a proved release is written as, and what the analyst signs of it. */
export function writeTexts(proved: ProtectedPeople, {edition, describe, salt}: TextSetting): WrittenRelease {
  const people = writeCertificate({...proved.certificate, salt});
  const content = naming(people, describe(proved.disclosed));
  const release = writeRelease(content);
  const signOff = makeSignOff(edition, proved, sha256(release));
  return {content, signOff, texts: {release, signOff: `${JSON.stringify(signOff, null, 1)}\n`, people}};
}

/** A release that names its certificate on people, so that an audit knows it again. */
export function naming(people: string, content: ReleaseContent): ReleaseContent {
  return {...content, disclosure: {...content.disclosure, certificate: sha256(people)}};
}
