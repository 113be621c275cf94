import {DisclosureError} from "../../audit/index.ts";
import {areOfOneExtract, clashOfForms, formsTold, type Vocabulary} from "../../publication/index.ts";
import {nameOf} from "../../release/index.ts";
import type {Earlier} from "./chooseEarlier.ts";

/**
 * What was published before, where an edition can be proved beside it. Throws DisclosureError where an edition and one of
 * before that tells of the same people cannot be proved together, because one asks answers over all forms of a client: beside
 * counts of forms; or beside a period of which one lies in the other, because the form that stands for a client in the shorter
 * is one of all those of the longer, and who is in one and not in the other follows.
 */
export function provableBeside({populations}: Pick<Vocabulary, "populations">, earlier: Earlier): Earlier {
  const {same, revised, longer, shorter} = earlier;
  const nested = new Set([...longer, ...shorter]);
  for (const one of [...same, ...revised, ...nested]) {
    const {release} = one;
    for (const own of formsTold(populations)) {
      for (const told of formsTold(release.vocabulary.populations).filter((other) => areOfOneExtract(own, other))) {
        const clash = clashOfForms([own, told]);
        if (clash !== undefined) throw refused(nameOf(release), clash.what, clash.remedy);
        const [name] = [...own.overForms.keys(), ...told.overForms.keys()];
        if (name === undefined || !nested.has(one)) continue;
        const what = `"${name}" tells of all forms of a client in its period, and the form that stands for the client in a period within another is one of these`;
        throw refused(nameOf(release), what, "Ask what the form says that stands for the client");
      }
    }
  }
  return earlier;
}

function refused(edition: string, what: string, remedy: string): DisclosureError {
  return new DisclosureError(`beside ${edition}, which is published: ${what}. ${remedy}.`);
}
