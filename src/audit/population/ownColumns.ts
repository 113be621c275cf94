import type {SourceDefinition} from "./definition.ts";
import type {Part} from "./quantity.ts";

/** The columns of records that a part of a quantity looks at: derived columns stand for those that they follow from. */
export function ownColumns(part: Part, source: SourceDefinition): readonly number[] {
  const known = columnsKnown.get(part);
  if (known !== undefined) return known;
  const found = findColumns(part, source);
  columnsKnown.set(part, found);
  return found;
}

const columnsKnown = new WeakMap<Part, readonly number[]>();

function findColumns({terms, weights}: Part, source: SourceDefinition): readonly number[] {
  const own = new Set<number>();
  for (const column of [...terms.map((term) => term.column), ...(weights ? [weights.column] : [])]) {
    for (const one of beneath(column, source)) own.add(one);
  }
  return [...own].sort((a, b) => a - b);
}

/** A column itself, or the columns that a derived one follows from. */
export function beneath(
  column: number,
  {columns, derived}: Pick<SourceDefinition, "columns" | "derived">,
): readonly number[] {
  const follows = derived[column - columns.length];
  if (follows === undefined) return [column];
  if ("revises" in follows) return [follows.revises, follows.by];
  return follows.of.flatMap((one) => beneath(one.column, {columns, derived}));
}
