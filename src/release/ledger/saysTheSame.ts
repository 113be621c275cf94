import type {Release} from "../release.ts";

/**
 * Whether two releases tell the same of the same people: every cell alike and as final, under rules that give its mark the same
 * meaning. Titles, days of publication and wording may differ.
 */
export function saysTheSame(one: Release, other: Release): boolean {
  return told(one) === told(other);
}

function told({edition, provenance, disclosure, vocabulary, cells}: Release): string {
  const {region, period} = edition;
  const {threshold, zeros, method} = disclosure.policy;
  const mayChange = vocabulary.populations.flatMap(({name, provisional}) =>
    provisional === undefined ? [] : [[name, provisional.from]],
  );
  const rules = [provenance.synthetic, threshold, zeros, method];
  return JSON.stringify([region, period.from, period.to, ...rules, mayChange, cells]);
}
