import {noEffort} from "../optimum/Effort.ts";
import {protectCounts} from "../search/protectCounts.ts";
import {protectionOf} from "../search/protectionOf.ts";
import {candidateRemedies} from "./candidateRemedies.ts";
import {unsafeIn, type Candidate, type Situation} from "./situation.ts";

/** Each is tried by protecting all counts anew. */
const mostTried = 16;

/** What was tried and found to help. */
export interface FoundRemedies {
  /** Any one of these protects every count. */
  readonly sufficient: readonly string[];
  /** Each of these protects some of the counts, none of them all. Not looked at where one suffices. */
  readonly partial: readonly string[];
}

/** Tries remedies for counts that cannot be protected, a bounded number of them, and keeps those that work. */
export async function findRemedies(situation: Situation, unprotected: readonly number[]): Promise<FoundRemedies> {
  const sufficient: string[] = [];
  const partial: string[] = [];
  for (const candidate of candidateRemedies(situation, unprotected).slice(0, mostTried)) {
    const left = await unprotectedAfter(candidate);
    const {advice, keyAfter = ({key}) => key} = candidate;
    const isHelped = (cell: number): boolean => {
      const known = situation.model.cells[cell];
      return known !== undefined && !left.has(keyAfter(known));
    };
    if (left.size === 0) sufficient.push(advice);
    else if (unprotected.some(isHelped)) partial.push(advice);
  }
  return {sufficient, partial: sufficient.length > 0 ? [] : partial};
}

/** Keys of the counts that a change leaves unprotected. */
async function unprotectedAfter({situation}: Candidate): Promise<ReadonlySet<string>> {
  const {model, policy} = situation;
  const task = {...protectionOf(policy), effort: noEffort};
  const {unprotected} = await protectCounts(model, unsafeIn(situation), task);
  return new Set(unprotected.flatMap((cell) => model.cells[cell]?.key ?? []));
}
