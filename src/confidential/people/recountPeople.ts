import {checkPeopleInTurn, countsNamed, printedAlready, type Witness} from "../../audit/index.ts";
import {withholdFurther} from "../disclose/disclose.ts";
import {certificateOf} from "./certificateOf.ts";
import {proofTasks, type PeopleTask, type ProtectedPeople} from "./protectPeople.ts";
import {dealPeople} from "./provePeople.ts";

/** What a search for people found before. */
export interface FoundBefore {
  readonly witnesses: readonly Witness[];
  /** Cells that it withheld, by key, with the count that each protects. */
  readonly further: ReadonlyMap<string, string>;
  /** Those of them that a longer search might have spared. */
  readonly givenUp: ReadonlySet<string>;
}

/**
 * Takes what a search found before in the place of one. All else is made anew from the records: who the people are, what
 * ties their answers, the base and the lists of what must not be known; and every population is counted on it. Nothing
 * where a single one does not hold, or does not hide what it should.
 */
export async function recountPeople(
  asked: PeopleTask,
  {witnesses, further, givenUp}: FoundBefore,
): Promise<ProtectedPeople | undefined> {
  const taskFor = await proofTasks(asked);
  const {base} = dealPeople(taskFor(asked.suppressed));
  const disclosed = withholdFurther(asked.suppressed, new Set(further.keys()));
  const {definitions, releases, unsafe, tooFew} = taskFor(disclosed);
  const certificate = certificateOf({definitions, unsafe, tooFew, base, witnesses});
  const signed = {unsafe, tooFew};
  const {faults, open, narrow} = await checkPeopleInTurn(releases, certificate, signed);
  if (faults.length > 0) return undefined;
  const counted = {releases, definitions, people: base};
  const lost = printedAlready(countsNamed(open, {...counted, signed}), counted);
  return open.every((name) => lost.has(name))
    ? {disclosed, certificate, further, givenUp, narrow, known: open, isRecounted: true}
    : undefined;
}
