import {overFormsOf} from "./readColumns.ts";
import type {OverForms, Population} from "./vocabulary.ts";

/** What some populations tell of the forms of one extract. */
export interface FormsTold {
  /** Absent where a release of before does not name it. */
  readonly extract: string | undefined;
  /** Variables that tell of all forms of a client, by name. */
  readonly overForms: ReadonlyMap<string, OverForms>;
  /** Whether forms are counted one by one, or their faults. */
  readonly areCounted: boolean;
}

/** What populations tell of forms, extract by extract. */
export function formsTold(populations: readonly Population[]): readonly FormsTold[] {
  const byExtract = Map.groupBy(populations, ({extract}) => extract);
  return [...byExtract].map(([extract, own]) => ({
    extract,
    areCounted: own.some(({unit}) => unit !== "clients"),
    overForms: new Map(
      own.flatMap(({variables}) =>
        variables.flatMap(({name, reads}) => {
          const over = reads && overFormsOf(reads);
          return over === undefined ? [] : [[name, over] as const];
        }),
      ),
    ),
  }));
}

/** Why answers over all forms of a client cannot stand beside what else is told of their forms; in words. */
export interface FormsClash {
  readonly what: string;
  readonly remedy: string;
}

/**
 * Why some editions cannot tell together what they tell of one extract's forms; nothing where they can. Which forms are one
 * client's is not in the proof on people: it knows each client's answers, and what one question's answers say of each other.
 */
export function clashOfForms(told: readonly FormsTold[]): FormsClash | undefined {
  const overForms = told.flatMap((one) => [...one.overForms]);
  const [first] = overForms;
  if (first === undefined) return undefined;
  const own = "Ask what the form says that stands for the client";
  if (told.some(({areCounted}) => areCounted)) {
    const what = `"${first[0]}" tells of all forms of a client, and forms or faults of the same extract are counted beside it: which forms are one client's, the proof on people does not know`;
    return {what, remedy: `${own}, or leave the counts of forms and faults out`};
  }
  const number = overForms.find(([, {take}]) => take === "number");
  const other = overForms.find(([, {take}]) => take !== "number");
  if (number === undefined || other === undefined) return undefined;
  const what = `"${number[0]}" is how many forms a client has, and "${other[0]}" is taken from them: what few forms can say together, the proof on people does not know`;
  return {what, remedy: "Leave one of the two out"};
}

/** Whether two of what editions tell is of one extract, as far as they say. */
export function areOfOneExtract(one: FormsTold, other: FormsTold): boolean {
  return one.extract === other.extract || one.extract === undefined || other.extract === undefined;
}
