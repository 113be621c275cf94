import type {Refuse} from "./refuse.ts";

/** Where each of the columns stands in a header. Refuses one that stands there twice, because either may be meant. */
export function columnsOnce(
  asked: readonly string[],
  names: readonly string[],
  refuse: Refuse,
): ReadonlyMap<string, number> {
  const twice = asked.find((name) => names.indexOf(name) !== names.lastIndexOf(name));
  if (twice === undefined) return new Map(asked.map((name) => [name, names.indexOf(name)]));
  throw refuse({line: 1}, `the column "${twice}" stands in the header twice. Export it once.`);
}
