import {areOfOneExtract, clashOfForms, formsTold} from "../../publication/index.ts";
import type {Release} from "../../release/index.ts";

/** Why the release at hand cannot be proved by itself, or beside others, for what they tell of clients' forms; in sentences. */
export function clashingForms([own, ...others]: readonly Release[]): readonly string[] {
  if (own === undefined) return [];
  return formsTold(own.vocabulary.populations).flatMap((told) => {
    const beside = others.map(({vocabulary}) =>
      formsTold(vocabulary.populations).filter((other) => areOfOneExtract(told, other)),
    );
    return [[], ...beside].flatMap((one) => clashOfForms([told, ...one])?.what ?? []);
  });
}
