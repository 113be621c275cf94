import {sizeOf, underlying} from "../population/columns.ts";
import type {SourceDefinition} from "../population/definition.ts";
import type {Part, Quantity, Term} from "../population/quantity.ts";

/**
 * Whether no record can be counted by a quantity, whatever its answers are: its terms contradict each other by what the
 * columns mean, as heroin as the main drug contradicts that no problem drug is named at all, or by what the dictionary
 * calls impossible. That nobody is there tells nothing of anybody.
 */
export function isNobodyByNature({parts}: Quantity, source: SourceDefinition): boolean {
  return parts.every((part) => !canBe(part, source));
}

/**
 * Whether a record of one group can be outside another: the people of an area can be of no sex, but not outside its region;
 * nor be where the publication prints that nobody is, as among those who gave no answer when everybody did.
 */
export function canLeave(
  group: Quantity,
  other: Quantity,
  {source, nobody}: {readonly source: SourceDefinition; readonly nobody: readonly Quantity[]},
): boolean {
  const asked = other.parts.flatMap(({terms}) => terms);
  return group.parts.some((part) => {
    const never = nobody.flatMap((one) => (one.source === group.source ? (absentFrom(part, one) ?? []) : []));
    const left = [...part.terms, ...never.map((term) => complementOf(term, source))];
    return asked.some((term) => canBe({terms: [...left, complementOf(term, source)]}, source));
  });
}

/** What nobody of a part answers, since a count of nobody holds all of the part who do; nothing where it asks more. */
function absentFrom({terms}: Part, {parts: [nobody, ...others]}: Quantity): Term | undefined {
  if (nobody === undefined || others.length > 0) return undefined;
  const asked = nobody.terms.filter(
    (term) => !terms.some((own) => own.column === term.column && isMaskWithin(own.mask, term.mask)),
  );
  return asked.length === 1 ? asked[0] : undefined;
}

/** Whether all values of one term are values of another over the same column. */
export function isMaskWithin(one: Uint8Array, other: Uint8Array): boolean {
  return one.every((holds, value) => holds === 0 || other[value] === 1);
}

/** What is true of every record that a term is not true of. */
export function complementOf({column, mask}: Term, source: SourceDefinition): Term {
  return {column, mask: Uint8Array.from({length: sizeOf(source, column)}, (_, value) => Number(mask[value] !== 1))};
}

/** What a value says to each of some questions on any of several columns: 0 nothing, 1 no, 2 yes. */
type Says = readonly number[];

/** A term over a column that follows from others, with what these say by their values. */
interface DerivedTerm {
  readonly mask: Uint8Array;
  readonly of: ReadonlyMap<number, readonly number[]>;
}

function canBe({terms}: Pick<Part, "terms">, source: SourceDefinition): boolean {
  const derived = terms.flatMap((term) => derivedTerm(term, source) ?? []);
  const direct = terms.filter((term) => derivedTerm(term, source) === undefined);
  const allowed = allowedBy(direct, source);
  if (!canGoTogether(allowed, source)) return false;
  let together: readonly Says[] = [derived.map(() => 0)];
  for (const column of new Set([...allowed.keys(), ...derived.flatMap(({of}) => [...of.keys()])])) {
    const values = allowed.get(column) ?? [...(source.columns[column]?.values.keys() ?? [])];
    const said = values.map((value): Says => derived.map(({of}) => of.get(column)?.[value] ?? 0));
    together = distinct(together.flatMap((one) => distinct(said).map((other) => largest(one, other))));
  }
  return together.some((says) => derived.every(({mask}, at) => mask[says[at] ?? 0] === 1));
}

/** By column the values that all terms on it leave. */
function allowedBy(terms: readonly Term[], source: SourceDefinition): ReadonlyMap<number, readonly number[]> {
  const byColumn = Map.groupBy(terms, ({column}) => underlying(source, column));
  return new Map(
    [...byColumn].map(([column, own]) => {
      const values = [...(source.columns[column]?.values.keys() ?? [])];
      return [column, values.filter((value) => own.every(({mask}) => mask[value] === 1))];
    }),
  );
}

/** Whether some of the values left are not called impossible together. */
function canGoTogether(allowed: ReadonlyMap<number, readonly number[]>, {impossible}: SourceDefinition): boolean {
  return impossible.every((never) => {
    const left = never.columns.map((column) => allowed.get(column));
    return (
      left.includes(undefined) ||
      hasOther(
        left.map((values = []) => values),
        never,
      )
    );
  });
}

type Never = SourceDefinition["impossible"][number];

/** The tuples of what cannot go together, by name: they can be many, and are asked of every group. */
const named = new WeakMap<Never, ReadonlySet<string>>();

/** Whether some combination of values is none of those that cannot be. */
function hasOther(left: readonly (readonly number[])[], never: Never): boolean {
  const tuples = named.get(never) ?? new Set(never.values.map((tuple) => tuple.join()));
  named.set(never, tuples);
  if (left.reduce((product, values) => product * values.length, 1) > tuples.size) return true;
  const all = left.reduce<readonly (readonly number[])[]>(
    (done, own) => done.flatMap((tuple) => own.map((value) => [...tuple, value])),
    [[]],
  );
  return all.some((tuple) => !tuples.has(tuple.join()));
}

function derivedTerm({column, mask}: Term, source: SourceDefinition): DerivedTerm | undefined {
  const follows = source.derived[column - source.columns.length];
  if (follows === undefined || "revises" in follows) return undefined;
  return {mask, of: new Map(follows.of.map((one) => [underlying(source, one.column), one.says]))};
}

function largest(one: Says, other: Says): Says {
  return one.map((value, at) => Math.max(value, other[at] ?? 0));
}

function distinct(all: readonly Says[]): readonly Says[] {
  return [...new Map(all.map((says) => [says.join(), says])).values()];
}
