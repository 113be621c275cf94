import type {Combination} from "../../publication/index.ts";
import {impossibleRows, type RowsByColumn} from "./impossibleRows.ts";
import type {ExtractModel, ModelledVariable} from "./variableModel.ts";

/**
 * What the dictionary says cannot go together, in the words of variables: the combinations of categories that are left.
 * Blank and dropped answers go with all.
 */
export function natureCombinations(model: ExtractModel): readonly Combination[] {
  const stated = model.dictionary.impossible.map((one) => impossibleRows(one, model));
  const byColumns = Map.groupBy(stated, (rows) => [...rows.keys()].sort().join("\n"));
  return [...byColumns.values()].flatMap((together) => {
    const columns = [...(together[0]?.keys() ?? [])].sort();
    const readers = columns.map((column) => readersOf(column, model));
    return choices(readers).flatMap((chosen) => combine(chosen, {columns, together}) ?? []);
  });
}

/** A variable with the category of every row of its column's list, that of a form without an answer last. */
interface Reader {
  readonly name: string;
  readonly categoryOfRow: readonly string[];
  readonly blank: string;
}

function readersOf(column: string, {variables}: ExtractModel): readonly Reader[] {
  return variables.flatMap(({variable: {name}, source}: ModelledVariable) =>
    source.kind === "code" && source.column === column
      ? [{name, categoryOfRow: source.categoryOfRow, blank: source.blank}]
      : [],
  );
}

/** One of each list, in all ways. */
function choices<T>(lists: readonly (readonly T[])[]): readonly (readonly T[])[] {
  return lists.reduce<readonly (readonly T[])[]>(
    (done, list) => done.flatMap((chosen) => list.map((one) => [...chosen, one])),
    [[]],
  );
}

interface Together {
  readonly columns: readonly string[];
  readonly together: readonly RowsByColumn[];
}

/** The combinations of categories that some possible record has; nothing where all are. */
function combine(readers: readonly Reader[], {columns, together}: Together): Combination | undefined {
  const answers = readers.map(({categoryOfRow}) => [...categoryOfRow.keys(), undefined]);
  const possible = new Map<string, readonly string[]>();
  const all = new Set<string>();
  for (const rows of choices<number | undefined>(answers)) {
    const categories = readers.map(({categoryOfRow, blank}, at) => categoryOfRow[rows[at] ?? -1] ?? blank);
    all.add(categories.join("\n"));
    const isRuledOut = together.some((one) =>
      columns.every((column, at) => {
        const row = rows[at];
        return row !== undefined && one.get(column)?.has(row) === true;
      }),
    );
    if (!isRuledOut) possible.set(categories.join("\n"), categories);
  }
  if (possible.size === all.size) return undefined;
  return {variables: readers.map(({name}) => name), possible: [...possible.values()]};
}
