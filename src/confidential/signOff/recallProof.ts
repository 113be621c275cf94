import {DisclosureError, readCertificate} from "../../audit/index.ts";
import {sha256, writeRelease} from "../../release/index.ts";
import {disclose, withholdFurther, type Searched} from "../disclose/disclose.ts";
import type {DiscloseInput} from "../disclose/disclosure.ts";
import type {PeopleTask, ProtectedPeople} from "../people/protectPeople.ts";
import {recountPeople, type FoundBefore} from "../people/recountPeople.ts";
import {parseSignOff} from "./readSignOff.ts";
import {naming, writeTexts, type ReleaseTexts, type TextSetting} from "./writeTexts.ts";

/** What is to be released, as far as a proof at hand may be of it. */
export interface RecallTask extends Omit<PeopleTask, "suppressed">, TextSetting {
  /** All cells as they are counted today, and beside what they are judged. */
  readonly input: DiscloseInput;
}

/**
 * The proof at hand, where it is one of this very release: today's tables, with the cells withheld that the sign-off names,
 * give the release to the last byte; today's records give the base of its certificate; and all its populations count as
 * they must. Only the two searches are then left out, for cells to withhold and for other people. Nothing, for whatever
 * reason, where any of it is not so: all is proved anew then.
 */
export async function recallProof(atHand: ReleaseTexts, task: RecallTask): Promise<ProtectedPeople | undefined> {
  try {
    const found = readAtHand(atHand, task.edition);
    if (found === undefined) return undefined;
    const suppressed = await disclose(task.input, found);
    const further = withholdFurther(suppressed, new Set(found.further.keys()));
    // Whatever changed shows here, before any people are made.
    if (writeRelease(naming(atHand.people, task.describe(further))) !== atHand.release) return undefined;
    const proved = await recountPeople({...task, suppressed}, found);
    return proved !== undefined && isSame(writeTexts(proved, task).texts, atHand) ? proved : undefined;
  } catch (error) {
    // Whoever proves anew tells what is wrong with the release itself.
    if (error instanceof DisclosureError) return undefined;
    throw error;
  }
}

/** What the searches decided, as sign-off and certificate have it; nothing where the three texts are not of one release. */
function readAtHand({release, signOff, people}: ReleaseTexts, edition: string): (Searched & FoundBefore) | undefined {
  const signed = parseSignOff(signOff);
  if (signed?.edition !== edition || signed.release !== sha256(release)) return undefined;
  const {witnesses} = readCertificate({file: "people.json", text: people}, sha256(people));
  const {others, protection, people: further, givenUp} = signed;
  return {
    secondary: new Set(Object.keys(others).filter((key) => others[key] === "secondary")),
    protection: new Map(Object.entries(protection)),
    witnesses,
    further: new Map(Object.entries(further)),
    givenUp: new Set(givenUp),
  };
}

function isSame(one: ReleaseTexts, other: ReleaseTexts): boolean {
  return one.release === other.release && one.signOff === other.signOff && one.people === other.people;
}
