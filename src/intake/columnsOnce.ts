import type {Refuse} from "./refuse.ts";

/** The columns of a file. */
export interface NamedColumns {
  readonly names: readonly string[];
  /** Physical line of the names; none in a file that has no lines. */
  readonly line?: number;
}

/** Where each of the columns stands in a file. Refuses one that stands there twice, because either may be meant. */
export function columnsOnce(
  asked: readonly string[],
  {names, line}: NamedColumns,
  refuse: Refuse,
): ReadonlyMap<string, number> {
  const twice = asked.find((name) => names.indexOf(name) !== names.lastIndexOf(name));
  if (twice === undefined) return new Map(asked.map((name) => [name, names.indexOf(name)]));
  throw refuse(line === undefined ? {} : {line}, `the column "${twice}" stands in the header twice. Export it once.`);
}
