import type {OverForms} from "../../publication/index.ts";

/** How an answer of a client is taken from their forms to one question: from the form that stands for them, or over all. */
export type Taken = {readonly take: "standing"} | Exclude<OverForms, {take: "number"}>;

/** A client's answer: a code, or yes or no to whether any form has some codes; nothing where it is not stated. */
export interface TakenAnswer {
  readonly taken: Taken;
  readonly answer: string | undefined;
}

/**
 * Whether some client can have these answers to one question, whatever their forms say: the form that stands for a client is
 * the last of them, first and last answers are of forms that state one, and any is what its name says. Of two answers, or of
 * any number of the kind "any"; `stated` are all codes that a form may state.
 */
export function canGoTogether(answers: readonly TakenAnswer[], stated: readonly string[]): boolean {
  const anys = answers.flatMap(({taken, answer}) => (taken.take === "any" ? [{codes: taken.codes, answer}] : []));
  const others = answers.filter(({taken}) => taken.take !== "any");
  if (!canAllBe(anys, stated)) return false;
  const [one, other] = others;
  if (one !== undefined && !anys.every((any) => goesWithAny(one, any))) return false;
  return one === undefined || other === undefined || areOfForms(one, other);
}

interface AnyAnswer {
  readonly codes: readonly string[];
  readonly answer: string | undefined;
}

/** Whether forms can say yes to some of them by codes that say it to none of the others. */
function canAllBe(anys: readonly AnyAnswer[], stated: readonly string[]): boolean {
  const refused = anys.filter(({answer}) => answer !== "yes");
  // No is said where every form states an answer, and nothing where one does not.
  if (new Set(refused.map(({answer}) => answer)).size > 1) return false;
  const left = stated.filter((code) => !refused.some(({codes}) => codes.includes(code)));
  const isFound = anys.every(({codes, answer}) => answer !== "yes" || codes.some((code) => left.includes(code)));
  return isFound && (left.length > 0 || refused.every(({answer}) => answer === undefined));
}

function goesWithAny({taken, answer}: TakenAnswer, any: AnyAnswer): boolean {
  if (answer !== undefined) return any.answer === "yes" || !any.codes.includes(answer);
  return taken.take === "standing" ? any.answer !== "no" : any.answer === undefined;
}

function areOfForms(one: TakenAnswer, other: TakenAnswer): boolean {
  const of = (take: Taken["take"]): TakenAnswer | undefined => [one, other].find(({taken}) => taken.take === take);
  const [standing, last] = [of("standing"), of("last")];
  if (standing === undefined) return (one.answer === undefined) === (other.answer === undefined);
  if (standing.answer === undefined) return true;
  return last === undefined ? of("first")?.answer !== undefined : last.answer === standing.answer;
}
